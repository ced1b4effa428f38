import CLibPQ
import Glibc

/// A connection to a database of a PostgreSQL server, by libpq.
public final class PostgreSQLSession: DatabaseSession {
  /// Where the database is.
  public let location: DatabaseLocation
  /// `postgresql`.
  public let dialectName = "postgresql"
  let connection: OpaquePointer

  /// Connects to a server. Passwords, TLS and time-outs are as the URI, libpq's environment variables and
  /// its password file say.
  ///
  /// - Throws: a fault when the server cannot be reached or refuses the user.
  public init(_ uri: String, _ access: DatabaseLocation.Access) throws(DatabaseFault) {
    let location = DatabaseLocation.postgresql(uri: uri)
    self.location = location
    try Self.check(uri, location)
    guard let connection = Self.connect(uri) else {
      throw DatabaseFault(location.name, "there is no memory for a connection")
    }
    self.connection = connection
    guard PQstatus(connection) == CONNECTION_OK else {
      throw fault(
        "cannot connect: \(words)",
        advice: "see that the server runs and lets you in; a password may stand in the variable "
          + "PGPASSWORD or in the file ~/.pgpass")
    }
    PQsetNoticeProcessor(connection, { _, _ in }, nil)
    try execute(
      """
      SET standard_conforming_strings = on; SET extra_float_digits = 1; SET datestyle = 'ISO, YMD';
      """)
    if access == .reading { try execute("SET default_transaction_read_only = on") }
  }

  deinit { PQfinish(connection) }

  /// Runs statements whose rows nobody wants.
  public func execute(_ sql: String) throws(DatabaseFault) {
    let result = PQexec(connection, sql)
    defer { PQclear(result) }
    guard Self.good.contains(PQresultStatus(result).rawValue) else { throw failure() }
  }

  /// The names of the tables and views that need no schema before them, in order of their names.
  public func tables() throws(DatabaseFault) -> [String] {
    try texts(
      """
      SELECT relname FROM pg_class WHERE relkind IN ('r', 'v', 'm', 'f', 'p')
      AND pg_table_is_visible(oid) AND relnamespace NOT IN
      ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
      ORDER BY relname::text COLLATE "C"
      """
    ).map { $0[0] }
  }

  /// The names of a table's columns in their order; none when there is no such table.
  public func columns(of table: String) throws(DatabaseFault) -> [String] {
    try declarations(of: table).map(\.name)
  }

  /// Does all that `body` does, or nothing of it when it fails or the program ends; everything that it
  /// reads is of one state of the database.
  public func transaction(_ body: () throws -> Void) throws {
    try transaction(begunBy: "BEGIN ISOLATION LEVEL REPEATABLE READ", body)
  }

  /// Begins to read one state of the database.
  public func beginSnapshot() throws(DatabaseFault) {
    try execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
  }

  /// Ends it.
  public func endSnapshot() { try? execute("COMMIT") }

  /// The columns of a table and the names of their types.
  func declarations(of table: String) throws(DatabaseFault) -> [(name: String, type: String)] {
    let name = SQLText.literal(SQLText.quoted(table))
    return try texts(
      """
      SELECT attname, format_type(atttypid, NULL) FROM pg_attribute
      WHERE attrelid = to_regclass(\(name)) AND attnum > 0 AND NOT attisdropped ORDER BY attnum
      """
    ).map { ($0[0], $0[1]) }
  }

  /// The rows of a small `SELECT`, all as texts.
  func texts(_ select: String) throws(DatabaseFault) -> [[String]] {
    let result = PQexec(connection, select)
    defer { PQclear(result) }
    guard PQresultStatus(result) == PGRES_TUPLES_OK else { throw failure() }
    return (0..<PQntuples(result)).map { row in
      (0..<PQnfields(result)).map { String(cString: PQgetvalue(result, row, $0)) }
    }
  }

  /// What the server, or libpq, said last, as a fault.
  func failure() -> DatabaseFault {
    // A server that ends a connection says so first, and is gone then.
    guard PQstatus(connection) == CONNECTION_OK, !words.hasPrefix("FATAL") else {
      return fault(
        "the connection was lost: \(words)", advice: "try again; nothing was changed")
    }
    return fault(words)
  }

  /// What was said last, on one line.
  private var words: String {
    String(cString: PQerrorMessage(connection)).split(whereSeparator: \.isNewline)
      .map { $0.drop(while: \.isWhitespace) }.joined(separator: "; ")
  }

  private static let good = [
    PGRES_COMMAND_OK.rawValue, PGRES_TUPLES_OK.rawValue, PGRES_EMPTY_QUERY.rawValue,
  ]

  /// What libpq says of a URI that it cannot read, or reads otherwise than it was meant, may quote a part of
  /// the password: it is told only where there is none.
  private static func check(_ uri: String, _ location: DatabaseLocation) throws(DatabaseFault) {
    var said: UnsafeMutablePointer<CChar>?
    let options = PQconninfoParse(uri, &said)
    defer {
      PQconninfoFree(options)
      PQfreemem(said)
    }
    let hasSecret = location.name != uri
    if let options, !hasSecret || isPasswordApart(options) { return }
    let words = said.map { String(cString: $0).split(whereSeparator: \.isNewline).joined() } ?? ""
    throw DatabaseFault(
      location.name,
      hasSecret
        ? "this is no address of a database; in a password write every sign but letters and digits as %XX"
        : "this is no address of a database: \(words)")
  }

  /// Whether a password was found, and no part of one among what messages tell.
  private static func isPasswordApart(
    _ options: UnsafeMutablePointer<PQconninfoOption>
  ) -> Bool {
    var (option, isFound) = (options, false)
    while let keyword = option.pointee.keyword.map({ String(cString: $0) }) {
      let value = option.pointee.val.map { String(cString: $0) }
      if keyword.hasSuffix("password") {
        isFound = isFound || value != nil
      } else if ["host", "port", "dbname"].contains(keyword), value?.contains("@") == true {
        return false
      }
      option += 1
    }
    return isFound
  }

  private static func connect(_ uri: String) -> OpaquePointer? {
    let settings = [
      ("dbname", uri), ("client_encoding", "UTF8"), ("fallback_application_name", "steelyard"),
    ]
    var names = settings.map { strdup($0.0) } + [nil]
    var values = settings.map { strdup($0.1) } + [nil]
    defer { for text in names + values { free(text) } }
    return names.withUnsafeMutableBufferPointer { names in
      values.withUnsafeMutableBufferPointer { values in
        names.withMemoryRebound(to: UnsafePointer<CChar>?.self) { names in
          values.withMemoryRebound(to: UnsafePointer<CChar>?.self) { values in
            PQconnectdbParams(names.baseAddress, values.baseAddress, 1)
          }
        }
      }
    }
  }
}
