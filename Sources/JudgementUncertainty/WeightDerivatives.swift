import AHP
import LinearAlgebra

/// How each weight moves with each judgement: exact derivatives, the reciprocal moving along.
///
/// By row geometric means ln w changes by 1/n and -1/n in the two rows, and the weights sum to 1. By the
/// eigenvector, A w = lambda w is differentiated: with the weights as units, (lambda - B) y + m = f and
/// w y = 0 for B = W^-1 A W, the relative changes y of the weights and the change m of lambda, which is
/// the group inverse of lambda - A at work (Meyer, C. D., Stewart, G. W. (1988), SIAM Journal on Numerical
/// Analysis 25(3), 679-691, doi:10.1137/0725041).
public struct WeightDerivatives: Sendable {
  /// The derivatives by one judgement.
  public struct Row: Sendable {
    /// What is judged.
    public let row: String
    /// What it is judged against.
    public let column: String
    /// The judgement.
    public let given: Judgement
    /// For each label the derivative of its weight by the logarithm of the judgement: by how much it
    /// changes when the judgement rises by one in a hundred, times a hundred. They sum to 0.
    public let byLogarithm: [Double]

    /// For each label the derivative of its weight by the judgement. They sum to 0.
    public var byJudgement: [Double] { byLogarithm.map { $0 / given.value } }
  }

  /// The labels, in the order of the matrix.
  public let labels: [String]
  /// The weights.
  public let weights: [Double]
  /// One row for each judgement, in the order of the upper triangle.
  public let rows: [Row]

  /// The derivatives at a matrix, or nil for a method that has no closed form here: only `eigenvector`
  /// and `geometric-mean` have. O(n^4) for `eigenvector`.
  public init?(
    _ matrix: PairwiseComparisonMatrix, method: PriorityMethod = .eigenvector
  ) throws(LinearAlgebraError) {
    guard method == .eigenvector || method == .geometricMean else { return nil }
    let weights = try PriorityVector(matrix, method: method).weights
    let changes =
      method == .eigenvector
      ? Self.eigenvector(matrix, weights) : Self.geometricMean(weights)
    (labels, self.weights) = (matrix.labels, weights)
    rows = zip(Self.pairs(matrix.size), changes).enumerated().map { index, entry in
      Row(
        row: matrix.labels[entry.0.row], column: matrix.labels[entry.0.column],
        given: matrix.upperTriangle[index], byLogarithm: entry.1)
    }
  }

  private static func pairs(_ size: Int) -> [(row: Int, column: Int)] {
    (0..<size).flatMap { row in (row + 1..<max(size, row + 1)).map { (row, $0) } }
  }

  private static func geometricMean(_ weights: [Double]) -> [[Double]] {
    let size = Double(weights.count)
    return pairs(weights.count).map { pair in
      let mean = (weights[pair.row] - weights[pair.column]) / size
      return weights.indices.map { label in
        let own = label == pair.row ? 1 / size : label == pair.column ? -1 / size : 0
        return weights[label] * (own - mean)
      }
    }
  }

  private static func eigenvector(
    _ matrix: PairwiseComparisonMatrix, _ weights: [Double]
  ) -> [[Double]] {
    let size = matrix.size
    let scaled = ColumnMajorMatrix(size: size) { row, column in
      matrix[row, column] * (weights[column] / weights[row])
    }
    // The mean of the row sums, which are all lambda but for rounding.
    let lambda =
      scaled.times([Double](repeating: 1, count: size)).reduce(0, +) / Double(size)
    let bordered = ColumnMajorMatrix(size: size + 1) { row, column in
      switch (row, column) {
      case (size, size): 0
      case (size, _): weights[column]
      case (_, size): 1
      default: (row == column ? lambda : 0) - scaled[row, column]
      }
    }
    let solver = LinearSolver(bordered)
    return pairs(size).map { pair in
      var change = [Double](repeating: 0, count: size + 1)
      change[pair.row] = scaled[pair.row, pair.column]
      change[pair.column] = -scaled[pair.column, pair.row]
      return zip(weights, solver.solve(change)).map { $0 * $1 }
    }
  }
}
