import ColumnStore
import ScoringPlan
import SeededRandom

/// A few rows for any plan, the same for the same plan: some that count and some at fault.
enum FuzzedRows {
  private static let keys = (1...7).map { "k\($0)" }

  /// Rows for each table by its name; nil when a name or a text of the plan cannot stand in a
  /// `PlainTable`.
  static func tables(of plan: Plan) -> [String: PlainTable]? {
    let words = plan.tables.flatMap { table in
      [header(table)] + table.columns.flatMap { [header($0)] + $0.allowedTexts }
    }
    guard words.allSatisfy(isPlain) else { return nil }
    var generator = SplitMix64(seed: 5)
    var tables: [String: PlainTable] = [:]
    for (index, table) in plan.tables.enumerated() {
      let owners =
        index == 0 ? keys : keys.flatMap { [String](repeating: $0, count: $0.utf8.count) }
      let header = [header(table)] + table.columns.map(header)
      let rows = owners.enumerated().map { row, key in
        [key] + table.columns.map { cell($0, row, &generator) }
      }
      tables[table.name] = PlainTable(header: header, rows: rows)
    }
    return tables
  }

  private static func header(_ table: PlanTable) -> String {
    table.keyHeaders.first ?? table.keyName
  }

  private static func header(_ column: PlanColumn) -> String {
    column.headers.first ?? column.name
  }

  private static func isPlain(_ word: String) -> Bool {
    let telling: Set<Unicode.Scalar> = [",", ";", "\t", "\"", "\n", "\r", "\0", "\u{FEFF}"]
    return word.unicodeScalars.first != " " && word.unicodeScalars.last != " "
      && !word.unicodeScalars.contains { telling.contains($0) }
  }

  private static func cell(
    _ column: PlanColumn, _ row: Int, _ generator: inout SplitMix64
  ) -> String {
    let isBlank = Int.random(in: 0..<12, using: &generator) == 0
    return isBlank ? "" : cells(column, row).randomElement(using: &generator) ?? ""
  }

  /// What may stand in a cell; the bounds of a number too, which are right only without `file_unit`.
  private static func cells(_ column: PlanColumn, _ row: Int) -> [String] {
    switch column.type {
    case .number:
      let bounds = [column.minimum, column.maximum].compactMap(\.self).filter(\.isFinite)
      return ["0", "1", "3", "12.5", "-2.25", "100", "\(row)", "0.1"]
        + bounds.map { PlainDecimal.text($0) }
    case .text:
      return column.allowedTexts.isEmpty ? ["a", "b", "甲", "junior"] : column.allowedTexts
    case .truth: return ["TRUE", "0", "是"]
    case .date: return ["2026-01-\(row + 10)", "2026-02-28", "2024-10-0\(row % 9 + 1)"]
    case .period: return ["2026-\(row % 12 + 1)", "2026Q\(row % 4 + 1)", "2026年\(row % 12 + 1)月"]
    }
  }
}
