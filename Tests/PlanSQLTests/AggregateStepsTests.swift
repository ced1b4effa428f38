import SQLiteAccess
import ScorecardPolicy
import ScoringPlan
import Testing

@testable import PlanSQL

@Suite("Aggregates in SQL")
struct AggregateStepsTests {
  private func rows(_ table: DetailTable, isClean: Bool) throws -> [[String: DatabaseValue]] {
    let database = try StepDatabase()
    try table.fill(database)
    let aggregates = DetailTable.aggregates
    let faultless = Set(
      aggregates.filter { $0.function == .count && $0.condition == nil }.map(\.result))
    let subjects = PlainScope(plan: DetailTable.plan) { !isClean && !faultless.contains($0) }
    let details = PlainScope(
      plan: DetailTable.plan, hasFaults: { !isClean && $0.index > 1 }, isComplete: isClean)
    let steps = AggregateSteps(subjects, details: [details]).steps(
      for: aggregates, from: "subjects", details: ["ledger"], carrying: ["key", "rejected"],
      named: "totals")
    return try database.rows(of: steps)
  }

  private func compare(_ table: DetailTable, isClean: Bool) throws {
    let found = try rows(table, isClean: isClean)
    #expect(found.count == table.keys.count)
    let byKey = Dictionary(uniqueKeysWithValues: found.map { ($0["key"], $0) })
    for (key, rows) in zip(table.keys, table.rows) {
      let row = try #require(byKey[.text(key)])
      let evaluation = PlanInterpreter(DetailTable.plan).evaluate(
        subject: [.text(key)], details: [rows])
      #expect(row["undecided"] == .null)
      for aggregate in DetailTable.aggregates {
        let (index, expected) = (aggregate.result.index, evaluation[aggregate.result])
        #expect(
          row["r\(index)"]?.isSame(as: expected) == true,
          "\(aggregate.function) \(aggregate.source) \(row) \(expected) of \(rows)")
        guard !isClean, case .fault(let fault) = expected else {
          #expect([nil, .null].contains(row["f\(index)"]))
          continue
        }
        // Which of the faults of one kind is told of depends on the order of rows.
        #expect(row["f\(index)"]?.integer.map { $0 >> 20 } == Int(fault.kind.rawValue))
      }
    }
  }

  @Test("Aggregates have the bits of the definition", arguments: 1...80)
  func definition(seed: UInt64) throws {
    try compare(DetailTable(seed: seed, isClean: false), isClean: false)
  }

  @Test("Aggregates of rows that are all there are the same", arguments: 1...20)
  func clean(seed: UInt64) throws {
    try compare(DetailTable(seed: seed, isClean: true), isClean: true)
  }

  @Test("A sum that cannot be decided is so for its subject alone")
  func undecided() throws {
    let database = try StepDatabase()
    try database.fill(
      "subjects", ["key TEXT", "undecided TEXT"], ["a", "b", "c", "d"].map { [.text($0), .null] })
    try database.fill(
      "ledger", ["key TEXT", "undecided TEXT", "r5 REAL"],
      [
        [.text("a"), .null, .real(0x1p60)], [.text("b"), .null, .real(1)],
        [.text("c"), .text("why"), .real(1)],
      ])
    let sum = Aggregate(
      function: .sum, table: 1, source: DetailTable.fee, sourceName: "fee", result: Register(1),
      origin: 0)
    let scope = PlainScope(plan: DetailTable.plan, hasFaults: { _ in false }, isComplete: true)
    let steps = AggregateSteps(scope, details: [scope]).steps(
      for: [sum], from: "subjects", details: ["ledger"], carrying: ["key"], named: "t")
    let reasons = Dictionary(
      uniqueKeysWithValues: try database.rows(of: steps).map { ($0["key"]?.text, $0["undecided"]) })
    #expect(
      reasons == [
        "a": .text("the SUM of fee cannot be decided in SQL"), "b": .null, "c": .text("why"),
        "d": .null,
      ])
  }
}
