import ColumnStore
import PolicyAnalysis
import ScoringEngine

/// The people and rows that `compare` had to leave out, as people read them.
enum CompareFindings {
  /// Says which rows each policy rejects, and who is not compared.
  static func complain(_ report: CompareReport) {
    var known: Set<RowFault> = []
    for (index, rows) in report.rejected.enumerated() where !rows.isEmpty {
      let faults = rows.flatMap(\.faults).filter { known.insert($0).inserted }
      Terminal.note(firstOf: faults)
      let count = rows.count == 1 ? "1 row is" : "\(rows.count) rows are"
      Terminal.note(
        "warning: \(count) at fault under \(report.name(index)) (\(report.files[index])); "
          + "its ranks were formed without them")
    }
    for (index, comparison) in report.comparisons.enumerated() where !comparison.unmatched.isEmpty {
      Terminal.note(
        firstOf: comparison.unmatched.map { subject in
          "\(subject.key): \(subject.presence.before.rawValue) under \(report.name(0)), "
            + "\(subject.presence.after.rawValue) under \(report.name(index + 1))"
        })
      let count = comparison.unmatched.count
      Terminal.note(
        "warning: \(count) subject\(count == 1 ? " is" : "s are") not compared, as not both "
          + "policies score \(count == 1 ? "it" : "them")")
    }
  }
}
