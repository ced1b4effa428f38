import Glibc

/// A file of DuckDB, used by the program `duckdb`, which runs beside this one for as long as the session.
///
/// While it runs no other program can write the file; while it may write, none can read it either.
public final class DuckDBSession: DatabaseSession {
  /// Where the database is.
  public let location: DatabaseLocation
  /// `duckdb`.
  public let dialectName = "duckdb"
  private let program: ChildProgram
  /// What the program says when it has done what it was asked: nothing that could stand in an answer.
  private let mark = "done-\(UInt64.random(in: 0 ... .max))-\(UInt64.random(in: 0 ... .max))\n"
  /// Why nothing more can be asked.
  private var failure: DatabaseFault?

  /// Opens a file.
  ///
  /// - Throws: a fault when the program is not installed, or cannot open the file.
  public init(_ file: String, _ access: DatabaseLocation.Access) throws(DatabaseFault) {
    let location = DatabaseLocation.duckdb(file: file)
    self.location = location
    guard let path = Self.programPath() else {
      throw DatabaseFault(
        location.name, "the program duckdb is not installed",
        advice: "install it, and put it on the PATH or name it in the variable DUCKDB")
    }
    // A path that DuckDB takes for nothing else, such as a name in memory or an address.
    let place = file.hasPrefix("/") ? file : "./\(file)"
    let arguments = ["-batch", "-bail", "-init", "/dev/null", "-csv", "-noheader"]
    do throws(ChildProgram.Failure) {
      program = try ChildProgram(
        path, arguments + (access == .reading ? ["-readonly"] : []) + [place])
    } catch {
      throw DatabaseFault(
        location.name, "the program \(path) cannot be run: \(error.reason)",
        advice: "name DuckDB's program in the variable DUCKDB, or put it on the PATH without")
    }
    try execute("SET TimeZone = 'UTC'")
  }

  /// The program: as the variable DUCKDB says, else the first on the PATH; nil when there is none.
  public static func programPath() -> String? {
    if let named = getenv("DUCKDB").map({ String(cString: $0) }), !named.isEmpty { return named }
    let folders = getenv("PATH").map { String(cString: $0) } ?? ""
    return folders.split(separator: ":").map { "\($0)/duckdb" }.first { access($0, X_OK) == 0 }
  }

  /// Runs statements whose rows nobody wants.
  public func execute(_ sql: String) throws(DatabaseFault) {
    do {
      try ask(sql) { _ in }
    } catch let fault as DatabaseFault {
      throw fault
    } catch {
      throw fault("\(error)")
    }
  }

  /// The names of the tables and views, in order of their names.
  public func tables() throws(DatabaseFault) -> [String] {
    try texts(
      "SELECT table_name FROM information_schema.tables "
        + "WHERE table_catalog = current_database() ORDER BY table_name"
    ).map { $0[0] }
  }

  /// The names of a table's columns in their order; none when there is no such table.
  public func columns(of table: String) throws(DatabaseFault) -> [String] {
    try declarations(of: table).map(\.name)
  }

  /// Does all that `body` does, or nothing of it when it fails or the program ends.
  public func transaction(_ body: () throws -> Void) throws {
    try transaction(begunBy: "BEGIN", body)
  }

  /// Nothing needs to be done: nobody writes a file that is open.
  public func beginSnapshot() throws(DatabaseFault) {}

  /// Nothing needs to be done.
  public func endSnapshot() {}

  /// The columns of a table and the names of their types.
  func declarations(of table: String) throws(DatabaseFault) -> [(name: String, type: String)] {
    try texts(
      "SELECT column_name, data_type FROM information_schema.columns "
        + "WHERE table_catalog = current_database() AND table_name = \(SQLText.literal(table)) "
        + "ORDER BY ordinal_position"
    ).map { ($0[0], $0[1]) }
  }

  /// The rows of a small `SELECT`, all as texts.
  func texts(_ select: String) throws(DatabaseFault) -> [[String]] {
    var found: [[String]] = []
    do {
      try forEachRow(of: select) { row in found.append((0..<row.count).map { row.text($0) ?? "" }) }
    } catch let fault as DatabaseFault {
      throw fault
    } catch {
      throw fault("\(error)")
    }
    return found
  }

  /// Calls `body` with each row of one `SELECT`.
  func forEachRow(of select: String, _ body: (CopiedRows.Row) throws -> Void) throws {
    var rows = CopiedRows()
    try ask("COPY (\(select)\n) TO '/dev/stdout' (FORMAT csv, HEADER false)") { piece in
      try rows.take(piece, body)
    }
    try rows.finish(body)
  }

  /// Has statements run, and hands on what comes of them.
  private func ask(_ sql: String, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    if let failure { throw failure }
    // The program reads lines, which end for it at such a byte, wherever it stands.
    guard !sql.utf8.contains(0) else { throw fault("a statement holds a zero byte") }
    var answer = MarkedAnswer(mark: mark)
    let isDone: Bool
    do {
      isDone = try program.ask("\(sql)\n;\n.print \(mark)") { piece in
        try answer.take(piece, body)
      }
    } catch {
      // Half an answer may still be on its way: it would be taken for that to the next question.
      failure = fault("the program duckdb was stopped")
      _ = program.end()
      throw error
    }
    if isDone { return }
    let words = program.end().split(whereSeparator: \.isNewline).joined(separator: "; ")
    var ended = fault(words)
    if words.isEmpty {
      ended = DatabaseFault(
        location.name, "the program duckdb has ended, and says nothing",
        advice: "see that it runs by itself, and has memory enough")
    }
    failure = ended
    throw ended
  }
}
