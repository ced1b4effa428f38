import Calendars
import ScorecardPolicy
import ScoringPlan
import TestSupport
import Testing

/// An example of the policy reference: a policy or a part of one, rows, and what comes of them.
///
/// It begins with a block of YAML, or with a table of rows, and goes to the next such block or to the
/// next heading. In it stand
/// - tables of rows, whose first heading is the name of a policy's table in backticks: below it are
///   the keys; headings with an arrow are what must come out, `rejected: words` for a row that is
///   rejected;
/// - tables of formulas (`formula` or `example`), with what each gives for the first subject
///   (`result`) or for the subject of that key (`→ KEY`): a value, `missing`, `fault: words` or
///   `error: words`;
/// - a block of text: what `check` prints.
///
/// Blocks with the name of a file stand beside all examples under the same heading.
struct PolicyExample: CustomTestStringConvertible {
  let page: String
  let line: Int
  /// The headings that it stands under, from the second level on.
  let section: [String]
  let yaml: String
  var files: [FencedBlock] = []
  var rows: [MarkdownTable] = []
  var formulas: [MarkdownTable] = []
  var shown: [String] = []

  var testDescription: String { "\(page):\(line)" }

  /// Whether the page says what must come of it.
  var hasExpectation: Bool {
    !shown.isEmpty || !formulas.isEmpty || rows.contains { $0.header.contains { $0.isOutcome } }
  }

  // MARK: The policy

  /// The policy, completed as the reference says: named `example`, with the tables that the rows
  /// show, and with the column `points` as its total, or 0.
  var policy: String {
    var text = yaml
    if has("extend") { return text }
    if !has("policy") { text += "policy: example\n" }
    if !has("tables") { text += shownTables }
    if !has("scorecard") {
      let points = rows.first?.header.contains("points") == true ? "points" : "0"
      text += "scorecard: {dimensions: {work: {measures: {done: {score: \(points)}}}}}\n"
    }
    return text
  }

  private func has(_ key: String) -> Bool {
    yaml.split(separator: "\n").contains { $0.hasPrefix("\(key):") }
  }

  /// Tables with the columns that the rows have, each of the type that its cells are of.
  private var shownTables: String {
    guard !rows.isEmpty else { return "tables: {staff: {key: id}}\n" }
    return "tables:\n"
      + rows.map { table in
        let columns = table.header.indices.dropFirst().filter { !table.header[$0].isOutcome }.map {
          "\(table.header[$0]): {\(Self.declaration(of: table, column: $0))}"
        }
        return "  \(table.name): {key: id, columns: {\(columns.joined(separator: ", "))}}\n"
      }.joined()
  }

  private static func declaration(of table: MarkdownTable, column: Int) -> String {
    let cells = table.rows.map { $0[column] }
    let present = cells.filter { !$0.isEmpty }
    let type: ValueType =
      if present.allSatisfy({ Double($0) != nil }) {
        .number
      } else if present.allSatisfy({ ["TRUE", "FALSE"].contains($0) }) {
        .truth
      } else if present.allSatisfy({ CivilDate($0) != nil }) {
        .date
      } else if present.allSatisfy({ CivilPeriod($0) != nil }) { .period } else { .text }
    return "type: \(type.rawValue)\(present.count < cells.count ? ", missing: allow" : "")"
  }

  /// The policy with further formulas of the subject table.
  func policy(with formulas: [String]) -> String {
    let lines = formulas.enumerated().map {
      "  example \($0 + 1): '\($1.replacing("'", with: "''"))'\n"
    }.joined()
    let heading = "formulas:\n"
    return policy.contains("\n" + heading) || policy.hasPrefix(heading)
      ? policy.replacing(heading, with: heading + lines, maxReplacements: 1)
      : policy + heading + lines
  }

  // MARK: The rows

  /// The tables that the plan reads, as files.
  func tables(for plan: Plan) -> [String: PlainTable] {
    let shown = rows.map { table in
      let inputs = table.header.indices.filter { !table.header[$0].isOutcome }
      let key = plan.tables.first { $0.name == table.name }?.keyName ?? "id"
      return (
        table.name,
        PlainTable(
          header: [key] + inputs.dropFirst().map { table.header[$0] },
          rows: table.rows.map { row in inputs.map { row[$0] } })
      )
    }
    let absent = plan.tables.map { table in
      let key = table.name == plan.tables[0].name ? [["A"]] : []
      return (table.name, PlainTable(header: [table.keyName], rows: key))
    }
    return Dictionary(shown + absent) { first, _ in first }
  }
}

extension MarkdownTable {
  /// The table of a policy whose rows these are; empty when they are none.
  var name: String {
    guard let heading = header.first, heading.hasPrefix("`"), heading.hasSuffix("`") else {
      return ""
    }
    return heading.quotedCode.first ?? ""
  }

  /// The formulas in the table's rows; nil when it is no table of formulas.
  var formulas: [String]? {
    (column("formula") ?? column("example"))?.map { $0.quotedCode.first ?? "" }
  }
}

extension String {
  /// Whether a heading is that of a column which must come out.
  var isOutcome: Bool { hasPrefix("→") }

  /// The name of what must come out.
  var outcomeName: String { isOutcome ? String(dropFirst(2)) : self }
}
