/// Room for least-squares problems of one shape, to be used again and again.
///
/// Wraps LAPACK's `dgelsy`: a QR factorisation with column exchanges, made a complete orthogonal one
/// where the rank is not full (Anderson et al., LAPACK Users' Guide, 3rd ed., SIAM 1999,
/// doi:10.1137/1.9780898719604; Golub & Van Loan, Matrix Computations, section 5.5). The matrix is
/// never squared, so its condition number and not the square of it bounds the error. It works in a
/// fixed number of steps and has no way to fail on finite numbers. Making a workspace asks LAPACK
/// once how much room it wants.
public struct LeastSquaresWorkspace: Sendable {
  /// The number of rows (equations).
  let rows: Int
  /// The number of columns (unknowns); there may be more than rows.
  let columns: Int
  /// Columns count as dependent where the condition number would exceed the inverse of this.
  let reciprocalCondition: Double
  private var problem: LAPACK.LeastSquaresProblem

  /// Room for problems of at least one row and column and at most 2^31 - 1 elements;
  /// `reciprocalCondition`, between 0 and 1, says what counts as dependent.
  public init(rows: Int, columns: Int, reciprocalCondition: Double = 1e-12) {
    precondition(rows >= 1 && columns >= 1, "least squares need at least one row and one column")
    precondition(
      rows <= Int(Int32.max) / columns, "LAPACK's 32-bit integers cannot count the elements")
    precondition(
      reciprocalCondition > 0 && reciprocalCondition < 1,
      "the reciprocal of a condition number lies between 0 and 1")
    self.rows = rows
    self.columns = columns
    self.reciprocalCondition = reciprocalCondition
    problem = LAPACK.LeastSquaresProblem(rows: rows, columns: columns)
    run(workLength: -1)
    let bestLength = Int(problem.work[0])
    problem.work = [Double](repeating: 0, count: max(bestLength, problem.work.count))
  }

  /// The numbers x for which the squares of A x - b have the least sum.
  ///
  /// `matrix` is A, one array for each column; `target` is b. O(rows * columns^2).
  ///
  /// - Throws: `notFinite`, before LAPACK is called; the target counts as the column after the last.
  public mutating func solve(
    _ matrix: [[Double]], target: [Double]
  ) throws(LinearAlgebraError) -> LeastSquaresSolution {
    try fill(matrix, target)
    for column in 0..<columns { problem.columnOrder[column] = 0 }
    run(workLength: problem.work.count)
    return LeastSquaresSolution(
      coefficients: Array(problem.target[..<columns]), rank: problem.rank,
      inverseNormalMatrix: problem.rank == columns ? inverseNormalMatrix() : nil)
  }

  /// How many columns from the left do not depend on those before them: the place, from 0, of the
  /// first that does, or the number of columns when none does. O(rows * columns^2).
  ///
  /// - Throws: `notFinite`, before LAPACK is called.
  public mutating func independentPrefix(
    _ matrix: [[Double]]
  ) throws(LinearAlgebraError) -> Int {
    try fill(matrix, [Double](repeating: 0, count: rows))
    // Columns that are to be taken first keep their order, so that none is exchanged.
    for column in 0..<columns { problem.columnOrder[column] = 1 }
    run(workLength: problem.work.count)
    return problem.rank
  }

  private mutating func fill(
    _ matrix: [[Double]], _ target: [Double]
  ) throws(LinearAlgebraError) {
    precondition(matrix.count == columns, "the workspace was made for another number of columns")
    for (column, elements) in (matrix + [target]).enumerated() {
      precondition(elements.count == rows, "the workspace was made for another number of rows")
      if let row = elements.firstIndex(where: { !$0.isFinite }) {
        throw .notFinite(row: row, column: column)
      }
    }
    for (column, elements) in matrix.enumerated() {
      problem.matrix.replaceSubrange(column * rows..<(column + 1) * rows, with: elements)
    }
    problem.target.replaceSubrange(..<rows, with: target)
  }

  /// (AᵀA)⁻¹ = P R⁻¹ R⁻ᵀ Pᵀ from the factor R that stands above the diagonal after a call.
  private func inverseNormalMatrix() -> ColumnMajorMatrix {
    let inverse = inverseFactor()
    let order = problem.columnOrder.map { Int($0) - 1 }
    var result = ColumnMajorMatrix(size: columns) { _, _ in 0 }
    for first in 0..<columns {
      for second in first..<columns {
        var product = 0.0
        for column in second..<columns {
          product += inverse[first, column] * inverse[second, column]
        }
        result[order[first], order[second]] = product
        result[order[second], order[first]] = product
      }
    }
    return result
  }

  /// The inverse of the upper triangle, column by column from below.
  private func inverseFactor() -> ColumnMajorMatrix {
    let factor = { (row: Int, column: Int) in problem.matrix[column * rows + row] }
    var inverse = ColumnMajorMatrix(size: columns) { _, _ in 0 }
    for column in 0..<columns {
      inverse[column, column] = 1 / factor(column, column)
      for row in (0..<column).reversed() {
        var sum = 0.0
        for next in (row + 1)...column { sum += factor(row, next) * inverse[next, column] }
        inverse[row, column] = -sum / factor(row, row)
      }
    }
    return inverse
  }

  private mutating func run(workLength: Int) {
    let outcome = LAPACK.dgelsy(
      &problem, rows: rows, columns: columns, reciprocalCondition: reciprocalCondition,
      workLength: workLength)
    precondition(
      outcome.info == 0 && outcome.illegal == nil,
      "argument \(-outcome.info) of dgelsy was illegal, which is a fault of this module")
  }
}
