/// How priorities are derived from a pairwise comparison matrix.
public enum PriorityMethod: String, CaseIterable, Sendable {
  /// The right principal eigenvector.
  ///
  /// Saaty, T. L. (1977), Journal of Mathematical Psychology 15(3), 234-281,
  /// doi:10.1016/0022-2496(77)90033-5.
  case eigenvector
  /// The geometric mean of each row, which is the logarithmic least squares solution.
  ///
  /// Crawford, G., Williams, C. (1985), Journal of Mathematical Psychology 29(4), 387-405,
  /// doi:10.1016/0022-2496(85)90002-1.
  case geometricMean = "geometric-mean"
}
