import Databases
import Foundation
import PushedScoring
import ScorecardPolicy
import ScoringPlan
import TestSupport
import Testing

@Suite("Rows at fault end a job in a database, with what is wrong and an example")
struct RowCheckTests {
  private static let policy = """
    policy: checks
    tables:
      staff:
        key: id
        unique: [card]
        columns:
          card: {type: text}
          role: {type: text, values: [a, b]}
          points: {minimum: 0, maximum: 100}
      sales:
        key: id
        order: day
        columns:
          day: {type: date}
          amount: {}
    scorecard:
      dimensions:
        all:
          weights: {points: 1, normalize: true}
          measures:
            points: {score: points + SUM(sales.amount)}
    """

  private static let staff = [
    "1,c1,a,10", ",c2,a,10", "3,c3,x,10", "4,c4,a,", "5,c5,b,-1", "6,c6,b,101", "7,c7,a,1e300",
    "8,c8,a,1", "8,c9,a,1", "9,c1,a,1",
  ]
  private static let sales = [
    "1,2026-01-01,5", "1,2026-01-01,6", "0,2026-01-02,1", "3,2026-01-01,",
  ]

  @Test("Each kind of fault is found", arguments: ConformanceTests.databases)
  func found(engine: String) throws {
    let folder = try TemporaryDirectory()
    let session = try ConformanceTests.session(engine, in: folder.path)
    let id = DatabaseColumn("id", .text)
    try session.transaction {
      try session.load(
        table: "staff",
        columns: [
          id, DatabaseColumn("card", .text), DatabaseColumn("role", .text),
          DatabaseColumn("points", .real),
        ], csv: { try Self.write("id,card,role,points", Self.staff, to: $0) })
      try session.load(
        table: "sales",
        columns: [id, DatabaseColumn("day", .date), DatabaseColumn("amount", .real)],
        csv: { try Self.write("id,day,amount", Self.sales, to: $0) })
    }
    let plan = Plan(try ResolvedPolicy(try PolicyReader.read(Self.policy, file: "p.yaml").policy))
    let error = #expect(throws: PushedScoringError.self) {
      try PushedJob(plan, options: PushedOptions()).run(in: session)
    }
    guard case .rowsAtFault(let checks) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(
      checks.map(\.description) == [
        "sales: 1 row, that of 3: amount: blank",
        "sales: 2 rows, such as that of 1: day: the same in two rows of one id",
        "sales: 1 row, that of 0: id: not among those of staff",
        "staff: 2 rows, such as that of 1: card: the same in several rows",
        "staff: 1 row: id: blank",
        "staff: 2 rows, such as that of 8: id: the same in several rows",
        "staff: 2 rows, such as that of 6: points: above the maximum",
        "staff: 1 row, that of 5: points: below the minimum",
        "staff: 1 row, that of 4: points: blank",
        "staff: 1 row, that of 7: points: neither blank nor a number below 10^15 in size",
        "staff: 1 row, that of 3: role: a text that is not allowed",
      ])
  }

  private static func write(
    _ header: String, _ rows: [String], to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let text = ([header] + rows).joined(separator: "\n") + "\n"
    try Array(text.utf8).withUnsafeBytes(sink)
  }
}
