import LinearAlgebra

extension PriorityMethod {
  /// Positive numbers in the proportions of the weights, of no particular sum; exact for one and two
  /// rows. O(n^3) for methods that call LAPACK, else O(n^2).
  func proportions(_ matrix: PairwiseComparisonMatrix) throws(LinearAlgebraError) -> [Double] {
    switch self {
    case .eigenvector: try PrincipalEigenpair(matrix).vector
    case .geometricMean: rowGeometricMeans(matrix)
    case .weightedLeastSquares: try WeightedLeastSquares.proportions(matrix)
    case .singularValue: try singularValueProportions(matrix)
    case .columnMean: columnMeans(matrix)
    }
  }
}

/// The mean of each row once every column is divided by its sum.
private func columnMeans(_ matrix: PairwiseComparisonMatrix) -> [Double] {
  guard matrix.size > 2 else { return exactProportions(matrix) }
  let rows = matrix.labels.indices
  let sums = columnSums(matrix)
  return rows.map { row in rows.reduce(0) { $0 + matrix[row, $1] / sums[$1] } }
}

/// The sum of each column.
func columnSums(_ matrix: PairwiseComparisonMatrix) -> [Double] {
  let rows = matrix.labels.indices
  return rows.map { column in rows.reduce(0) { $0 + matrix[$1, column] } }
}

private func singularValueProportions(
  _ matrix: PairwiseComparisonMatrix
) throws(LinearAlgebraError) -> [Double] {
  guard matrix.size > 2 else { return exactProportions(matrix) }
  let elements = matrix.elements
  let transpose = ColumnMajorMatrix(size: matrix.size) { elements[$1, $0] }
  var workspace = SingularValueWorkspace(size: matrix.size)
  // Small elements of LAPACK's vectors have lost digits, which matter once they are inverted. The images
  // are sums of positive terms, in which every element gets all its digits.
  var right = try workspace.largest(elements).right.map(\.magnitude)
  var left = right
  for _ in 0..<2 {
    left = ofLengthOne(elements.times(right))
    right = ofLengthOne(transpose.times(left))
  }
  return zip(left, right).map { $0 + 1 / $1 }
}

private func ofLengthOne(_ vector: [Double]) -> [Double] {
  let largest = vector.max() ?? 1
  let length = vector.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }.squareRoot()
  return vector.map { $0 / largest / length }
}
