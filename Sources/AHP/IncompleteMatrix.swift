import Diagnostics

/// Judgements of some pairs of labels, enough to connect all labels, perhaps not of every pair.
///
/// Made by `JudgementComparison.incompleteMatrix` or from a set of a judgement file.
public struct IncompleteMatrix: Hashable, Sendable {
  /// What is compared, in the order of the rows; all different.
  public let labels: [String]
  /// Which pairs are compared; connected.
  public let graph: ComparisonGraph
  /// The judgements, upper label against lower.
  let judgements: [Pair: Judgement]

  /// Judgements of pairs that connect the labels.
  init(labels: [String], judgements: [Pair: Judgement]) {
    self.labels = labels
    self.judgements = judgements
    graph = ComparisonGraph(size: labels.count, compared: Set(judgements.keys))
    precondition(graph.isConnected, "an incomplete matrix must connect its labels")
  }

  /// A matrix without gaps.
  public init(_ matrix: PairwiseComparisonMatrix) {
    let pairs = PairwiseComparisonMatrix.pairs(matrix.size)
    self.init(
      labels: matrix.labels,
      judgements: Dictionary(
        uniqueKeysWithValues: pairs.map { ($0, matrix.judgement($0.first, $0.second)) }))
  }

  /// The number of rows.
  public var size: Int { labels.count }

  /// The judgement of the row against the column, both from 0; nil where the two were not compared.
  public func judgement(_ row: Int, _ column: Int) -> Judgement? {
    if row == column { return .equal }
    let judgement = judgements[Pair(row, column)]
    return row < column ? judgement : judgement?.reciprocal
  }

  /// The labels of every pair not compared, in reading order.
  public var missingPairs: [(row: String, column: String)] {
    graph.missing.map { (labels[$0.first], labels[$0.second]) }
  }

  /// The matrix itself, when every pair is compared.
  public var complete: PairwiseComparisonMatrix? {
    guard graph.isComplete else { return nil }
    return PairwiseComparisonMatrix(
      labels: labels, upperTriangle: graph.compared.compactMap { judgements[$0] })
  }

  /// The same judgements under other names, in the same order; the names must all differ.
  public func relabelled(_ newLabels: [String]) -> IncompleteMatrix {
    precondition(Set(newLabels).count == size, "every row needs a label of its own")
    return IncompleteMatrix(labels: newLabels, judgements: judgements)
  }

  /// The same judgements in another order; nil unless `newOrder` has exactly the same labels.
  public func reordered(_ newOrder: [String]) -> IncompleteMatrix? {
    let positions = Dictionary(uniqueKeysWithValues: zip(labels, labels.indices))
    let rows = newOrder.compactMap { positions[$0] }
    guard newOrder.count == size, Set(rows).count == size else { return nil }
    var moved: [Pair: Judgement] = [:]
    for pair in PairwiseComparisonMatrix.pairs(size) {
      moved[pair] = judgement(rows[pair.first], rows[pair.second])
    }
    return IncompleteMatrix(labels: newOrder, judgements: moved)
  }

  /// Other judgements of the same pairs, in reading order; what lies beyond `Judgement.range` counts as
  /// its end.
  public func replacingJudgements(_ values: [Double]) -> IncompleteMatrix {
    precondition(values.count == graph.compared.count, "each pair compared needs a judgement")
    let range = Judgement.range
    let changed = zip(graph.compared, values).compactMap { pair, value in
      Judgement(value: min(max(value, range.lowerBound), range.upperBound)).map { (pair, $0) }
    }
    return IncompleteMatrix(
      labels: labels, judgements: Dictionary(changed, uniquingKeysWith: { first, _ in first }))
  }

  /// The same judgements with one of them replaced.
  func replacing(_ pair: Pair, with judgement: Judgement) -> IncompleteMatrix {
    var changed = judgements
    changed[pair] = judgement
    return IncompleteMatrix(labels: labels, judgements: changed)
  }

  /// The same judgements with that of one label against another replaced; nil when the two were not
  /// compared, or are no labels.
  public func replacing(
    _ row: String, _ column: String, with judgement: Judgement
  ) -> IncompleteMatrix? {
    guard let first = labels.firstIndex(of: row), let second = labels.firstIndex(of: column),
      first != second, self.judgement(first, second) != nil
    else { return nil }
    return replacing(
      Pair(first, second), with: first < second ? judgement : judgement.reciprocal)
  }

  /// What least squares make of the judgements given.
  var observations: [LogarithmicLeastSquares.Observation] {
    graph.compared.map {
      LogarithmicLeastSquares.Observation(pair: $0, logarithm: judgements[$0]?.logarithm ?? 0)
    }
  }
}
