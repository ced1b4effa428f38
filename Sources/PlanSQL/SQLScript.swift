import ScorecardPolicy
import ScoringPlan

/// Puts steps together into one statement.
struct SQLScript {
  let dialect: SQLDialect

  /// A statement of steps and what is selected from the last.
  func statement(_ steps: [SQLStep], _ last: String, comments: Bool) -> String {
    let texts = steps.map(\.query) + [last]
    let expressions = steps.map { step in
      let lines = comments ? step.comments.map { "-- \(Self.oneLine($0))\n" } : []
      let fence = isShared(step, texts) ? "" : dialect.fence
      return lines.joined() + "\(step.name) AS \(hint(step, texts))(\n"
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
  private func hint(_ step: SQLStep, _ texts: [String]) -> String {
    switch dialect {
    case .sqlite: "MATERIALIZED "
    case .duckdb, .postgresql: isShared(step, texts) ? "MATERIALIZED " : ""
    case .spark: ""
    }
  }

  private func isShared(_ step: SQLStep, _ texts: [String]) -> Bool {
    var uses = 0
    for text in texts {
      let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
      uses += zip(words, words.dropFirst()).count {
        ($0 == "FROM" || $0 == "JOIN") && $1 == step.name[...]
      }
    }
    return uses > 1
  }
}
