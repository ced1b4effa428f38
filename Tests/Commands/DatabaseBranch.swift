import Databases
import Foundation
import TestSupport

/// A small policy with columns of every type, and its tables as files and in a database.
struct DatabaseBranch {
  static let policy = """
    policy: typed
    version: "1"
    tables:
      staff:
        key: id
        columns:
          name: {type: text, header: [姓名]}
          active: {type: truth, missing: allow}
          since: {type: date}
          points: {unit: point}
          extra: {unit: point, missing: allow}
      sales:
        key: id
        columns:
          amount: {unit: point}
    formulas:
      bonus: IF(AND(IFMISSING(active, FALSE), since < "2020-01-01"), 5, 1)
    scorecard:
      weights: {one: 0.7, two: 0.3}
      dimensions:
        one:
          measures:
            points: {score: points + bonus}
        two:
          measures:
            sales: {score: "IFMISSING(SUM(sales.amount), 0) + IFMISSING(extra, 0)"}
    rankings:
      rank: {by: total}

    """
  static let staffColumns = [
    DatabaseColumn("id", .text), DatabaseColumn("姓名", .text), DatabaseColumn("active", .truth),
    DatabaseColumn("since", .date), DatabaseColumn("points", .real),
    DatabaseColumn("extra", .integer), DatabaseColumn("unused", .text),
  ]
  /// In the order of their keys' bytes.
  static let staff = """
    id,姓名,active,since,points,extra,unused
    10,"Quote "" and, comma",TRUE,2019-12-31,0.1,9007199254740993,x
    9,"two
    lines",FALSE,2024-02-29,-1234.5678,,x
    A1,王小明,,1999-12-31,88.123456789012345,-900719925474099,
    b,it's; 'quoted',TRUE,2026-11-23,-0.0,0,

    """
  static let salesColumns = [DatabaseColumn("id", .text), DatabaseColumn("amount", .real)]
  static let sales = "id,amount\n10,0.1\n10,0.2\n10,1000000\n9,12.25\nA1,0.0000001\n"

  let folder: TemporaryDirectory
  let database: TestDatabase

  init(_ engine: TestEngine) throws {
    folder = try TemporaryDirectory()
    try folder.write(Self.policy, to: "policy.yaml")
    try folder.write(Self.staff, to: "files/staff.csv")
    try folder.write(Self.sales, to: "files/sales.csv")
    database = try TestDatabase(engine)
    try database.fill("staff", Self.staffColumns, from: Self.staff)
    try database.fill("sales", Self.salesColumns, from: Self.sales)
    database.close()
  }

  /// Runs a command in the folder; `DATABASE` in an argument stands for the database.
  func run(_ arguments: String...) throws -> CommandResult {
    database.close()
    return try CommandRunner.run(
      arguments.map { $0.replacingOccurrences(of: "DATABASE", with: database.name) },
      in: folder.url)
  }

  /// Changes the database.
  func change(_ statement: String) throws {
    try database.session.execute(statement)
    database.close()
  }
}
