import Databases
import Foundation
import TestSupport
import Testing

/// A database engine that tests run on: SQLite everywhere, the others where the environment says that
/// they are there.
enum Engine: String, CaseIterable {
  case sqlite, postgresql, duckdb

  static let postgresqlURI = ProcessInfo.processInfo.environment["STEELYARD_TEST_POSTGRESQL"]
  static let hasPostgreSQL = postgresqlURI != nil
  static let hasDuckDB = ProcessInfo.processInfo.environment["DUCKDB"] != nil

  /// Those that are there.
  static let present = allCases.filter { engine in
    switch engine {
    case .sqlite: true
    case .postgresql: hasPostgreSQL
    case .duckdb: hasDuckDB
    }
  }

}

/// A database of a test's own, or of the server a table's name that no other test has.
final class TestDatabase {
  private var opened: (any DatabaseSession)?
  let location: DatabaseLocation
  let table = "t\(UInt32.random(in: 0 ... .max))"
  let folder: TemporaryDirectory

  init(_ engine: Engine) throws {
    folder = try TemporaryDirectory()
    location =
      switch engine {
      case .sqlite: .sqlite(file: folder.file("branch.db").path)
      case .duckdb: .duckdb(file: folder.file("branch.duckdb").path)
      case .postgresql: .postgresql(uri: Engine.postgresqlURI ?? "")
      }
  }

  /// A connection that may write, the same as long as it is not closed.
  var session: any DatabaseSession {
    get throws {
      if let opened { return opened }
      let session = try location.session(for: .writing)
      opened = session
      return session
    }
  }

  /// Ends the connection.
  func close() { opened = nil }

  deinit {
    opened = nil
    guard case .postgresql = location else { return }
    try? location.session(for: .writing).execute("DROP TABLE IF EXISTS \(table), \(table)x")
  }
}

extension DatabaseSession {
  /// All rows of a `SELECT`.
  func allRows(_ sql: String) throws -> [[DatabaseCell]] {
    var found: [[DatabaseCell]] = []
    try rows(sql) { found.append($0) }
    return found
  }

  /// Columns of a table as text.
  func text(of table: String, _ columns: [String], key: String) throws -> String {
    var bytes: [UInt8] = []
    try export(table: table, columns: columns, key: key) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Fills a table from a text, in pieces of some size.
  func fill(
    _ table: String, _ columns: [DatabaseColumn], from text: String, pieceSize: Int = 7
  ) throws {
    let bytes = Array(text.utf8)
    try transaction {
      try load(table: table, columns: columns) { sink in
        for start in stride(from: 0, to: bytes.count, by: pieceSize) {
          try bytes[start..<min(start + pieceSize, bytes.count)].withUnsafeBytes { try sink($0) }
        }
      }
    }
  }
}
