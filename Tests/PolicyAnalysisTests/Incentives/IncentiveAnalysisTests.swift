import DelimitedText
import ScoringEngine
import ScoringPlan
import SeededRandom
import Testing

@testable import PolicyAnalysis

@Suite("Incentives where people stand")
struct IncentiveAnalysisTests {
  private typealias Cells = IncentivePolicies.Cells

  private static func staff(_ count: Int, seed: UInt64) -> Cells {
    var random = SplitMix64(seed: seed)
    return Cells(
      header: ["id", "branch", "plan", "deposit", "review", "bad", "complaints", "extra"],
      rows: (0..<count).map { index in
        [
          "s\(index)", ["East", "West"][random.next(below: 2)], "1",
          "\(Double(5 + random.next(below: 14)) / 10)", "\(45 + random.next(below: 56))",
          "0.0\(random.next(below: 7))", "\([0, 0, 1, 2][random.next(below: 4)])", "",
        ]
      })
  }

  /// What a person gets by scoring a changed file from scratch.
  private struct Scratch {
    let plan: Plan
    let staff: Cells

    func response(_ row: Int, _ column: String, _ text: String) throws -> IncentiveResponse {
      let changed = staff.with(text, row: row, column: column)
      let population = try Population.load(
        plan, texts: ["staff": [try DecodedText(Array(changed.text.utf8), file: "staff.csv")]])
      let scored = PlanEngine(plan: plan).score(population)
      let final = scored.column(plan.layout.final ?? plan.layout.total)?[row] ?? .nan
      let grades = plan.gradings.map { scored.column($0.result)?.text(of: row) ?? "" }
      let ranks = plan.rankings.map { scored.column($0.result)?[row] }
      let bands = plan.gradings[0].bands
      return IncentiveResponse(
        key: ScoreKey.key(of: final, decimals: plan.decimals + 4) ?? 0,
        eligible: grades.count { !$0.isEmpty } + ranks.count { $0 != nil },
        band: bands.firstIndex { $0.grade == grades[0] } ?? bands.count)
    }
  }

  /// A column, in how many units a cell of it can hold something, and how these are written.
  struct Searched: Sendable, CustomTestStringConvertible {
    let column: String
    let last: Int
    let write: @Sendable (Int) -> String

    var testDescription: String { column }
  }

  static let searched = [
    Searched(column: "review", last: 100) { "\($0)" },
    Searched(column: "bad", last: 100) { $0 == 100 ? "1" : "0." + ($0 < 10 ? "0\($0)" : "\($0)") },
  ]

  @Test(
    "regions and the nearest step to a better band are those found by trying every file",
    arguments: searched)
  func bruteForce(_ searched: Searched) throws {
    for seed in [UInt64(2), 7] {
      let staff = Self.staff(8, seed: seed)
      let scored = try IncentivePolicies.run(IncentivePolicies.seats, ["staff": staff])
      let analysis = try IncentiveAnalysis(
        scored, options: IncentiveOptions(columns: [searched.column], threads: 2))
      let column = try #require(analysis.columns.first)
      let scratch = Scratch(plan: scored.plan, staff: staff)
      let isUp = searched.column == "review"
      #expect(column.direction == (isUp ? .up : .down))
      #expect(column.findings.count == 8)
      let step = Int(column.column.grid.step)
      for finding in column.findings {
        let own = Int(finding.own)
        let all = try (0...searched.last).map {
          try scratch.response(finding.row, searched.column, searched.write($0))
        }
        let ahead = isUp ? Array((own..<all.count).dropFirst()) : (0..<own).reversed()
        let back = isUp ? (0..<own).reversed() : Array((own..<all.count).dropFirst())
        #expect(
          finding.region == Self.region(all, own, ahead, back, step),
          "\(searched.column) \(finding.row) seed \(seed)")
        let better = all.indices.filter { all[$0].band < all[own].band }
        let nearest = better.map { abs($0 - own) }.min()
        #expect(finding.step.map { Int(abs($0.to - finding.own)) } == nearest)
        if let to = finding.step { #expect(all[Int(to.to)].band == to.band) }
        if finding.region == .waits {
          let first = ahead.first { all[$0].compare(all[own]) != 0 }
          #expect(finding.distance == first.map { Int64(abs($0 - own)) })
        }
      }
    }
  }

