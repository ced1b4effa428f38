import ScorecardPolicy
import ScoringPlan

/// Puts steps together into one statement.
struct SQLScript {
  let dialect: SQLDialect

  /// The statements that come to the rows of `last`, which is selected from the last of the steps.
  ///
  /// One statement, but in SQLite, which works out a common table expression anew each time that it is
  /// read: there each step is a temporary table.
  func statements(_ steps: [SQLStep], _ last: String, comments: Bool) -> [String] {
    guard dialect == .sqlite else { return [statement(steps, last, comments: comments)] }
    return steps.flatMap { step in
      [
        "DROP TABLE IF EXISTS temp.\(step.name)",
        lines(comments ? step.comments : []) + "CREATE TEMP TABLE \(step.name) AS\n\(step.query)",
      ]
    } + [last]
  }

  /// One statement of steps and what is selected from the last.
  func statement(_ steps: [SQLStep], _ last: String, comments: Bool) -> String {
    let uses = Self.uses(in: steps.map(\.query) + [last])
    let expressions = steps.map { step in
      let isShared = uses[step.name, default: 0] > 1
      let fence = isShared ? "" : dialect.fence
      return lines(comments ? step.comments : [])
        + "\(step.name) AS \(hint(isShared: isShared))(\n"
        + "  \((step.query + fence).indented())\n)"
    }
    return "WITH\n\(expressions.joined(separator: ",\n"))\n\(last)"
  }

  private func lines(_ comments: [String]) -> String {
    comments.map { "-- \(Self.oneLine($0))\n" }.joined()
  }

  /// A text without line ends, which would end a comment.
  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// Tells the planner to compute a step once that is read several times.
  private func hint(isShared: Bool) -> String {
    switch dialect {
    case .duckdb, .postgresql, .sqlite: isShared ? "MATERIALIZED " : ""
    case .spark: ""
    }
  }

  /// How often each relation is read.
  private static func uses(in texts: [String]) -> [String: Int] {
    var uses: [String: Int] = [:]
    for text in texts {
      let words = text.utf8.split { !isOfWord($0) }
      for (word, next) in zip(words, words.dropFirst())
      where word.elementsEqual("FROM".utf8) || word.elementsEqual("JOIN".utf8) {
        uses[String(decoding: next, as: UTF8.self), default: 0] += 1
      }
    }
    return uses
  }

  /// Whether a byte may stand in a name that is not quoted.
  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}
