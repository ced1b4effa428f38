import ColumnStore
import ScoringEngine

/// The rows that an analysis had to leave out, as people read them.
enum AnalysisFindings {
  /// Says which rows are at fault under each policy, each fault once; ends the command with findings when
  /// there are any.
  static func complain(about runs: [ScoredPopulation], files: [String]) throws {
    var known: Set<RowFault> = []
    var hasFindings = false
    for (run, file) in zip(runs, files) {
      let rows = run.rejectedRows()
      guard !rows.isEmpty else { continue }
      hasFindings = true
      Terminal.note(firstOf: rows.flatMap(\.faults).filter { known.insert($0).inserted })
      Terminal.note(
        "warning: \(rows.count == 1 ? "1 row is" : "\(rows.count) rows are") at fault under \(file) and "
          + "left out")
    }
    if hasFindings { throw Outcome.findings }
  }
}
