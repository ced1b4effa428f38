import Foundation
import PolicyAnalysis
import ScoringEngine

/// The analysis of one draft's numbers, made anew for another draft: numbers are asked for one by one.
///
/// The analysis is used by one thread at a time, under the lock.
final class SensitivityKeeper: @unchecked Sendable {
  private let policy: VariablePolicy
  private let population: Population
  private let threads: Int
  private let lock = NSLock()
  private var kept: (changes: DraftChanges, analysis: SensitivityAnalysis)?

  init(_ policy: VariablePolicy, _ population: Population, threads: Int) {
    (self.policy, self.population, self.threads) = (policy, population, threads)
  }

  /// What `body` makes of the analysis of a draft.
  ///
  /// - Throws: `DiagnosedFailure` where the draft is no policy, or too inconsistent.
  func with<Result>(
    _ changes: DraftChanges, _ body: (SensitivityAnalysis) throws -> Result
  ) throws -> Result {
    lock.lock()
    defer { lock.unlock() }
    if let kept, kept.changes == changes { return try body(kept.analysis) }
    let draft = try Draft(changes, of: policy)
    let analysis = SensitivityAnalysis(
      try VariablePolicy(draft.tuning), population, options: ScoringOptions(threads: threads))
    kept = (changes, analysis)
    return try body(analysis)
  }
}
