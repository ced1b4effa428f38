import ColumnStore
import SQLiteAccess

extension SQLiteSession {
  /// Makes a table and fills it, as the protocol says; truths are the whole numbers 1 and 0.
  public func load(
    table: String, columns: [DatabaseColumn],
    csv: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void
  ) throws {
    let declarations = columns.map { "\(SQLText.quoted($0.name)) \(Self.type($0.type))" }
    try execute("DROP TABLE IF EXISTS \(SQLText.quoted(table))")
    try execute(
      "CREATE TABLE \(SQLText.quoted(table)) (\(declarations.joined(separator: ", ")))")
    let insert = try told { () throws(DatabaseError) in
      let places = columns.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
      return try database.prepare("INSERT INTO \(SQLText.quoted(table)) VALUES (\(places))")
    }
    var rows = CopiedRows()
    var isHeader = true
    let take = { (row: CopiedRows.Row) throws in
      defer { isHeader = false }
      if isHeader { return }
      guard row.count == columns.count else {
        throw self.fault("a row for the table \(table) has \(row.count) cells")
      }
      let values = try columns.indices.map { try self.value(row, $0, columns[$0]) }
      try self.told { () throws(DatabaseError) in try insert.run(values) }
    }
    try csv { piece in try rows.take(piece, take) }
    try rows.finish(take)
  }

  private static func type(_ type: DatabaseColumnType) -> String {
    switch type {
    case .real: "REAL"
    case .integer: "INTEGER"
    case .text, .date: "TEXT"
    case .truth: "BOOLEAN"
    }
  }

  /// A cell's value. Numbers are read here: SQLite's own reading is not exact.
  private func value(
    _ row: CopiedRows.Row, _ index: Int, _ column: DatabaseColumn
  ) throws(DatabaseFault) -> DatabaseValue {
    guard let text = row.text(index) else { return .null }
    let value: DatabaseValue? =
      switch column.type {
      case .real: Double(text).map { .real($0) }
      case .integer: Int(text).map { .integer($0) }
      case .truth: Self.truths[text.lowercased()].map { .integer($0) }
      case .text, .date: .text(text)
      }
    guard let value else {
      throw fault("\"\(text)\" cannot stand in the column \(column.name), which is \(column.type)")
    }
    return value
  }

  private static let truths = ["true": 1, "1": 1, "是": 1, "false": 0, "0": 0, "否": 0]
}
