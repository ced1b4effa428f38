import AHP

/// A matrix whose weights round to the printed ones.
public struct RecoveredMatrix: Sendable {
  /// The judgements.
  public let matrix: PairwiseComparisonMatrix
  /// What they give.
  public let analysis: JudgementAnalysis
  /// Whether the eigenvalue rounds to the printed one; nil where none was given.
  public let fitsEigenvalue: Bool?
}
