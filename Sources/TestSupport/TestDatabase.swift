import Databases
import Foundation

/// A database of a test's own: a file, or on a server a schema of which nothing stays.
public final class TestDatabase {
  /// Where it is.
  public let location: DatabaseLocation
  /// How the command line calls it.
  public let name: String
  private let folder: TemporaryDirectory
  private let schema = "steelyard_\(UInt64.random(in: 0 ... .max))"
  private var opened: (any DatabaseSession)?

  /// An empty database.
  public init(_ engine: TestEngine) throws {
    folder = try TemporaryDirectory()
    name =
      switch engine {
      case .sqlite: "sqlite:\(folder.file("branch.db").path)"
      case .duckdb: "duckdb:\(folder.file("branch.duckdb").path)"
      case .postgresql: Self.uri(TestEngine.postgresqlURI ?? "", schema: schema)
      }
    guard let location = DatabaseLocation(name) else {
      throw CaseError(case: name, message: "it names no database")
    }
    self.location = location
    if engine == .postgresql { try session.execute("CREATE SCHEMA \(schema)") }
  }

  private static func uri(_ database: String, schema: String) -> String {
    "\(database)\(database.contains("?") ? "&" : "?")options=-csearch_path%3D\(schema)"
  }

  deinit {
    opened = nil
    guard case .postgresql = location else { return }
    try? location.session(for: .writing).execute("DROP SCHEMA \(schema) CASCADE")
  }

  /// A connection that may write, the same as long as it is not closed.
  public var session: any DatabaseSession {
    get throws {
      if let opened { return opened }
      let session = try location.session(for: .writing)
      opened = session
      return session
    }
  }

  /// Ends the connection, so that a program can use the database.
  public func close() { opened = nil }

  /// Fills a table from a text, in pieces of some size.
  public func fill(
    _ table: String, _ columns: [DatabaseColumn], from text: String, pieceSize: Int = 7
  ) throws {
    let (session, bytes) = (try session, Array(text.utf8))
    try session.transaction {
      try session.load(table: table, columns: columns) { sink in
        for start in stride(from: 0, to: bytes.count, by: pieceSize) {
          try bytes[start..<min(start + pieceSize, bytes.count)].withUnsafeBytes { try sink($0) }
        }
      }
    }
  }

  /// Columns of a table as text in the order of the first.
  public func text(of table: String, _ columns: [String]) throws -> String {
    var bytes: [UInt8] = []
    try session.export(table: table, columns: columns, key: columns[0]) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// All rows of a `SELECT`.
  public func rows(_ select: String) throws -> [[DatabaseCell]] {
    var found: [[DatabaseCell]] = []
    try session.rows(select) { found.append($0) }
    return found
  }
}
