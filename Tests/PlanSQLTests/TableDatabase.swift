import Calendars
import SQLiteAccess
import ScorecardPolicy
import ScoringPlan
import TestSupport

@testable import PlanSQL

/// A database that holds plain tables as SQL reads them, in a folder that goes with it.
final class TableDatabase {
  private let folder: TemporaryDirectory
  let database: Database

  init(_ plan: Plan, _ tables: [String: PlainTable]) throws {
    folder = try TemporaryDirectory()
    database = try Database(folder.file("tables.db").path, access: .writing)
    for table in plan.tables {
      try load(table, tables[table.name] ?? PlainTable(header: [], rows: []))
    }
  }

  private func load(_ table: PlanTable, _ plain: PlainTable) throws {
    let dialect = SQLDialect.sqlite
    let columns =
      ["\(dialect.identifier(table.keyName)) TEXT"]
      + table.columns.map { "\(dialect.identifier($0.name)) \($0.type.databaseType)" }
    try database.execute(
      "CREATE TABLE \(dialect.identifier(table.name)) (\(columns.joined(separator: ", ")))")
    let places = (1...columns.count).map { "?\($0)" }.joined(separator: ", ")
    let insertion = try database.prepare(
      "INSERT INTO \(dialect.identifier(table.name)) VALUES (\(places))")
    try database.transaction {
      for row in plain.rows.indices {
        let values = PlainRow(plain, row: row, table).values
        try insertion.run(
          zip(values, [.text] + table.columns.map(\.type)).map { $0.databaseValue($1) })
      }
    }
  }
}

extension ValueType {
  fileprivate var databaseType: String {
    switch self {
    case .number: "REAL"
    case .truth: "INTEGER"
    case .text, .date, .period: "TEXT"
    }
  }
}

extension Value {
  /// The value as its table holds it.
  fileprivate func databaseValue(_ type: ValueType) -> DatabaseValue {
    switch (self, type) {
    case (.number(let number), .date): .text("\(CivilDate(number: Int(number)))")
    case (.number(let number), .period): .text("\(CivilPeriod(number: Int(number)))")
    case (.number(let number), _): .real(number)
    case (.truth(let truth), _): .integer(truth ? 1 : 0)
    case (.text(let text), _): .text(text)
    case (.missing, _), (.fault, _): .null
    }
  }
}
