import LinearAlgebra

/// A rigorous interval round the Perron root of a positive matrix.
///
/// For every positive x, min (A x)_i / x_i <= Perron root <= max (A x)_i / x_i.
/// Collatz, L. (1942), Mathematische Zeitschrift 48, 221-226, doi:10.1007/BF01180013;
/// Wielandt, H. (1950), Mathematische Zeitschrift 52, 642-648, doi:10.1007/BF02230720.
enum CollatzWielandt {
  /// The interval that a positive vector gives, widened by the most that rounding can have moved it.
  ///
  /// The Perron root of a reciprocal matrix is at least n, so the lower bound is too. O(n^2).
  static func bounds(_ matrix: ColumnMajorMatrix, _ vector: [Double]) -> ClosedRange<Double> {
    let quotients = zip(matrix.times(vector), vector).map { $0 / $1 }
    let size = Double(matrix.size)
    let rounding = relativeError(size: matrix.size)
    let lower = (quotients.min() ?? size) * (1 - rounding)
    let upper = (quotients.max() ?? size) * (1 + rounding)
    return max(lower.nextDown, size)...max(upper.nextUp, size)
  }

  /// A width, relative to the root, that more work would hardly make smaller.
  static func narrowest(size: Int) -> Double { 8 * relativeError(size: size) }

  /// The a-priori bound of the relative error of a quotient (A x)_i / x_i.
  ///
  /// All terms are positive, so relative errors only add up (Higham, N. J. (2002), Accuracy and
  /// Stability of Numerical Algorithms, 2nd ed., SIAM, section 3.1, doi:10.1137/1.9780898718027): at
  /// most 4 roundings in an element (a written decimal, and a fraction of two), one in each product,
  /// n - 1 in the sum and one in the quotient. Each is at most half of `ulpOfOne`; counting each as a
  /// whole one covers the terms of second order and the two operations made here.
  private static func relativeError(size: Int) -> Double { Double(size + 5) * .ulpOfOne }
}
