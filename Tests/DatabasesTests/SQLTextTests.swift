import TestSupport
import Testing

@testable import Databases

/// Characters that Swift makes one of with a quote before them, or behind them, and engines do not.
@Suite("Names and texts in statements")
struct SQLTextTests {
  @Test(
    "end at their own quotes, whatever stands beside a quote in them",
    arguments: [
      ("a'b", "'a''b'"), ("a'\u{301}b", "'a''\u{301}b'"), ("\u{600}'", "'\u{600}'''"),
      ("\"", "'\"'"), ("", "''"),
    ])
  func literal(_ text: String, _ literal: String) {
    #expect(Array(SQLText.literal(text).utf8) == Array(literal.utf8))
    let name = text.unicodeScalars.map { $0 == "'" ? "\"" : $0 == "\"" ? "'" : String($0) }
    let quoted = literal.unicodeScalars.map { $0 == "'" ? "\"" : $0 == "\"" ? "'" : String($0) }
    #expect(Array(SQLText.quoted(name.joined()).utf8) == Array(quoted.joined().utf8))
  }

  @Test("are names and texts in every engine", arguments: TestEngine.present)
  func engines(_ engine: TestEngine) throws {
    let test = try TestDatabase(engine)
    let table = "t\"\u{301}; '"
    let columns = [DatabaseColumn("k", .text), DatabaseColumn("c\"\u{301} AS x", .text)]
    let text = "k,\"c\"\"\u{301} AS x\"\n1,it's\n"
    try test.fill(table, columns, from: text)
    #expect(try test.session.columns(of: table) == columns.map(\.name))
    #expect(try test.text(of: table, columns.map(\.name)) == text)
    let literal = SQLText.literal("'\u{301} || 'x")
    #expect(try test.rows("SELECT \(literal) AS a") == [[.text("'\u{301} || 'x")]])
  }

  @Test("hold no zero byte: nothing is run", arguments: TestEngine.present)
  func zeroByte(_ engine: TestEngine) throws {
    let test = try TestDatabase(engine)
    let session = try test.session
    #expect(throws: DatabaseFault.self) {
      try session.execute("CREATE TABLE \"a\u{0}b\" (c INTEGER)")
    }
  }
}
