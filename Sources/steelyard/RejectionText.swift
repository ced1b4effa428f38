import ScoringEngine

/// The rows at fault as people read them.
enum RejectionText {
  /// Shows the first faults, and how many more there are.
  static func list(_ rows: [RejectedRow]) { Terminal.note(firstOf: rows.flatMap(\.faults)) }

  /// Says that rows are at fault and nothing was written: how many, and the first of them.
  static func complain(_ rows: [RejectedRow]) {
    list(rows)
    let tables = Dictionary(grouping: rows, by: \.table).map { "\($0.value.count) in \($0.key)" }
    Terminal.error(
      "\(rows.count) row\(rows.count == 1 ? " is" : "s are") at fault "
        + "(\(tables.sorted().joined(separator: ", "))); nothing was written")
    Terminal.note("  try: correct them, or name a file by --rejects to score the other rows")
  }
}
