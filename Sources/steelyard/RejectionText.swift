import ColumnStore
import Databases
import ScoringEngine

/// The rows at fault as people read them.
enum RejectionText {
  /// Shows the first faults, and how many more there are.
  static func list(_ rows: [RejectedRow]) {
    Terminal.note(firstOf: rows.flatMap(\.faults).map(Self.text))
  }

  /// A fault; with the key of the row where nobody can look up its line, as it is in a database.
  private static func text(_ fault: RowFault) -> String {
    guard DatabaseTable(fault.file) != nil else { return fault.description }
    return "\(fault.description) (row \(fault.rowText.prefix { $0 != "," }))"
  }

  /// Says that rows are at fault and nothing was written: how many, and the first of them.
  static func complain(_ rows: [RejectedRow]) {
    list(rows)
    let tables = Dictionary(grouping: rows, by: \.table).map { "\($0.value.count) in \($0.key)" }
    Terminal.error(
      "\(rows.count) row\(rows.count == 1 ? " is" : "s are") at fault "
        + "(\(tables.sorted().joined(separator: ", "))); nothing was written")
    Terminal.note(
      "  try: correct \(rows.count == 1 ? "it" : "them"), or name a file by --rejects to score the other "
        + "rows")
  }
}
