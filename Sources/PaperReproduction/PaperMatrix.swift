import AHP

/// A matrix of a paper with what the paper prints about it.
public struct PaperMatrix: Sendable {
  /// Its name in the paper file.
  public let name: String
  /// The judgements.
  public let matrix: PairwiseComparisonMatrix
  /// The cells as a paper prints them all, row by row; nil where they are just the judgements and
  /// their reciprocals.
  let printedCells: [[Double]]?
  /// What is printed, place by place.
  public let prints: [PaperPrint]

  /// The printed weights, from the first place that prints one for each label.
  var printedWeights: [Double]? {
    prints.lazy.compactMap { $0.values(.weight, of: matrix.labels) }.first
  }
}
