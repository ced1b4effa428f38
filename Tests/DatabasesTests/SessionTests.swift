import Databases
import Foundation
import SeededRandom
import TestSupport
import Testing

/// What must hold of every engine alike.
@Suite("Sessions", .serialized)
struct SessionTests {
  static let columns = [
    DatabaseColumn("no", .text), DatabaseColumn("名", .text), DatabaseColumn("points", .real),
    DatabaseColumn("count", .integer), DatabaseColumn("member", .truth),
    DatabaseColumn("since \"x\"", .date),
  ]

  /// Rows in the order of their keys' bytes.
  static let text = """
    no,名,points,count,member,"since ""x\"""
    10,"quote "" and, comma",0.1,9007199254740993,TRUE,2026-01-31
    9,"two
    lines",-1234.5678,-9223372036854775808,FALSE,2024-02-29
    A,王小明,,,,
    a\\'b,it's; \\N,300000000000000000000000,0,TRUE,1999-12-31
    乙,\ttab,0.000000123,9223372036854775807,FALSE,2026-11-23

    """

  @Test("a table is read as it was written", arguments: TestEngine.present)
  func roundTrip(_ engine: TestEngine) throws {
    let test = try TestDatabase(engine)
    let table = "scores"
    try test.fill(table, Self.columns, from: Self.text)
    #expect(try test.session.columns(of: table) == Self.columns.map(\.name))
    #expect(try test.session.tables().contains(table))
    #expect(try test.text(of: table, Self.columns.map(\.name)) == Self.text)
    #expect(
      try test.text(of: table, ["no", "count"]).hasPrefix(
        "no,count\n10,9007199254740993\n"))
  }

  @Test("cells come as what they are", arguments: TestEngine.present)
  func cells(_ engine: TestEngine) throws {
    let test = try TestDatabase(engine)
    let table = "scores"
    try test.fill(table, Self.columns, from: Self.text)
    let rows = try test.rows(
      "SELECT no, 名, points, count, member FROM \(table) -- the last\n ORDER BY no DESC LIMIT 3;\n")
    let truth: DatabaseCell = engine == .sqlite ? .integer(1) : .truth(true)
    #expect(rows.count == 3)
    #expect(
      rows.contains([
        .text("a\\'b"), .text("it's; \\N"), .real(3e23), .integer(0), truth,
      ]))
    #expect(rows.contains([.text("A"), .text("王小明"), .null, .null, .null]))
    #expect(try test.rows("SELECT '' AS a, NULL AS b") == [[.text(""), .null]])
    #expect(try test.rows("SELECT NULL AS b WHERE 1 = 0").isEmpty)
  }

  @Test("every double comes back to the bit", arguments: TestEngine.present)
  func doubles(_ engine: TestEngine) throws {
    var random = SplitMix64(seed: 20_261_123)
    var numbers: [Double] = [
      0, 1, 0.1, 0.1 + 0.2, .leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude,
      -.greatestFiniteMagnitude, 9_007_199_254_740_992, 123_456_789.123_456_78, 1e22, 1e23,
    ]
    while numbers.count < 3000 {
      let number = Double(bitPattern: random.next())
      if number.isFinite { numbers.append(number) }
    }
    let test = try TestDatabase(engine)
    let table = "scores"
    let lines = numbers.enumerated().map { "\($0),\($1)\n" }.joined()
    try test.fill(
      table, [DatabaseColumn("i", .integer), DatabaseColumn("x", .real)], from: "i,x\n" + lines,
      pieceSize: 1000)
    let rows = try test.rows("SELECT x FROM \(table) ORDER BY i")
    let found = rows.map { row in if case .real(let x) = row[0] { x } else { Double.nan } }
    #expect(found.map(\.bitPattern) == numbers.map(\.bitPattern))
    let text = try test.text(of: table, ["i", "x"])
    var read = [Double](repeating: .nan, count: numbers.count)
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",")
      #expect(!cells[1].contains("e"))
      read[try #require(Int(cells[0]))] = try #require(Double(cells[1]))
    }
    #expect(read.map(\.bitPattern) == numbers.map(\.bitPattern))
  }

  @Test("what fails within a transaction leaves the old table", arguments: TestEngine.present)
  func rollback(_ engine: TestEngine) throws {
    struct Stopped: Error {}
    let test = try TestDatabase(engine)
    let table = "scores"
    let columns = [DatabaseColumn("a", .text), DatabaseColumn("b", .real)]
    try test.fill(table, columns, from: "a,b\nx,1\n")
    #expect(throws: Stopped.self) {
      try test.session.transaction {
        try test.session.load(table: table, columns: columns) { sink in
          try Array("a,b\ny,2\n".utf8).withUnsafeBytes { try sink($0) }
        }
        throw Stopped()
      }
    }
    #expect(try test.text(of: table, ["a", "b"]) == "a,b\nx,1\n")
    #expect(throws: Stopped.self) {
      try test.session.transaction {
        try test.session.load(table: table, columns: columns) { sink in
          try Array("a,b\ny,2\n".utf8).withUnsafeBytes { try sink($0) }
          throw Stopped()
        }
      }
    }
    #expect(try test.text(of: table, ["a", "b"]) == "a,b\nx,1\n")
    #expect(throws: DatabaseFault.self) {
      try test.fill(table, columns, from: "a,b\ny,no number\n")
    }
    // DuckDB's program ends at a fault.
    test.close()
    #expect(try test.text(of: table, ["a", "b"]) == "a,b\nx,1\n")
  }

  @Test("a fault tells the engine's words and no password", arguments: TestEngine.present)
  func words(_ engine: TestEngine) throws {
    let test = try TestDatabase(engine)
    let fault = try #require(throws: DatabaseFault.self) {
      try test.session.execute("SELECT nosuch FROM nowhere")
    }
    #expect(fault.description.contains("nowhere"))
    #expect(fault.description.hasPrefix(engine == .postgresql ? "postgres" : engine.rawValue))
  }

  @Test("a table that is not there is told with one of a like name", arguments: TestEngine.present)
  func noTable(_ engine: TestEngine) throws {
    let test = try TestDatabase(engine)
    let table = "scores"
    try test.session.execute("CREATE TABLE \(table)x (a INTEGER)")
    let fault = try #require(throws: DatabaseFault.self) {
      try test.session.columns(ofExisting: table)
    }
    #expect(
      fault.description.contains("no table \"\(table)\"; did you mean \"\(table)x\"?"))
  }

  @Test("reading only changes nothing", arguments: TestEngine.present)
  func readingOnly(_ engine: TestEngine) throws {
    let test = try TestDatabase(engine)
    try test.session.execute("CREATE TABLE scores (a INTEGER)")
    test.close()
    let session = try test.location.session(for: .reading)
    #expect(throws: DatabaseFault.self) {
      try session.execute("INSERT INTO scores VALUES (1)")
    }
  }
}
