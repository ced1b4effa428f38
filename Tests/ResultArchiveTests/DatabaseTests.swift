import Foundation
import SQLiteAccess
import TestSupport
import Testing

@Suite("A database")
struct DatabaseTests {
  private let folder: TemporaryDirectory
  private var file: String { folder.file("data.sqlite").path }

  init() throws { folder = try TemporaryDirectory() }

  private func kind(_ body: () throws -> Void) -> DatabaseError.Kind? {
    do {
      try body()
      return nil
    } catch let error as DatabaseError {
      #expect(!error.description.isEmpty)
      return error.kind
    } catch {
      Issue.record("\(error)")
      return nil
    }
  }

  static let samples: [DatabaseValue] = [
    .null, .integer(.max), .integer(.min), .real(-0.1), .text(""), .text("工号 \u{0} 1"), .bytes([]),
    .bytes([0, 255, 10]),
  ]

  @Test("gives back every value as it was stored", arguments: samples)
  func values(_ value: DatabaseValue) throws {
    let database = try Database(file, access: .writing)
    try database.execute("CREATE TABLE t (v)")
    try database.prepare("INSERT INTO t VALUES (?1)").run([value])
    #expect(try database.value("SELECT v FROM t") == value)
    #expect(try database.value("SELECT v FROM t WHERE 0") == nil)
  }

  @Test("names its columns and gives its rows in order")
  func rows() throws {
    let database = try Database(file, access: .writing)
    try database.execute("CREATE TABLE t (a, b); INSERT INTO t VALUES (2, 'x'), (1, 'y')")
    var rows: [[DatabaseValue]] = []
    try database.rows("SELECT a, b AS text FROM t WHERE a < ?1 ORDER BY a", [.integer(9)]) { row in
      #expect((0..<row.columnCount).map(row.columnName) == ["a", "text"])
      rows.append([row.value(0), row.value(1)])
    }
    #expect(rows == [[.integer(1), .text("y")], [.integer(2), .text("x")]])
  }

  @Test("does all of a transaction or nothing")
  func transaction() throws {
    struct Stop: Error {}
    let database = try Database(file, access: .writing)
    try database.execute("CREATE TABLE t (a UNIQUE)")
    try database.transaction { try database.execute("INSERT INTO t VALUES (1)") }
    #expect(throws: Stop.self) {
      try database.transaction {
        try database.execute("INSERT INTO t VALUES (2)")
        throw Stop()
      }
    }
    #expect(
      kind {
        try database.transaction { try database.execute("INSERT INTO t VALUES (3), (1)") }
      } == .refused)
    #expect(try database.value("SELECT count(*) FROM t") == .integer(1))
  }

  @Test("waits for another writer, and says so when that takes too long")
  func busy() throws {
    let one = try Database(file, access: .writing)
    let other = try Database(file, access: .writing, patience: 0)
    try one.execute("CREATE TABLE t (a)")
    try one.transaction {
      #expect(kind { try other.transaction {} } == .busy)
    }
    #expect(kind { try other.transaction {} } == nil)
  }

  @Test("that is only read is not made and not changed")
  func reading() throws {
    #expect(kind { _ = try Database(file, access: .reading) } == .cannotOpen)
    #expect(try folder.names == [])
    try Database(file, access: .writing).execute("CREATE TABLE t (a)")
    let database = try Database(file, access: .reading)
    #expect(kind { try database.execute("INSERT INTO t VALUES (1)") } == .readOnly)
    #expect(try database.snapshot { try database.value("SELECT count(*) FROM t") } == .integer(0))
  }

  @Test("that is none is told, and so is one that was cut off")
  func damaged() throws {
    try folder.write("staff_id,total\n1,2\n", to: "data.sqlite")
    let text = try Database(file, access: .reading)
    #expect(kind { _ = try text.value("SELECT 1 FROM sqlite_schema") } == .notADatabase)
    try FileManager.default.removeItem(atPath: file)
    let database = try Database(file, access: .writing)
    try database.execute("CREATE TABLE t (a)")
    for number in 0..<50 {
      try database.prepare("INSERT INTO t VALUES (?1)").run(
        [.bytes([UInt8](repeating: UInt8(number), count: 5000))])
    }
    let bytes = try Data(contentsOf: folder.file("data.sqlite"))
    try bytes.prefix(bytes.count / 2).write(to: folder.file("cut.sqlite"))
    let cut = try Database(folder.file("cut.sqlite").path, access: .reading)
    #expect(kind { try cut.rows("SELECT a FROM t") { _ in } } == .damaged)
  }

  @Test("calls nothing that its own schema says", arguments: [Database.Access.writing, .reading])
  func schema(_ access: Database.Access) throws {
    try Database(file, access: .writing)
      .execute("CREATE VIEW files AS SELECT * FROM pragma_database_list")
    let database = try Database(file, access: access)
    #expect(try database.value("PRAGMA trusted_schema") == .integer(0))
    #expect(kind { _ = try database.value("SELECT 1 FROM files") } == .other)
    #expect(try database.value("SELECT 1 FROM pragma_database_list") == .integer(1))
  }

  @Test("has any name, those that SQLite reads otherwise too")
  func names() throws {
    for name in [":memory:", "file:a?mode=memory", "工号.sqlite"] {
      let file = folder.file(name).path
      try Database(file, access: .writing).execute("CREATE TABLE t (a)")
      #expect(FileManager.default.fileExists(atPath: file))
    }
  }
}
