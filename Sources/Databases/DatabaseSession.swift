import Diagnostics

/// A connection to a database. One thread uses it at a time; it ends when nobody holds it any more.
public protocol DatabaseSession: AnyObject {
  /// Where the database is.
  var location: DatabaseLocation { get }
  /// The name of the dialect that it speaks: `sqlite`, `postgresql` or `duckdb`.
  var dialectName: String { get }

  /// Runs statements whose rows, if they give any, nobody wants.
  func execute(_ sql: String) throws(DatabaseFault)

  /// Calls `body` with each row of one `SELECT`, its cells in order; doubles are exact.
  ///
  /// - Throws: `DatabaseFault`, or what `body` throws.
  func rows(_ sql: String, _ body: ([DatabaseCell]) throws -> Void) throws

  /// The names of the tables and views, in order of their names.
  func tables() throws(DatabaseFault) -> [String]

  /// The names of a table's columns in their order; none when there is no such table.
  func columns(of table: String) throws(DatabaseFault) -> [String]

  /// Writes columns of a table as comma-separated text under a header of their names.
  ///
  /// Doubles stand in the fewest digits that read back the same and without exponents, other numbers as
  /// they stand, truths as TRUE and FALSE, days as 2026-01-31, no value as nothing. The same rows give the
  /// same bytes.
  ///
  /// - Parameters:
  ///   - table: the table, or a view.
  ///   - columns: names of its columns, in the order wanted.
  ///   - order: the order of rows.
  ///   - sink: called with whole rows, valid only within the call.
  /// - Throws: `DatabaseFault`, or what `sink` throws.
  func export(
    table: String, columns: [String], order: RowOrder,
    to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws

  /// Makes a table, in place of one of that name, and fills it. Within `transaction`.
  ///
  /// - Parameters:
  ///   - table: its name.
  ///   - columns: its columns in the order in which the text has them.
  ///   - csv: hands comma-separated text with a header row to the sink that it is given, in pieces of any
  ///     size; a blank cell is no value.
  /// - Throws: `DatabaseFault`, or what `csv` throws.
  func load(
    table: String, columns: [DatabaseColumn],
    csv: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void
  ) throws

  /// Does all that `body` does, or nothing of it when it fails or the program ends.
  func transaction(_ body: () throws -> Void) throws

  /// Sees to it that everything read until `endSnapshot`, or the session's end, is of one state of the
  /// database, whoever writes meanwhile.
  func beginSnapshot() throws(DatabaseFault)

  /// Ends what `beginSnapshot` began.
  func endSnapshot()
}

extension DatabaseSession {
  /// A name of a table or column as it stands in statements.
  public func quoted(_ name: String) -> String { SQLText.quoted(name) }

  /// Writes columns of a table in the order of one of them, the key.
  public func export(
    table: String, columns: [String], key: String,
    to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    try export(table: table, columns: columns, order: .key(key), to: sink)
  }

  /// Calls `body`, which reads everything from one state of the database.
  public func snapshot<Result>(_ body: () throws -> Result) throws -> Result {
    try beginSnapshot()
    defer { endSnapshot() }
    return try body()
  }

  /// The names of a table's columns in their order.
  ///
  /// - Throws: a fault that names the tables that there are when there is no such table.
  public func columns(ofExisting table: String) throws(DatabaseFault) -> [String] {
    let columns = try columns(of: table)
    if !columns.isEmpty { return columns }
    let names = try tables()
    let known = names.isEmpty ? "it has none" : "its tables are \(names.joined(separator: ", "))"
    throw DatabaseFault(
      location.name,
      "the database has no table \"\(table)\"; "
        + (Spelling.didYouMean(table, among: names) ?? known),
      advice: "a table of another name is named as in \(location.name)#NAME")
  }

  /// A transaction of an engine that can be told by statements.
  func transaction(begunBy begin: String, _ body: () throws -> Void) throws {
    try execute(begin)
    do {
      try body()
      try execute("COMMIT")
    } catch {
      try? execute("ROLLBACK")
      throw error
    }
  }

  func fault(_ reason: String, advice: String? = nil) -> DatabaseFault {
    DatabaseFault(location.name, reason, advice: advice)
  }
}

extension DatabaseLocation {
  /// What may be done with a database.
  public enum Access: Sendable {
    /// It must be there, and nothing is written.
    case reading
    /// A file is made when it is not there.
    case writing
  }

  /// Connects to the database.
  ///
  /// - Throws: `DatabaseFault` when it cannot be reached, or what reaches it is not installed.
  public func session(for access: Access) throws(DatabaseFault) -> any DatabaseSession {
    switch self {
    case .sqlite(let file): try SQLiteSession(file, access)
    case .postgresql(let uri): try PostgreSQLSession(uri, access)
    case .duckdb(let file): try DuckDBSession(file, access)
    }
  }
}
