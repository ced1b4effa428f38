import LinearAlgebra

/// A positive reciprocal matrix, built from the judgements of its upper triangle.
///
/// The element at (row, column) says how many times as important the row is as the column; the
/// diagonal is 1, and the element at (column, row) is the reciprocal. Complete: every pair is judged.
public struct PairwiseComparisonMatrix: Hashable, Sendable {
  /// What is compared, in the order of the rows; all different.
  public let labels: [String]
  /// The judgements above the diagonal, row by row.
  public let upperTriangle: [Judgement]

  /// A matrix of at least one label from n (n - 1) / 2 judgements, row by row.
  public init(labels: [String], upperTriangle: [Judgement]) {
    precondition(!labels.isEmpty, "a pairwise comparison matrix needs at least one label")
    precondition(Set(labels).count == labels.count, "labels must be different from each other")
    precondition(
      upperTriangle.count == labels.count * (labels.count - 1) / 2,
      "the upper triangle of n rows has n (n - 1) / 2 judgements")
    self.labels = labels
    self.upperTriangle = upperTriangle
  }

  /// The number of rows.
  public var size: Int { labels.count }

  /// How many times as important the row is as the column; both count from 0. O(1).
  public subscript(row: Int, column: Int) -> Double {
    if row == column { return 1 }
    return row < column
      ? upperTriangle[offset(row, column)].value
      : upperTriangle[offset(column, row)].reciprocalValue
  }

  /// The judgement of the row against the column, as written or turned round; both count from 0.
  public func judgement(_ row: Int, _ column: Int) -> Judgement {
    if row == column { return .equal }
    return row < column
      ? upperTriangle[offset(row, column)] : upperTriangle[offset(column, row)].reciprocal
  }

  /// The same judgements under other names, in the same order; the names must all differ.
  public func relabelled(_ newLabels: [String]) -> PairwiseComparisonMatrix {
    precondition(newLabels.count == size, "every row needs a new label")
    return PairwiseComparisonMatrix(labels: newLabels, upperTriangle: upperTriangle)
  }

  /// The same judgements in another order; nil unless `newOrder` has exactly the same labels.
  public func reordered(_ newOrder: [String]) -> PairwiseComparisonMatrix? {
    let positions = Dictionary(uniqueKeysWithValues: zip(labels, labels.indices))
    let rows = newOrder.compactMap { positions[$0] }
    guard newOrder.count == size, Set(rows).count == size else { return nil }
    return PairwiseComparisonMatrix(
      labels: newOrder,
      upperTriangle: ComparedPair.all(size: size).map { judgement(rows[$0.first], rows[$0.second]) }
    )
  }

  /// The same matrix with the judgement of one pair replaced.
  func replacing(_ pair: ComparedPair, with judgement: Judgement) -> PairwiseComparisonMatrix {
    var changed = upperTriangle
    changed[offset(pair.first, pair.second)] = judgement
    return PairwiseComparisonMatrix(labels: labels, upperTriangle: changed)
  }

  /// All numbers, the triangles and the diagonal.
  var elements: ColumnMajorMatrix {
    ColumnMajorMatrix(size: size) { row, column in self[row, column] }
  }

  /// The natural logarithm of every number, row by row; that across the diagonal is exactly its negative.
  var logarithms: [[Double]] {
    var rows = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
    for (pair, judgement) in zip(pairs, upperTriangle) {
      rows[pair.first][pair.second] = judgement.logarithm
      rows[pair.second][pair.first] = -judgement.logarithm
    }
    return rows
  }

  /// Every pair above the diagonal, in reading order.
  var pairs: [ComparedPair] { ComparedPair.all(size: size) }

  private func offset(_ row: Int, _ column: Int) -> Int {
    precondition(0 <= row && column < size, "row and column must lie inside the matrix")
    return row * (2 * size - row - 1) / 2 + column - row - 1
  }
}
