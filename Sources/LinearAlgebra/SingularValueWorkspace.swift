/// Room for singular value decompositions of square matrices of one size, to be used again and again.
///
/// Wraps LAPACK's `dgesvd` (Anderson et al., LAPACK Users' Guide, 3rd ed., SIAM 1999,
/// doi:10.1137/1.9780898719604). Making one asks LAPACK once how much room it wants.
public struct SingularValueWorkspace: Sendable {
  /// The number of rows of the matrices.
  let size: Int
  private var problem: LAPACK.SingularValueProblem

  /// Room for matrices of `size` rows: at least one, and at most 46,340, whose elements LAPACK's 32-bit
  /// integers can count.
  public init(size: Int) {
    precondition(size >= 1, "a matrix must have at least one row to have singular values")
    precondition(size <= 46_340, "LAPACK's 32-bit integers cannot count the matrix's elements")
    self.size = size
    problem = LAPACK.SingularValueProblem(size: size)
    Self.requireLegal(LAPACK.dgesvd(&problem, size: size, workLength: -1))
    let bestLength = Int(problem.work[0])
    problem.work = [Double](repeating: 0, count: max(bestLength, problem.work.count))
  }

  /// The largest singular value of a matrix and its vectors. O(size^3).
  ///
  /// - Throws: `notFinite` before LAPACK is called, `notConverged` after it gave up.
  public mutating func largest(
    _ matrix: ColumnMajorMatrix
  ) throws(LinearAlgebraError) -> SingularTriple {
    precondition(matrix.size == size, "the workspace was made for matrices of another size")
    if let offset = matrix.elements.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(row: offset % size, column: offset / size)
    }
    problem.matrix.replaceSubrange(problem.matrix.indices, with: matrix.elements)
    let outcome = LAPACK.dgesvd(&problem, size: size, workLength: problem.work.count)
    Self.requireLegal(outcome)
    guard outcome.info == 0 else { throw .notConverged(routine: "dgesvd", info: outcome.info) }
    return SingularTriple(
      value: problem.values[0], left: Array(problem.leftVectors[..<size]),
      right: (0..<size).map { problem.rightVectors[$0 * size] })
  }

  private static func requireLegal(_ outcome: LAPACK.Outcome) {
    precondition(
      outcome.info >= 0 && outcome.illegal == nil,
      "argument \(-outcome.info) of dgesvd was illegal, which is a fault of this module")
  }
}
