import ScoringEngine
import ScoringPlan
import SeededRandom
import TestSupport
import Testing

@testable import PolicyAnalysis

/// A trial of a cell must give what scoring the changed file from scratch gives.
@Suite("Trials of cells")
struct CellTrialsTests {
  private typealias Cells = IncentivePolicies.Cells

  private static func staff(_ count: Int, _ random: inout SplitMix64) -> Cells {
    Cells(
      header: ["id", "branch", "plan", "deposit", "review", "bad", "complaints", "extra"],
      rows: (0..<count).map { index in
        [
          "s\(index)", ["East", "West"][random.next(below: 2)],
          "\([0, 1, 1, 2][random.next(below: 4)])", "\(Double(random.next(below: 40)) / 10)",
          "\(50 + random.next(below: 51))", "0.0\(random.next(below: 6))",
          "\([0, 0, 0, 1, 2][random.next(below: 5)])",
          random.next(below: 3) == 0 ? "" : "\(random.next(below: 101))",
        ]
      })
  }

  /// Compares all registers asked for of one changed cell with a run from scratch.
  private static func check(
    _ yaml: String, _ tables: [String: Cells], table: String, column name: String,
    tries: [(row: Int, value: String)], outputs: (Plan) -> [Register]
  ) throws {
    let scored = try IncentivePolicies.run(yaml, tables)
    let plan = scored.plan
    let trials = CellTrials(scored, threads: 2)
    let index = try #require(plan.tables.firstIndex { $0.name == table })
    let register = Register(
      1 + (try #require(plan.tables[index].columns.firstIndex { $0.name == name })))
    let registers = outputs(plan)
    let tries = tries.filter { trials.subject(ofRow: $0.row, in: index) != nil }
    let found = trials.map(
      1, threads: 1, column: register, of: index, registers: registers
    ) { _, runner -> CellTrialResults in
      var results = runner.makeResults()
      runner.run(
        tries.map { CellTrial(row: $0.row, value: Double($0.value) ?? .nan) }, into: &results)
      return results
    }[0]
    for (trial, change) in tries.enumerated() {
      var changed = tables
      changed[table] = tables[table]?.with(change.value, row: change.row, column: name)
      let scratch = try IncentivePolicies.run(yaml, changed)
      let subject = try #require(trials.subject(ofRow: change.row, in: index))
      #expect(found.isRejected[trial] == scratch.isRejected(subject))
      if scratch.isRejected(subject) { continue }
      for (place, register) in registers.enumerated() {
        let expected = scratch.column(register)
        if let grading = plan.gradings.first(where: { $0.result == register }) {
          let code = found[place, trial]
          let band = code.flatMap { trials.codes(of: grading).firstIndex(of: $0) }
          #expect(
            band.map { grading.bands[$0].grade } ?? "" == expected?.text(of: subject),
            "\(name) \(change) \(grading.name)")
        } else {
          #expect(
            found[place, trial] == expected?[subject], "\(name) \(change) \(register.index)")
        }
      }
    }
  }

  @Test(
    "final, ranks, grades by seats and shares, ties and pay are those of the changed file",
    arguments: ["plan", "deposit", "review", "bad", "complaints", "extra"])
  func subjectColumns(_ column: String) throws {
    var random = SplitMix64(seed: 11)
    for _ in 0..<LongTests.rounds(6, long: 60) {
      let staff = Self.staff(9, &random)
      let filled = (0..<9).filter {
        !staff.rows[$0][staff.header.firstIndex(of: column) ?? 0].isEmpty
      }
      let tries = filled.flatMap { row in
        (0..<4).map { _ in (row: row, value: Self.value(column, &random)) }
      }
      try Self.check(
        IncentivePolicies.seats, ["staff": staff], table: "staff", column: column, tries: tries
      ) { plan in
        [plan.layout.final ?? plan.layout.total] + plan.gradings.map(\.result)
          + plan.rankings.map(\.result) + plan.layout.results.map(\.register)
      }
    }
  }

  private static func value(_ column: String, _ random: inout SplitMix64) -> String {
    switch column {
    case "plan", "deposit": "\(Double(random.next(below: 50)) / 10)"
    case "bad": "\(Double(random.next(below: 70)) / 1000)"
    case "complaints": "\(random.next(below: 4))"
    default: "\(random.next(below: 101))"
    }
  }

  @Test("detail rows are summed and counted as in the changed file")
  func detailColumns() throws {
    var random = SplitMix64(seed: 5)
    let staff = Cells(
      header: ["id", "plan"],
      rows: (0..<6).map { ["s\($0)", "\(10 * random.next(below: 4))"] })
    let business = Cells(
      header: ["id", "kind", "years", "income", "cost"],
      rows: (0..<17).map { _ in
        [
          "s\(random.next(below: 6))", ["old", "new"][random.next(below: 2)],
          "\(random.next(below: 7))", "\(random.next(below: 20))", "\(random.next(below: 20))",
        ]
      })
    for column in ["years", "income", "cost"] {
      try Self.check(
        IncentivePolicies.ledger, ["staff": staff, "business": business], table: "business",
        column: column, tries: (0..<17).map { ($0, "\(random.next(below: 25))") }
      ) { [$0.layout.total] + $0.gradings.map(\.result) }
    }
  }

  @Test("statistics over a group see the person's new value")
  func statistics() throws {
    var random = SplitMix64(seed: 3)
    let staff = Cells(
      header: ["id", "branch", "sold", "asked"],
      rows: (0..<8).map {
        [
          "s\($0)", ["East", "West"][random.next(below: 2)], "\(random.next(below: 9))",
          "\(random.next(below: 5))",
        ]
      })
    for column in ["sold", "asked"] {
      try Self.check(
        IncentivePolicies.compared, ["staff": staff], table: "staff", column: column,
        tries: (0..<8).map { ($0, "\(random.next(below: 9))") }
      ) { [$0.layout.total] }
    }
  }
}
