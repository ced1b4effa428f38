import CSQLite
import Glibc

/// A connection to a database file. One thread uses it at a time.
public final class Database {
  /// What may be done with a file.
  public enum Access: Sendable {
    /// It must be there, and nothing is written; what a killed program left half-done in it is undone
    /// first, if the file may be written.
    case reading
    /// It is made when it is not there.
    case writing
  }

  /// The file as the user named it.
  public let file: String
  let connection: OpaquePointer

  /// Opens a file. Whether it is a database is found when it is first read.
  ///
  /// - Parameters:
  ///   - file: where it is.
  ///   - access: what may be done with it.
  ///   - patience: for how many seconds to wait for another program that uses the file.
  public init(_ file: String, access: Access, patience: Int = 30) throws(DatabaseError) {
    var opened: OpaquePointer?
    let creating = access == .writing ? SQLITE_OPEN_CREATE : 0
    // Even a reader must be able to undo what a killed writer left, so it asks for more than reading;
    // SQLite contents itself with less where no more is allowed.
    let flags = SQLITE_OPEN_READWRITE | creating | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    let code = sqlite3_open_v2(Self.uninterpreted(file), &opened, flags, nil)
    guard let opened, code == SQLITE_OK else {
      let ownWords = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
      let words = Self.obstacle(to: file, creating: creating != 0) ?? ownWords
      sqlite3_close_v2(opened)
      throw DatabaseError(file: file, code: code, words: words)
    }
    self.file = file
    connection = opened
    sqlite3_busy_timeout(opened, Int32(patience * 1000))
    if access == .reading { try execute("PRAGMA query_only = ON") }
    // The file may come from anyone: what its own schema says may not call anything.
    try execute("PRAGMA trusted_schema = OFF")
    try execute("PRAGMA cell_size_check = ON")
  }

  deinit { sqlite3_close_v2(connection) }

  /// A path in which SQLite sees no special name, such as `:memory:`, the empty one or a URI.
  private static func uninterpreted(_ file: String) -> String {
    file.hasPrefix("/") ? file : "./\(file)"
  }

  /// Why a file cannot be opened, where it is a folder, or it or its folder is not there.
  ///
  /// SQLite does not say.
  private static func obstacle(to file: String, creating: Bool) -> String? {
    var status = stat()
    if stat(file, &status) == 0 {
      return status.st_mode & S_IFMT == S_IFDIR ? "it is a folder" : nil
    }
    guard errno == ENOENT else { return nil }
    let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? "."
    if stat(folder, &status) != 0 { return "there is no folder \(folder)" }
    return creating ? nil : "there is no such file"
  }

  /// Runs statements that give no rows.
  public func execute(_ statements: String) throws(DatabaseError) {
    try check(sqlite3_exec(connection, statements, nil, nil, nil))
  }

  /// Prepares one statement, in which `?1`, `?2`, ... are parameters.
  public func prepare(_ statement: String) throws(DatabaseError) -> PreparedStatement {
    try PreparedStatement(statement, self)
  }

  /// Runs one statement and calls `body` with each row, valid only within the call.
  public func rows(
    _ statement: String, _ values: [DatabaseValue] = [],
    body: (PreparedStatement) throws -> Void
  ) throws {
    let prepared = try prepare(statement)
    try prepared.bind(values)
    while try prepared.step() { try body(prepared) }
  }

  /// The first value of the first row that a statement gives; nil when it gives none.
  public func value(
    _ statement: String, _ values: [DatabaseValue] = []
  ) throws(DatabaseError) -> DatabaseValue? {
    let prepared = try prepare(statement)
    try prepared.bind(values)
    return try prepared.step() ? prepared.value(0) : nil
  }

  /// Does all that `body` does, or nothing of it when it fails or the program is killed. Nobody else
  /// writes meanwhile; waits until nobody does.
  public func transaction<Result>(_ body: () throws -> Result) throws -> Result {
    try execute("BEGIN IMMEDIATE")
    do {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      // A failure that has undone everything already leaves nothing to roll back.
      if sqlite3_get_autocommit(connection) == 0 { try? execute("ROLLBACK") }
      throw error
    }
  }

  /// Sees to it that all of `body` is read from one state of the file, whoever writes meanwhile.
  public func snapshot<Result>(_ body: () throws -> Result) throws -> Result {
    try execute("BEGIN")
    defer { try? execute("COMMIT") }
    return try body()
  }

  func check(_ code: Int32) throws(DatabaseError) {
    guard code == SQLITE_OK else { throw failure(code) }
  }

  func failure(_ code: Int32) -> DatabaseError {
    DatabaseError(file: file, code: code, words: String(cString: sqlite3_errmsg(connection)))
  }
}
