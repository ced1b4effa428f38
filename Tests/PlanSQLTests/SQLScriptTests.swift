import Testing

@testable import PlanSQL

@Suite("Comments in SQL")
struct SQLScriptTests {
  @Test("Whatever ends a line, a title does not end its comment", arguments: SQLDialect.allCases)
  func lines(_ dialect: SQLDialect) {
    for end in ["\n", "\r", "\r\n", "\n\u{301}", "\u{600}\n", "\u{B}\u{C}\n", "\u{85}\u{2028}\n"] {
      let step = SQLStep(name: "a", comments: ["title\(end)hostile; --"], query: "SELECT 1 AS b")
      let statements = SQLScript(dialect: dialect)
        .statements([step], "SELECT b FROM a", comments: true)
      let lines = statements.flatMap { statement in
        statement.utf8.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
          .map { String(decoding: $0, as: UTF8.self) }
      }
      let touched = lines.filter { $0.utf8.contains(UInt8(ascii: ";")) }
      #expect(touched.count == 1)
      #expect(touched.allSatisfy { $0.hasPrefix("-- title") && $0.hasSuffix("hostile; --") })
    }
  }
}