  /// Where a person sits, by what every number gives.
  private static func region(
    _ all: [IncentiveResponse], _ own: Int, _ ahead: [Int], _ back: [Int], _ step: Int
  ) -> IncentiveRegion {
    if let first = ahead.first(where: { all[$0].compare(all[own]) != 0 }) {
      let isNear = abs(first - own) <= step
      let isBetter = all[first].compare(all[own]) > 0
      return isBetter ? (isNear ? .pays : .waits) : (isNear ? .costs : .turns)
    }
    if !back.contains(where: { all[$0].compare(all[own]) != 0 }) { return .none }
    return ahead.isEmpty ? .best : .capped
  }

  @Test("every row stands in one region, and nobody is counted twice in one")
  func countedOnce() throws {
    let staff = Self.staff(40, seed: 9)
    let scored = try IncentivePolicies.run(IncentivePolicies.seats, ["staff": staff])
    let analysis = try IncentiveAnalysis(scored)
    // Nobody has a number in the column extra.
    #expect(
      analysis.columns.map(\.column.name) == ["plan", "deposit", "review", "bad", "complaints"])
    for column in analysis.columns {
      #expect(column.regions.reduce(0) { $0 + $1.rows } == 40)
      #expect(column.regions.allSatisfy { $0.rows == $0.people })
    }
    #expect(Set(analysis.steps.map(\.subject)).count == analysis.steps.count)
    for step in analysis.steps {
      let others = analysis.columns.flatMap(\.steps).filter { $0.subject == step.subject }
      #expect(others.allSatisfy { $0.share >= step.share })
    }
  }

  @Test("the paper's ageing pays for keeping an old loss, and the old are all the same to it")
  func ageing() throws {
    // Of 90 % of the score: a gains on old business, b loses on it, c's is older than 4 years, d's is new.
    let staff = Cells(
      header: ["id", "plan"], rows: [["a", "20"], ["b", "20"], ["c", "20"], ["d", "20"]])
    let business = Cells(
      header: ["id", "kind", "years", "income", "cost"],
      rows: [
        ["a", "old", "2", "30", "10"], ["b", "old", "2", "10", "20"], ["b", "new", "0", "30", "5"],
        ["c", "old", "6", "30", "10"], ["d", "new", "0", "30", "10"], ["a", "old", "1", "3", "2"],
      ])
    let scored = try IncentivePolicies.run(
      IncentivePolicies.ledger, ["staff": staff, "business": business])
    let analysis = try IncentiveAnalysis(
      scored, options: IncentiveOptions(columns: ["business.years"]))
    let years = try #require(analysis.columns.first)
    #expect(years.direction == .down)
    let found = years.findings.map(\.region)
    // Row 4 is new business: its age counts nothing. Rows of who is new, at 0, too.
    #expect(found == [.pays, .costs, .none, .waits, .none, .pays])
    #expect(
      years.findings[1].cause == IncentiveCause(kind: .formula, name: "profit.profit"))
    // It pays again from 3 years on, that is at 3.99: cells are whole years.
    #expect(years.findings[3].distance == 3)
    let costs = try #require(years.regions.first { $0.region == .costs })
    #expect([costs.rows, costs.people] == [1, 1])
  }

  @Test("caps, floors and gates are named, with how far beyond them people stand")
  func causes() throws {
    let staff = Cells(
      header: ["id", "branch", "plan", "deposit", "review", "bad", "complaints", "extra"],
      rows: [
        ["a", "East", "1", "1.8", "90", "0", "0", ""],
        ["b", "East", "1", "-0.3", "90", "0", "0", ""],
        ["c", "East", "1", "1.4", "95", "0.035", "0", ""],
        ["d", "East", "1", "1", "70", "0", "0", ""],
      ])
    let scored = try IncentivePolicies.run(IncentivePolicies.seats, ["staff": staff])
    let analysis = try IncentiveAnalysis(
      scored, options: IncentiveOptions(columns: ["deposit", "review"]))
    let deposit = analysis.columns[0].findings
    #expect(deposit.map(\.region) == [.capped, .waits, .capped, .pays])
    #expect(deposit[0].cause == IncentiveCause(kind: .cap, name: "business.deposit"))
    // The cap of 150 is reached at 1.5, the floor of 0 left at 0.
    #expect(deposit[0].distance == 3)
    #expect(deposit[1].cause == IncentiveCause(kind: .floor, name: "business.deposit"))
    #expect(deposit[1].distance == 4)
    // The gate on bad loans caps c at 90, whatever is done elsewhere.
    #expect(deposit[2].cause == IncentiveCause(kind: .gate, name: "limit"))
  }

  @Test("cliffs stand where the policy has them, with those just before and just behind")
  func cliffs() throws {
    var staff = Self.staff(30, seed: 4)
    for row in staff.rows.indices {
      staff = staff.with("\(row < 4 ? 59 : row < 10 ? 60 : 75)", row: row, column: "review")
      staff = staff.with(row < 3 ? "0.031" : "0", row: row, column: "bad")
    }
    let scored = try IncentivePolicies.run(IncentivePolicies.seats, ["staff": staff])
    let analysis = try IncentiveAnalysis(scored)
    let review = try #require(analysis.columns.first { $0.column.name == "review" })
    let veto = try #require(review.cliffs.first { $0.threshold == 60 })
    #expect([veto.before, veto.behind] == [4, 6])
    #expect(veto.changesEligibility)
    #expect(review.cliffs.count == 1)
  }

  @Test("answers do not depend on the number of threads")
  func threads() throws {
    let scored = try IncentivePolicies.run(
      IncentivePolicies.seats, ["staff": Self.staff(50, seed: 6)])
    let files = try [1, 3, 8].map { threads in
      let analysis = try IncentiveAnalysis(scored, options: IncentiveOptions(threads: threads))
      return GradeStepsFile(analysis, allColumns: true).bytes
    }
    #expect(files[0] == files[1] && files[0] == files[2])
    #expect(files[0].count > 200)
  }

  @Test("a curve has the person's own number, and both sides of each change of grade")
  func curve() throws {
    let staff = Self.staff(9, seed: 2)
    let scored = try IncentivePolicies.run(IncentivePolicies.seats, ["staff": staff])
    let trials = CellTrials(scored, threads: 1)
    let scratch = Scratch(plan: scored.plan, staff: staff)
    for person in [0, 4] {
      let curve = try IncentiveCurve(trials, of: person, column: "review")
      #expect(curve.points.count(where: \.isOwn) == 1)
      for point in curve.points {
        let response = try scratch.response(person, "review", "\(Int(point.value))")
        #expect(
          point.final.flatMap { ScoreKey.key(of: $0, decimals: 6) } == response.key)
        let bands = scored.plan.gradings[0].bands
        let label = response.band < bands.count ? bands[response.band].grade : ""
        #expect(point.grades[0] == label)
      }
      for (one, other) in zip(curve.points, curve.points.dropFirst())
      where one.grades != other.grades {
        #expect(other.value - one.value == 1)
      }
    }
  }

  @Test("columns, grades and pay that are not there are told by their names")
  func faults() throws {
    let staff = ["staff": Self.staff(6, seed: 1)]
    let seats = try IncentivePolicies.run(IncentivePolicies.seats, staff)
    let refused: [(IncentiveOptions, String)] = [
      (IncentiveOptions(columns: ["branch"]), "they are plan, deposit, review, bad"),
      (IncentiveOptions(directions: ["depsit": .up]), "\"depsit\" is no column"),
      (IncentiveOptions(grade: "medal"), "its grades are star, level"),
    ]
    for (options, words) in refused {
      let error = #expect(throws: IncentiveError.self) {
        try IncentiveAnalysis(seats, options: options)
      }
      #expect(error?.description.contains(words) ?? false, "\(error?.description ?? "")")
    }
    let unpaid = try IncentivePolicies.run(
      IncentivePolicies.seats.replacing(/payroll: .*/, with: ""), staff)
    let error = #expect(throws: IncentiveError.self) {
      try IncentiveAnalysis(unpaid, options: IncentiveOptions(outcome: .pay))
    }
    #expect(error?.description.contains("has no payroll") ?? false)
  }
}
