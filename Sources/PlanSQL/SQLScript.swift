import ScorecardPolicy
import ScoringPlan

/// Puts steps together into one statement.
struct SQLScript {
  let dialect: SQLDialect

  /// The statements that come to the rows of `last`, which is selected from the last of the steps.
  ///
  /// One statement in DuckDB and PostgreSQL. SQLite and Spark work out a common table expression anew each
  /// time that it is read: in SQLite each step is a temporary table, and in Spark a step that is read several
  /// times is a view of a table. (Spark plans a cached one anew with all that is before it, each time.)
  func statements(_ steps: [SQLStep], _ last: String, comments: Bool) -> [String] {
    switch dialect {
    case .duckdb, .postgresql: [statement(steps, last, comments: comments)]
    case .sqlite:
      steps.flatMap { step in
        [
          "DROP TABLE IF EXISTS temp.\(step.name)",
          lines(comments ? step.comments : []) + "CREATE TEMP TABLE \(step.name) AS\n\(step.query)",
        ]
      } + [last]
    case .spark: sparkStatements(steps, last, comments: comments)
    }
  }

  /// Statements of which all but the last keep a step that is read several times, each with the steps
  /// before it that it alone needs.
  private func sparkStatements(
    _ steps: [SQLStep], _ last: String, comments: Bool
  ) -> [String] {
    let uses = Self.uses(in: steps.map(\.query) + [last])
    var pending: [SQLStep] = []
    var statements: [String] = []
    func whole(_ query: String) -> String {
      let needed = Self.needed(by: query, of: pending)
      pending.removeAll { needed.contains($0) }
      return needed.isEmpty ? query : statement(needed, query, comments: comments)
    }
    for step in steps {
      guard uses[step.name, default: 0] > 1 else {
        pending.append(step)
        continue
      }
      let table = "\(step.name)__kept"
      statements += [
        "DROP TABLE IF EXISTS \(table)",
        lines(comments ? step.comments : [])
          + "CREATE TABLE \(table) USING parquet AS\n\(whole(step.query))",
        "CREATE OR REPLACE TEMPORARY VIEW \(step.name) AS SELECT * FROM \(table)",
      ]
    }
    return statements + [whole(last)]
  }

  /// The steps that a query reads, and those that these read, in their order.
  private static func needed(by query: String, of steps: [SQLStep]) -> [SQLStep] {
    var names = Set(uses(in: [query]).keys)
    var needed: [SQLStep] = []
    for step in steps.reversed() where names.contains(step.name) {
      needed.insert(step, at: 0)
      names.formUnion(uses(in: [step.query]).keys)
    }
    return needed
  }

  /// One statement of steps and what is selected from the last.
  func statement(_ steps: [SQLStep], _ last: String, comments: Bool) -> String {
    let uses = Self.uses(in: steps.map(\.query) + [last])
    let expressions = steps.map { step in
      let isShared = uses[step.name, default: 0] > 1
      return lines(comments ? step.comments : [])
        + "\(step.name) AS \(hint(isShared: isShared))(\n"
        + "  \(body(step.query, isShared: isShared).indented())\n)"
    }
    return "WITH\n\(expressions.joined(separator: ",\n"))\n\(last)"
  }

  /// The query of a step, which the planner leaves whole. Where a hint says so, no more is needed.
  private func body(_ query: String, isShared: Bool) -> String {
    hint(isShared: isShared).isEmpty ? dialect.fenced(query) : query
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
