import CSQLite

/// A statement that was read once and can be run many times.
public final class PreparedStatement {
  /// Tells SQLite to copy what it is given.
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  private let database: Database
  private let statement: OpaquePointer

  init(_ text: String, _ database: Database) throws(DatabaseError) {
    var statement: OpaquePointer?
    try database.check(sqlite3_prepare_v2(database.connection, text, -1, &statement, nil))
    guard let statement else {
      throw DatabaseError(file: database.file, code: SQLITE_MISUSE, words: "the statement is empty")
    }
    self.database = database
    self.statement = statement
  }

  deinit { sqlite3_finalize(statement) }

  /// How many columns its rows have.
  public var columnCount: Int { Int(sqlite3_column_count(statement)) }

  /// The name of a column.
  public func columnName(_ column: Int) -> String {
    sqlite3_column_name(statement, Int32(column)).map { String(cString: $0) } ?? ""
  }

  /// Makes it ready to run again, with these parameters.
  public func bind(_ values: [DatabaseValue]) throws(DatabaseError) {
    sqlite3_reset(statement)
    for (index, value) in values.enumerated() {
      try database.check(bind(value, at: Int32(index + 1)))
    }
  }

  private func bind(_ value: DatabaseValue, at place: Int32) -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(statement, place)
    case .integer(let integer): return sqlite3_bind_int64(statement, place, Int64(integer))
    case .real(let real): return sqlite3_bind_double(statement, place, real)
    case .text(var text):
      return text.withUTF8 { utf8 in
        utf8.withMemoryRebound(to: CChar.self) { bytes in
          sqlite3_bind_text64(
            statement, place, bytes.baseAddress, UInt64(bytes.count), Self.transient,
            UInt8(SQLITE_UTF8))
        }
      }
    case .bytes(let bytes):
      // An empty array may have no address, which SQLite would take for NULL.
      if bytes.isEmpty { return sqlite3_bind_zeroblob(statement, place, 0) }
      return bytes.withUnsafeBytes {
        sqlite3_bind_blob64(
          statement, place, $0.baseAddress, UInt64($0.count), Self.transient)
      }
    }
  }

  /// Runs it up to its next row; false when there is none.
  @discardableResult
  public func step() throws(DatabaseError) -> Bool {
    let code = sqlite3_step(statement)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE { return false }
    throw database.failure(code)
  }

  /// Runs it to its end with these parameters; for a statement that gives no rows.
  public func run(_ values: [DatabaseValue] = []) throws(DatabaseError) {
    try bind(values)
    defer { sqlite3_reset(statement) }
    while try step() {}
  }

  /// The value of a column in the row at hand. A text that is no UTF-8 has marks in its place.
  public func value(_ column: Int) -> DatabaseValue {
    let column = Int32(column)
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: return .integer(Int(sqlite3_column_int64(statement, column)))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, column))
    case SQLITE_TEXT:
      let start = sqlite3_column_text(statement, column)
      let count = Int(sqlite3_column_bytes(statement, column))
      return .text(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
    case SQLITE_BLOB:
      let start = sqlite3_column_blob(statement, column)
      let count = Int(sqlite3_column_bytes(statement, column))
      return .bytes(Array(UnsafeRawBufferPointer(start: start, count: count)))
    default: return .null
    }
  }

  /// What kind of value a column has in the row at hand, with the number if it is one.
  public func kind(_ column: Int) -> CellKind {
    let column = Int32(column)
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: return .integer(Int(sqlite3_column_int64(statement, column)))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, column))
    case SQLITE_TEXT: return .text
    case SQLITE_BLOB: return .bytes
    default: return .null
    }
  }

  /// Calls `body` with the very bytes of a text in the row at hand, which need not be UTF-8; valid only
  /// within the call.
  public func withText<Result>(
    _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let column = Int32(column)
    let start = sqlite3_column_text(statement, column)
    let count = Int(sqlite3_column_bytes(statement, column))
    return try body(UnsafeBufferPointer(start: start, count: count))
  }
}
