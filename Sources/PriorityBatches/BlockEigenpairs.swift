/// The eigenvalues and both eigenvectors of a block of matrices.
struct BlockEigenpairs {
  let values: [Double]
  /// Right eigenvectors, one matrix after another.
  let right: [Double]
  /// Left ones.
  let left: [Double]
}

extension BlockSolver {
  /// The principal eigenvalues of matrices that stand one after another.
  func eigenvalues(
    _ judgements: [Double], count: Int, firstIndex: Int
  ) -> Result<[Double], BatchError> {
    eigenpairs(judgements, count: count, firstIndex: firstIndex, withLeft: false).map(\.values)
  }

  /// The eigenvalues and both eigenvectors of matrices that stand one after another.
  ///
  /// - Parameter withLeft: whether the left eigenvectors are wanted.
  func eigenpairs(
    _ judgements: [Double], count: Int, firstIndex: Int, withLeft: Bool = true
  ) -> Result<BlockEigenpairs, BatchError> {
    var values = [Double](repeating: 0, count: count)
    var (lower, upper) = (values, values)
    var right = [Double](repeating: 0, count: count * size)
    var left = withLeft ? right : []
    let outcome = judgements.withUnsafeBufferPointer { judgements in
      right.withUnsafeMutableBufferPointer { right in
        left.withUnsafeMutableBufferPointer { left in
          values.withUnsafeMutableBufferPointer { values in
            lower.withUnsafeMutableBufferPointer { lower in
              upper.withUnsafeMutableBufferPointer { upper in
                solve(
                  judgements,
                  into: BlockResults(
                    weights: right, left: withLeft ? left : nil, values: values, lower: lower,
                    upper: upper), firstIndex: firstIndex)
              }
            }
          }
        }
      }
    }
    return outcome.map { _ in BlockEigenpairs(values: values, right: right, left: left) }
  }
}
