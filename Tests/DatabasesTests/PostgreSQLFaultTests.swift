import Databases
import Foundation
import TestSupport
import Testing

/// What a server does to its clients on a bad day.
@Suite(
  "Faults of PostgreSQL", .serialized,
  .enabled(if: TestEngine.postgresqlURI != nil, "\(TestEngine.noPostgreSQL)"))
struct PostgreSQLFaultTests {
  private static let columns = [DatabaseColumn("a", .text), DatabaseColumn("b", .real)]

  /// Ends the other connections to the schema of a test.
  private static func cutConnections(of test: TestDatabase, from other: any DatabaseSession) throws
  {
    try other.execute(
      """
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE pid <> pg_backend_pid() AND application_name = 'steelyard'
      AND pid IN (SELECT pid FROM pg_locks WHERE relation IN
      (SELECT oid FROM pg_class WHERE relnamespace = current_schema()::regnamespace))
      """)
  }

  @Test("a connection that is lost while rows are read is an error")
  func lostReading() throws {
    let test = try TestDatabase(.postgresql)
    try test.session.execute(
      "CREATE TABLE t AS SELECT i::text AS a, i::float8 AS b FROM generate_series(1, 500000) i")
    let other = try test.location.session(for: .writing)
    var (count, isCut) = (0, false)
    let fault = try #require(throws: DatabaseFault.self) {
      try test.session.export(table: "t", columns: ["a", "b"], key: "a") { piece in
        count += piece.count
        if !isCut { try Self.cutConnections(of: test, from: other) }
        isCut = true
      }
    }
    #expect(isCut)
    #expect(fault.description.contains("the connection was lost"), "\(fault)")
    test.close()
    #expect(try test.rows("SELECT COUNT(*) FROM t") == [[.integer(500_000)]])
  }

  @Test("a connection that is lost while rows are written leaves the old table")
  func lostWriting() throws {
    let test = try TestDatabase(.postgresql)
    try test.fill("t", Self.columns, from: "a,b\nold,1\n")
    let other = try test.location.session(for: .writing)
    let rows = Array(String(repeating: "new,2\n", count: 50_000).utf8)
    let fault = try #require(throws: DatabaseFault.self) {
      try test.session.transaction {
        try test.session.load(table: "t", columns: Self.columns) { sink in
          try Array("a,b\n".utf8).withUnsafeBytes { try sink($0) }
          for piece in 0..<50 {
            if piece == 10 { try Self.cutConnections(of: test, from: other) }
            try rows.withUnsafeBytes { try sink($0) }
          }
        }
      }
    }
    #expect(fault.description.contains("the connection was lost"), "\(fault)")
    test.close()
    #expect(try test.text(of: "t", ["a", "b"]) == "a,b\nold,1\n")
  }

  @Test("who reads sees one state, and who writes waits for another or fails")
  func secondWriter() throws {
    let test = try TestDatabase(.postgresql)
    try test.fill("t", Self.columns, from: "a,b\nold,1\n")
    let reader = try test.location.session(for: .reading)
    try reader.beginSnapshot()
    #expect(try reader.columns(of: "t") == ["a", "b"])
    // As patient as the server is told to be.
    let other = try test.location.session(for: .writing)
    try other.execute("SET lock_timeout = '200ms'")
    try test.session.transaction {
      try test.session.execute("UPDATE t SET b = 2")
      #expect(throws: DatabaseFault.self) {
        try other.transaction { try other.execute("DROP TABLE t") }
      }
    }
    var found: [[DatabaseCell]] = []
    try reader.rows("SELECT a, b FROM t") { found.append($0) }
    #expect(found == [[.text("old"), .real(1)]])
    reader.endSnapshot()
    #expect(try test.rows("SELECT b FROM t") == [[.real(2)]])
  }

  @Test(
    "a disk that is full leaves the old table",
    .enabled(
      if: ProcessInfo.processInfo.environment["STEELYARD_TEST_FULL_TABLESPACE"] != nil,
      "STEELYARD_TEST_FULL_TABLESPACE names no tablespace on a small disk"))
  func fullDisk() throws {
    let space = ProcessInfo.processInfo.environment["STEELYARD_TEST_FULL_TABLESPACE"] ?? ""
    let test = try TestDatabase(.postgresql)
    try test.fill("t", Self.columns, from: "a,b\nold,1\n")
    try test.session.execute("SET default_tablespace = \(space)")
    let rows = Array(String(repeating: "new,2\n", count: 50_000).utf8)
    let fault = try #require(throws: DatabaseFault.self) {
      try test.session.transaction {
        try test.session.load(table: "t", columns: Self.columns) { sink in
          try Array("a,b\n".utf8).withUnsafeBytes { try sink($0) }
          for _ in 0..<100 { try rows.withUnsafeBytes { try sink($0) } }
        }
      }
    }
    #expect(fault.description.contains("could not extend file"), "\(fault)")
    #expect(try test.text(of: "t", ["a", "b"]) == "a,b\nold,1\n")
  }

  @Test("a server that is not there, or a database, is told without the password")
  func unreachable() throws {
    for uri in [
      "postgresql://nobody:secret@127.0.0.1:1/d", "postgresql://u:se/cret@127.0.0.1:1/d",
      "postgresql://u:cr@secret@127.0.0.1:1/d", "postgresql://u@127.0.0.1:1/d?password=secret",
      "postgresql://u:1/secret@127.0.0.1/d",
    ] {
      let fault = try #require(throws: DatabaseFault.self) {
        try DatabaseLocation.postgresql(uri: uri).session(for: .reading)
      }
      for part in ["secret", "cret", "se/", "cr@"] {
        #expect(!"\(fault) \(fault.advice ?? "")".contains(part), "\(fault)")
      }
    }
  }
}
