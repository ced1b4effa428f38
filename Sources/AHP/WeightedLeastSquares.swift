import LinearAlgebra

/// The weights w of sum 1 with the least sum over i, j of (a_ij w_j - w_i)^2.
///
/// They are positive and the only ones: the matrix of the sum has only negative numbers beside its diagonal
/// and no negative eigenvalue, so its inverse is positive, or its null vector where there is none.
enum WeightedLeastSquares {
  /// Positive numbers in the proportions of the weights. O(n^3).
  static func proportions(
    _ matrix: PairwiseComparisonMatrix
  ) throws(LinearAlgebraError) -> [Double] {
    guard matrix.size > 2 else { return exactProportions(matrix) }
    var scale = rowGeometricMeans(matrix)
    for _ in 0..<mostPasses {
      let factors = try solve(matrix, scaledBy: scale).map(\.magnitude)
      let largest = zip(scale, factors).map { $0 * $1 }.max() ?? 1
      // Weights are positive; what rounding has made zero is kept barely above it.
      let floor = (factors.max() ?? 1) * .ulpOfOne
      scale = zip(scale, factors).map { $0 * max($1, floor) / largest }
      if let least = factors.min(), least > (factors.max() ?? 1) / 100 { break }
    }
    return scale
  }

  /// One pass does unless judgements differ by many powers of ten: each further one starts from the
  /// weights that the last one found.
  private static let mostPasses = 8

  /// The weights divided by `scale`, whose largest is 1.
  ///
  /// The unknowns w_i = d_i x_i are all of one size for a scale d near the weights: so every weight gets
  /// its digits. With the multiplier of the constraint, one linear system of n + 1 rows.
  private static func solve(
    _ matrix: PairwiseComparisonMatrix, scaledBy scale: [Double]
  ) throws(LinearAlgebraError) -> [Double] {
    let rows = matrix.labels.indices
    var columns = rows.map { column in
      rows.map { row in
        row == column
          ? diagonal(matrix, row, scale)
          : -(matrix[row, column] * scale[column]) * scale[row]
            - matrix[column, row] * scale[row] * scale[column]
      }
    }
    let largest = columns.joined().map(\.magnitude).max() ?? 1
    for column in rows {
      columns[column] = columns[column].map { $0 / largest } + [scale[column]]
    }
    columns.append(scale + [0])
    var workspace = LeastSquaresWorkspace(
      rows: matrix.size + 1, columns: matrix.size + 1, reciprocalCondition: .ulpOfOne)
    let target = [Double](repeating: 0, count: matrix.size) + [1]
    return try workspace.solve(columns, target: target).coefficients.dropLast()
  }

  /// What stands before the square of one unknown: from each other row d_i^2 and (a_ji d_i)^2.
  private static func diagonal(
    _ matrix: PairwiseComparisonMatrix, _ row: Int, _ scale: [Double]
  ) -> Double {
    matrix.labels.indices.reduce(0) { sum, other in
      guard other != row else { return sum }
      let image = matrix[other, row] * scale[row]
      return sum + scale[row] * scale[row] + image * image
    }
  }
}
