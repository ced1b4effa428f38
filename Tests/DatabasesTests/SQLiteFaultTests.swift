import Databases
import Foundation
import TestSupport
import Testing

@Suite("Faults of SQLite and DuckDB")
struct SQLiteFaultTests {
  @Test("a text that is none is told with its row")
  func noText() throws {
    for value in ["x'0102'", "CAST(x'B0C5' AS TEXT)", "'a' || char(0) || 'b'"] {
      let test = try TestDatabase(.sqlite)
      try test.session.execute("CREATE TABLE t (a, b); INSERT INTO t VALUES ('k7', \(value))")
      let fault = try #require(throws: DatabaseFault.self) { try test.text(of: "t", ["a", "b"]) }
      #expect(fault.description.contains("in the column b of the row \"k7\""), "\(fault)")
    }
  }

  @Test("numbers of any kind, and numbers that are none")
  func numbers() throws {
    let test = try TestDatabase(.sqlite)
    try test.session.execute(
      """
      CREATE TABLE t (a, b); INSERT INTO t VALUES (10, 9e999), (9, -9e999), (2.5, 1e300), ('1', 1e-7);
      """)
    let plain = "1" + String(repeating: "0", count: 300)
    #expect(
      try test.text(of: "t", ["a", "b"])
        == "a,b\n1,0.0000001\n10,inf\n2.5,\(plain)\n9,-inf\n")
  }

  @Test("one state is read though another program writes")
  func snapshot() throws {
    let test = try TestDatabase(.sqlite)
    try test.session.execute(
      "PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES (1)")
    let reader = try test.location.session(for: .reading)
    try reader.beginSnapshot()
    #expect(try reader.columns(of: "t") == ["a"])
    try test.session.execute("INSERT INTO t VALUES (2)")
    var count = 0
    try reader.rows("SELECT a FROM t") { _ in count += 1 }
    #expect(count == 1)
    reader.endSnapshot()
    try reader.rows("SELECT a FROM t") { _ in count += 1 }
    #expect(count == 3)
  }

  @Test("a program duckdb that is none is told")
  func noProgram() throws {
    // Only where the tests run without DuckDB: the variable belongs to all of them.
    guard !TestEngine.present.contains(.duckdb), DuckDBSession.programPath() == nil else { return }
    let fault = try #require(throws: DatabaseFault.self) {
      try DatabaseLocation.duckdb(file: "x.duckdb").session(for: .reading)
    }
    #expect(fault.reason == "the program duckdb is not installed")
    #expect(fault.advice != nil)
  }
}
