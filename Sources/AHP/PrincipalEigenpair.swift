import LinearAlgebra

/// The largest eigenvalue of a pairwise comparison matrix and its right eigenvector.
struct PrincipalEigenpair {
  /// The Perron root, inside `bounds`.
  let value: Double
  /// A rigorous interval round the Perron root of the matrix as written.
  let bounds: ClosedRange<Double>
  /// The right eigenvector: positive, of no particular length.
  let vector: [Double]

  /// Solves by LAPACK's `dgeev`, exactly for one and two rows. O(n^3).
  init(_ matrix: PairwiseComparisonMatrix) throws(LinearAlgebraError) {
    guard matrix.size > 2 else {
      value = Double(matrix.size)
      bounds = value...value
      vector = exactProportions(matrix)
      return
    }
    let elements = matrix.elements
    var workspace = EigenvalueWorkspace(size: matrix.size)
    var scale = rowGeometricMeans(matrix)
    var best: (pair: (value: Double, vector: [Double]), bounds: ClosedRange<Double>)?
    for _ in 0..<Self.mostPasses {
      let pair = try Self.solve(elements, scaledBy: scale, &workspace)
      let bounds = CollatzWielandt.bounds(elements, pair.vector)
      if bounds.width < best?.bounds.width ?? .infinity { best = (pair, bounds) }
      if bounds.width <= CollatzWielandt.narrowest(size: matrix.size) * bounds.upperBound { break }
      scale = pair.vector
    }
    guard let best else { throw .notConverged(routine: "dgeev", info: 0) }
    bounds = best.bounds
    value = min(max(best.pair.value, bounds.lowerBound), bounds.upperBound)
    vector = best.pair.vector
  }

  /// One pass does unless judgements differ by many powers of ten: each further one starts from the
  /// vector that the last one found.
  private static let mostPasses = 8

  /// Solves D^-1 A D for a diagonal D near the eigenvector, which has the same eigenvalues and an
  /// eigenvector near (1, ..., 1): so every weight, not only the largest, gets all its digits.
  private static func solve(
    _ elements: ColumnMajorMatrix, scaledBy scale: [Double], _ workspace: inout EigenvalueWorkspace
  ) throws(LinearAlgebraError) -> (value: Double, vector: [Double]) {
    let scaled = ColumnMajorMatrix(size: elements.size) { row, column in
      elements[row, column] * (scale[column] / scale[row])
    }
    guard let (value, vector) = try workspace.decompose(scaled).largestReal else {
      throw .notConverged(routine: "dgeev", info: 0)
    }
    let largest = vector.map(\.magnitude).max() ?? 1
    // A Perron vector is positive; what rounding has made zero or turned is kept barely above it.
    let positive = vector.map { max($0.magnitude / largest, .ulpOfOne) }
    return (value, zip(scale, positive).map { $0 * $1 })
  }
}

/// The geometric mean of each row: positive, of no particular length.
///
/// Logarithms are summed, so that no product can overflow.
func rowGeometricMeans(_ matrix: PairwiseComparisonMatrix) -> [Double] {
  guard matrix.size > 2 else { return exactProportions(matrix) }
  let logarithms = rowLogarithms(matrix)
  let largest = logarithms.max() ?? 0
  return logarithms.map { exponential($0 - largest) }
}

/// What the one judgement of two rows says, the smaller weight being 1; the 1 of one row.
func exactProportions(_ matrix: PairwiseComparisonMatrix) -> [Double] {
  guard matrix.size == 2 else { return [1] }
  return matrix[0, 1] >= 1 ? [matrix[0, 1], 1] : [1, matrix[1, 0]]
}

private func rowLogarithms(_ matrix: PairwiseComparisonMatrix) -> [Double] {
  var sums = [Double](repeating: 0, count: matrix.size)
  for (pair, judgement) in zip(matrix.pairs, matrix.upperTriangle) {
    let logarithm = judgement.logarithm
    sums[pair.first] += logarithm
    sums[pair.second] -= logarithm
  }
  return sums.map { $0 / Double(matrix.size) }
}

extension ClosedRange<Double> {
  /// The distance of the bounds.
  var width: Double { upperBound - lowerBound }
}
