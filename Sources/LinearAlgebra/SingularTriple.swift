/// The largest singular value of a real matrix with its vectors, each of Euclidean length 1.
///
/// A v = s u and Aᵀ u = s v. Of a matrix of positive numbers the elements of both vectors have one
/// sign, but for what rounding does to elements that are nearly 0.
public struct SingularTriple: Equatable, Sendable {
  /// The singular value s, at least 0.
  public let value: Double
  /// The left vector u.
  public let left: [Double]
  /// The right vector v.
  public let right: [Double]
}
