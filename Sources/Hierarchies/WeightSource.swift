import AHP
import Diagnostics

/// How some things are weighed against each other.
public enum WeightSource: Sendable {
  /// There is one thing: its weight is 1.
  case single
  /// A number for each, with sum 1.
  case numbers([Double])
  /// Pairwise judgements.
  case judgements(JudgedWeights)
}

/// Weights by pairwise judgements.
public struct JudgedWeights: Sendable {
  /// The matrix, its labels the names of what is weighed, in the order of the file. (For panels
  /// aggregated by priorities it is the aggregate of the judgements, which tells consistency.)
  public let matrix: PairwiseComparisonMatrix
  /// The panel where individual priorities are to be aggregated instead of judgements.
  let panel: JudgementSet?
  /// The panel's labels in the order of the matrix.
  let panelLabels: [String]
  /// How priorities are computed, and what their consistency is measured by.
  public let options: JudgementOptions
  /// Where the judgements begin.
  public let location: SourceLocation
}
