import PolicyAnalysis
import ResultRecords
import ScoringEngine

/// Everything that `compare` has to say.
struct CompareReport {
  /// The files of the policies, the baseline's first.
  let files: [String]
  /// The run of each policy.
  let runs: [ScoredPopulation]
  /// For each policy after the first how it compares with the first.
  let comparisons: [PolicyComparison]
  /// What the data's folder says about them.
  let notice: String?
  /// The corrections that were laid over the data.
  let corrections: AppliedCorrections?
  /// Whether the data without and with the corrections are compared, under one policy.
  let comparesCorrections: Bool
  /// For each policy the rows at fault.
  let rejected: [[RejectedRow]]

  init(
    files: [String], runs: [ScoredPopulation], comparisons: [PolicyComparison], notice: String?,
    corrections: AppliedCorrections?, comparesCorrections: Bool
  ) {
    (self.corrections, self.comparesCorrections) = (corrections, comparesCorrections)
    (self.files, self.runs, self.comparisons, self.notice) = (files, runs, comparisons, notice)
    rejected = runs.map { $0.rejectedRows() }
  }

  /// Whether there is something that the user must see.
  var hasFindings: Bool {
    rejected.contains { !$0.isEmpty } || comparisons.contains { !$0.unmatched.isEmpty }
  }

  /// A policy by name and version, and by its data where they are what is compared.
  func name(_ index: Int) -> String {
    let name = "\(runs[index].plan.policy) \(runs[index].plan.version)"
    return comparesCorrections ? "\(name) \(index == 0 ? "without" : "with") corrections" : name
  }

  /// Those whose data were corrected, and everybody else whom that concerns; nil where policies are
  /// compared.
  var affected: [AffectedSubject]? {
    guard comparesCorrections, let corrections else { return nil }
    return AffectedSubject.all(in: comparisons[0], correctedKeys: corrections.correctedKeys)
  }
}
