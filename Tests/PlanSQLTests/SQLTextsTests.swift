import SQLiteAccess
import TestSupport
import Testing

@testable import PlanSQL

/// Characters that Swift makes one of with a quote before them, or behind them, and engines do not.
@Suite("Texts and names of a policy in SQL")
struct SQLTextsTests {
  static let texts = [
    "it's", "'\u{301} OR 1 = 1 --", "\u{600}' OR 1 = 1 --", "\\\u{301}'", "a\r\nb", "\"\u{301}",
  ]

  @Test(
    "Each dialect has its own signs for what would end a text",
    arguments: [
      (SQLDialect.sqlite, "'\u{301}", "'''\u{301}'"), (.duckdb, "\u{600}'", "'\u{600}'''"),
      (.postgresql, "'\u{301}", "'''\u{301}'"),
      (.postgresql, "\\\u{301}'", "E'\\\\\u{301}'''"), (.spark, "'\u{301}", "'\\'\u{301}'"),
      (.spark, "\\\u{301}", "'\\\\\u{301}'"), (.spark, "\r\n$\u{301}", "'\\r\\n\\u0024\u{301}'"),
    ] as [(SQLDialect, String, String)])
  func text(_ dialect: SQLDialect, _ text: String, _ literal: String) {
    #expect(Array(dialect.text(text).utf8) == Array(literal.utf8))
  }

  @Test("A name has each of its quotes twice", arguments: SQLDialect.allCases)
  func name(_ dialect: SQLDialect) {
    let quote = dialect == .spark ? "`" : "\""
    let expected = "\(quote)a\(quote)\(quote)\u{301}b\(quote)"
    #expect(Array(dialect.identifier("a\(quote)\u{301}b").utf8) == Array(expected.utf8))
  }

  @Test("SQLite reads them back as they are", arguments: texts)
  func read(_ text: String) throws {
    let folder = try TemporaryDirectory()
    let database = try Database(folder.file("texts.db").path, access: .writing)
    let (literal, name) = (SQLDialect.sqlite.text(text), SQLDialect.sqlite.identifier(text))
    #expect(try database.value("SELECT \(literal)") == .text(text))
    #expect(try database.value("SELECT \(name) FROM (SELECT 1 AS \(name))") == .integer(1))
  }
}
