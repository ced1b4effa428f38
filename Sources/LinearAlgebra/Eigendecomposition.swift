/// The eigenvalues and right eigenvectors of a real matrix, in LAPACK's order, which has no meaning.
public struct Eigendecomposition: Equatable, Sendable {
  /// The real part of each eigenvalue.
  let realParts: [Double]
  /// The imaginary part of each eigenvalue; a conjugate pair stands together, positive part first.
  let imaginaryParts: [Double]
  /// Right eigenvectors as columns, each of Euclidean length 1.
  ///
  /// Column j belongs to eigenvalue j where that is real. Of a conjugate pair j, j + 1 the columns
  /// are the real and the imaginary part of the vector of eigenvalue j.
  let rightVectors: ColumnMajorMatrix

  /// The largest real eigenvalue and its right eigenvector; nil when no eigenvalue is real.
  ///
  /// Of a matrix of positive numbers this is the Perron root, and the vector's elements have one sign,
  /// but for what rounding does to elements that are nearly 0.
  public var largestReal: (value: Double, vector: [Double])? {
    let real = realParts.indices.filter { imaginaryParts[$0] == 0 }
    guard let index = real.max(by: { realParts[$0] < realParts[$1] }) else { return nil }
    return (
      realParts[index], (0..<rightVectors.size).map { rightVectors[$0, index] }
    )
  }
}
