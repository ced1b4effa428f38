/// How priorities are derived from a pairwise comparison matrix.
///
/// On consistent judgements all methods agree, and on any two labels.
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
  /// The weights w of sum 1 with the least sum of (a_ij w_j - w_i)^2, by one linear solve.
  ///
  /// Chu, A. T. W., Kalaba, R. E., Spingarn, K. (1979), Journal of Optimization Theory and Applications
  /// 27(4), 531-538, doi:10.1007/BF00933438.
  case weightedLeastSquares = "weighted-least-squares"
  /// u_i + 1 / v_i, where u and v are the singular vectors of length 1 of the largest singular value: the
  /// matrix of rank one that is nearest.
  ///
  /// Gass, S. I., Rapcsák, T. (2004), European Journal of Operational Research 154(3), 573-584,
  /// doi:10.1016/S0377-2217(02)00755-5.
  case singularValue = "singular-value"
  /// The mean of each row after every column is divided by its sum, also called additive normalisation.
  ///
  /// Textbooks use it to approximate the eigenvector, which it is not unless the judgements are
  /// consistent. Saaty, T. L. (1980), The Analytic Hierarchy Process, McGraw-Hill.
  case columnMean = "column-mean"
}
