/// Where the results of a block of matrices are to be written.
struct BlockResults {
  /// The weights, one matrix after another.
  let weights: UnsafeMutableBufferPointer<Double>
  /// The left eigenvectors, where they are wanted.
  let left: UnsafeMutableBufferPointer<Double>?
  /// The principal eigenvalues.
  let values: UnsafeMutableBufferPointer<Double>
  /// Their rigorous lower bounds.
  let lower: UnsafeMutableBufferPointer<Double>
  /// Their rigorous upper bounds.
  let upper: UnsafeMutableBufferPointer<Double>
}
