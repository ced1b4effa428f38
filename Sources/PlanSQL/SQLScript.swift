import ScorecardPolicy
import ScoringPlan

/// Puts steps together into one statement.
struct SQLScript {
  let dialect: SQLDialect

  /// A statement of steps and what is selected from the last.
  func statement(_ steps: [SQLStep], _ last: String, comments: Bool) -> String {
    let uses = Self.uses(steps.map(\.query) + [last])
    let expressions = steps.map { step in
      let lines = comments ? step.comments.map { "-- \(Self.oneLine($0))\n" } : []
      let isShared = uses[step.name, default: 0] > 1
      let fence = isShared ? "" : dialect.fence
      return lines.joined() + "\(step.name) AS \(hint(isShared))(\n"
        + "  \((step.query + fence).indented())\n)"
    }
    return "WITH\n\(expressions.joined(separator: ",\n"))\n\(last)"
  }

  /// A text without line ends, which would end a comment.
  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// Tells the planner to compute a step once: PostgreSQL and DuckDB where it is read several times,
  /// SQLite always, as it would put each expression in place of its every use.
  private func hint(_ isShared: Bool) -> String {
    switch dialect {
    case .sqlite: "MATERIALIZED "
    case .duckdb, .postgresql: isShared ? "MATERIALIZED " : ""
    case .spark: ""
    }
  }

  /// How often texts read each relation.
  private static func uses(_ texts: [String]) -> [String: Int] {
    var uses: [String: Int] = [:]
    for text in texts {
      let words = text.utf8.split { !isPartOfName($0) }.map { String(Substring($0)) }
      for (word, next) in zip(words, words.dropFirst()) where word == "FROM" || word == "JOIN" {
        uses[next, default: 0] += 1
      }
    }
    return uses
  }

  private static func isPartOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: byte >= 0x80
    }
  }
}
