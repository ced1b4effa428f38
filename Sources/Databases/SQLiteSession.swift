import SQLiteAccess

/// A connection to a file of SQLite.
public final class SQLiteSession: DatabaseSession {
  /// Where the database is.
  public let location: DatabaseLocation
  /// `sqlite`.
  public let dialectName = "sqlite"
  let database: Database

  /// Opens a file.
  ///
  /// - Throws: a fault when it cannot be opened, is no database, or another program has held it for
  ///   half a minute.
  public init(_ file: String, _ access: DatabaseLocation.Access) throws(DatabaseFault) {
    let location = DatabaseLocation.sqlite(file: file)
    self.location = location
    do throws(DatabaseError) {
      database = try Database(file, access: access == .reading ? .reading : .writing)
    } catch {
      throw DatabaseFault(error, location)
    }
  }

  /// Runs statements whose rows nobody wants.
  public func execute(_ sql: String) throws(DatabaseFault) {
    try told { () throws(DatabaseError) in try database.execute(sql) }
  }

  /// Calls `body` with each row of one `SELECT`; a truth is the whole number 1 or 0.
  public func rows(_ sql: String, _ body: ([DatabaseCell]) throws -> Void) throws {
    do {
      try database.rows(sql) { row in
        try body((0..<row.columnCount).map { try Self.cell(row.value($0)) })
      }
    } catch let error as DatabaseError {
      throw DatabaseFault(error, location)
    } catch is BytesInCell {
      throw fault("a cell holds bytes and no text")
    }
  }

  /// The names of the tables and views, in order of their names.
  public func tables() throws(DatabaseFault) -> [String] {
    try names(
      "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') "
        + "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name")
  }

  /// The names of a table's columns in their order; none when there is no such table.
  public func columns(of table: String) throws(DatabaseFault) -> [String] {
    try declarations(of: table).map(\.name)
  }

  /// Does all that `body` does, or nothing of it when it fails or the program ends; waits until nobody
  /// else writes.
  public func transaction(_ body: () throws -> Void) throws {
    do {
      try database.transaction(body)
    } catch let error as DatabaseError {
      throw DatabaseFault(error, location)
    }
  }

  /// Begins to read one state of the file.
  public func beginSnapshot() throws(DatabaseFault) { try execute("BEGIN") }

  /// Ends it.
  public func endSnapshot() { try? execute("COMMIT") }

  /// The columns of a table with the types that they were declared with.
  func declarations(of table: String) throws(DatabaseFault) -> [(name: String, type: String)] {
    try told { () throws(DatabaseError) in
      let statement = try database.prepare("SELECT name, type FROM pragma_table_xinfo(?1)")
      try statement.bind([.text(table)])
      var columns: [(name: String, type: String)] = []
      while try statement.step() {
        columns.append((statement.value(0).text ?? "", statement.value(1).text ?? ""))
      }
      return columns
    }
  }

  /// What `body` answers; its error is told as one of this database.
  func told<Result>(
    _ body: () throws(DatabaseError) -> Result
  ) throws(DatabaseFault) -> Result {
    do throws(DatabaseError) {
      return try body()
    } catch {
      throw DatabaseFault(error, location)
    }
  }

  private struct BytesInCell: Error {}

  private static func cell(_ value: DatabaseValue) throws -> DatabaseCell {
    switch value {
    case .null: .null
    case .integer(let integer): .integer(integer)
    case .real(let real): .real(real)
    case .text(let text): .text(text)
    case .bytes: throw BytesInCell()
    }
  }

  private func names(_ select: String) throws(DatabaseFault) -> [String] {
    try told { () throws(DatabaseError) in
      let statement = try database.prepare(select)
      var names: [String] = []
      while try statement.step() { names.append(statement.value(0).text ?? "") }
      return names
    }
  }
}
