import PolicyAnalysis
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
  /// For each policy the rows at fault.
  let rejected: [[RejectedRow]]

  init(
    files: [String], runs: [ScoredPopulation], comparisons: [PolicyComparison], notice: String?
  ) {
    (self.files, self.runs, self.comparisons, self.notice) = (files, runs, comparisons, notice)
    rejected = runs.map { $0.rejectedRows() }
  }

  /// Whether there is something that the user must see.
  var hasFindings: Bool {
    rejected.contains { !$0.isEmpty } || comparisons.contains { !$0.unmatched.isEmpty }
  }

  /// A policy by name and version.
  func name(_ index: Int) -> String { "\(runs[index].plan.policy) \(runs[index].plan.version)" }
}
