/// What a least-squares problem was answered with.
public struct LeastSquaresSolution: Equatable, Sendable {
  /// One number for each column: of all that leave the least sum of squares the shortest vector,
  /// which is the only one when no column depends on the others.
  public let coefficients: [Double]
  /// How many columns do not depend on each other, within the accuracy asked for.
  let rank: Int
  /// The inverse of AᵀA, which times the residual variance is the covariance of the coefficients;
  /// nil when the rank is less than the number of columns.
  public let inverseNormalMatrix: ColumnMajorMatrix?
}
