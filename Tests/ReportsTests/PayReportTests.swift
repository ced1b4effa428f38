import ScorecardPolicy
import ScoringEngine
import ScoringPlan
import TestSupport
import Testing

@testable import Reports

@Suite("Pay reports")
struct PayReportTests {
  private static func scene(
    _ results: String, _ payroll: String = "{amount: pay}", rows: String, columns: String = ""
  ) throws -> ReportScene {
    try ReportScene(
      policy: """
        policy: small
        tables:
          staff:
            key: id
            columns: {branch: {type: text, missing: allow}, base: {unit: CNY}, more: {unit: CNY10k, missing: allow}\(columns)}
        formulas: {bonus_part: 0.5 * base}
        scorecard: {dimensions: {work: {measures: {a: {score: 1}}}}}
        rankings: {place: {by: total, within: branch}}
        results:
          \(results)
        payroll: \(payroll)
        """, tables: ["staff": "id,branch,base,more\n" + rows])
  }

  private static func report(_ scene: ReportScene) throws -> PayReport {
    try PayReport(scene.scored, ReportScene.sources, by: scene.groups.column)
  }

  @Test("the terms of the amount's formula are its parts, and they add up")
  func parts() throws {
    let report = try Self.report(
      try Self.scene(
        """
        fine: ROUND(0.1 * base, 2)
          late: ROUND(0.25 * fine, 2)
          pay: ROUND(base + bonus_part + 2 * fine - fine, 2)
          left: pay - late
        """, "{amount: pay, budget: 500元}",
        rows: "A,N,100.10,\nB,S,33.33,\nC,N,0.05,\n"))
    #expect(report.parts.map(\.name) == ["base", "bonus_part", "fine", ""])
    #expect(report.parts.map(\.kind) == [.added, .added, .deducted, .other])
    // late comes of fine, a part; left of what is paid.
    #expect(report.notes.map(\.name) == ["late", "left"])
    #expect(report.groups.map(\.name) == ["N", "S"])
    #expect(report.groups[0].lines.map(\.key) == ["A", "C"])
    // A: 100.10 + 50.05 + 20.02 - 10.01 = 160.16; B: 33.33 + 16.665 + 6.66 - 3.33 = 53.325, paid 53.33.
    #expect(report.groups[0].lines[0].parts == [10010, 5005, 1001, 2002])
    #expect(report.groups[0].lines[0].amount == 16016)
    #expect(report.total.people == 3)
    #expect(report.total.amount == report.groups.reduce(0) { $0 + $1.sums.amount })
    #expect(report.budget == 50000 && report.remaining == 50000 - report.total.amount)
  }

  @Test("by how much rounding moved the sum of the printed parts is a part of its own")
  func rounding() throws {
    let report = try Self.report(
      try Self.scene("pay: ROUND(base + bonus_part, 0)", rows: "A,N,33.33,\nB,N,10,\n"))
    // Where nothing was moved there is no such part.
    #expect(report.parts.map(\.kind) == [.added, .added])
    // 33.33 + 16.67 (16.665) = 50.00 is paid as 50; 10 + 5 as 15.
    #expect(report.groups[0].lines.map(\.amount) == [5000, 1500])
    for line in report.groups[0].lines {
      #expect(line.parts.reduce(0) { $0 + ($1 ?? 0) } == line.amount)
    }
    let other = try Self.report(
      try Self.scene("pay: ROUND(base + bonus_part, 0)", rows: "A,N,33.34,\n"))
    // 33.34 + 16.67 = 50.01 is paid as 50.
    #expect(other.parts.map(\.kind) == [.added, .added, .rounding])
    #expect(other.groups[0].lines[0].parts == [3334, 1667, -1])
  }

  @Test("an amount that is no sum has no parts, one in 万元 is paid in yuan, half a fen goes up")
  func single() throws {
    let report = try Self.report(
      try Self.scene("pay: IFMISSING(more, 0)", rows: "A,N,1,1.2345675\nB,N,1,\n"))
    #expect(report.parts.isEmpty && report.notes.isEmpty)
    #expect(report.unit == Unit(.yuan))
    // 12345.675 yuan: the shortest decimal is rounded, and not the double just below it.
    #expect(report.groups[0].lines.map(\.amount) == [1_234_568, 0])
  }

  @Test("who has no amount is listed without one and counts as nothing; rejected rows are counted")
  func missing() throws {
    let report = try Self.report(
      try Self.scene("pay: more", rows: "A,N,1,2\nB,,1,\nC,N,oops,1\n"))
    #expect(report.groups.map(\.name) == ["N", nil])
    #expect(report.groups[1].lines[0].amount == nil && report.groups[1].sums.amount == 0)
    #expect(report.rejected == 1 && report.total.people == 2 && report.total.amount == 2_000_000)
    for language in Title.Language.allCases {
      let page = PayPage(report, language).html()
      #expect(PrintedTables(page).faults == [] && WellFormedness.fault(of: page) == nil)
      let signed = language == .english ? "Approved by" : "审批"
      #expect(page.contains(signed))
    }
  }

  @Test("no payroll, a column that is not there, and amounts beyond fen are told")
  func faults() throws {
    let scene = try ReportScene(
      policy: """
        policy: bare
        tables: {staff: {key: id, columns: {a: number}}}
        scorecard: {dimensions: {work: {measures: {a: {score: a}}}}}
        """, tables: ["staff": "id,a\nA,1\n"])
    #expect(throws: ReportError.noPayroll(policy: "bare")) {
      try PayReport(scene.scored, ReportScene.sources)
    }
    let paid = try Self.scene("pay: base", rows: "A,N,1e,\nB,N,99999999999999999,\n")
    #expect(throws: ReportError.tooLarge(key: "B")) {
      try PayReport(paid.scored, ReportScene.sources)
    }
    #expect(throws: ReportError.noColumn("bank", known: ["branch"])) {
      try PayReport(paid.scored, ReportScene.sources, by: "bank")
    }
    for error in [ReportError.tooLarge(key: nil), .tooLarge(key: "B"), .noColumn("x", known: [])] {
      #expect(!error.description.isEmpty)
    }
  }

  @Test("sums are exact where doubles are not: 1,000 times 0.01 and 1.10")
  func exact() throws {
    let rows = (0..<2000).map { "P\($0),N,\($0 % 2 == 0 ? "0.01" : "1.10"),\n" }.joined()
    let report = try Self.report(try Self.scene("pay: base", rows: rows))
    #expect(report.total.amount == 1000 * 1 + 1000 * 110)
    #expect(PayReport.text(report.total.amount) == "1110.00")
    #expect(PayReport.text(-5) == "-0.05")
  }

  @Test("whether rows are needed is known from the plan: results are kept, columns are not")
  func needsRows() throws {
    let rows = "A,N,1,\n"
    let columns = try Self.scene("pay: base + bonus_part", rows: rows)
    #expect(PayReport.needsRows(columns.plan))
    let kept = try Self.scene("x: 2 * base\n  y: 3 * base\n  pay: x + y", rows: rows)
    #expect(!PayReport.needsRows(kept.plan))
    #expect(kept.plan.payTerms.map(\.name) == ["x", "y"])
  }
}
