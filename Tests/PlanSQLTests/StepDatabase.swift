import SQLiteAccess
import TestSupport
import Testing

@testable import PlanSQL

/// A database of SQLite in which steps are run.
final class StepDatabase {
  private let folder: TemporaryDirectory
  private let database: Database

  init() throws {
    folder = try TemporaryDirectory()
    database = try Database(folder.file("steps.db").path, access: .writing)
  }

  /// Makes a table of typed columns (`x REAL`) and fills it.
  func fill(_ table: String, _ columns: [String], _ rows: [[DatabaseValue]]) throws {
    try database.transaction {
      try database.execute("CREATE TABLE \(table) (\(columns.joined(separator: ", ")))")
      let marks = columns.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
      let insert = try database.prepare("INSERT INTO \(table) VALUES (\(marks))")
      for row in rows { try insert.run(row) }
    }
  }

  /// The rows of the last step, each as its values by the names of columns.
  func rows(of steps: [SQLStep]) throws -> [[String: DatabaseValue]] {
    let last = try #require(steps.last)
    let expressions = steps.map { "\($0.name) AS MATERIALIZED (\($0.query))" }
    var found: [[String: DatabaseValue]] = []
    try database.rows("WITH \(expressions.joined(separator: ",\n"))\nSELECT * FROM \(last.name)") {
      row in
      let pairs = (0..<row.columnCount).map { (row.columnName($0), row.value($0)) }
      found.append(Dictionary(uniqueKeysWithValues: pairs))
    }
    return found
  }
}

extension DatabaseValue {
  /// The double, if it is one.
  var real: Double? {
    if case .real(let real) = self { real } else { nil }
  }
}
