import LinearAlgebra

/// Solves linear equations with one matrix and many right sides, by elimination with row exchanges.
///
/// The matrix must not be singular; those of derivatives are not, as a Perron root is simple.
struct LinearSolver {
  private var factors: ColumnMajorMatrix
  private var order: [Int]

  /// Factors a matrix. O(n^3).
  init(_ matrix: ColumnMajorMatrix) {
    factors = matrix
    order = Array(0..<matrix.size)
    for column in 0..<matrix.size {
      let pivot = (column..<matrix.size).max {
        factors[$0, column].magnitude < factors[$1, column].magnitude
      }
      exchange(column, pivot ?? column)
      for row in column + 1..<max(matrix.size, column + 1) {
        factors[row, column] /= factors[column, column]
        let factor = factors[row, column]
        for next in column + 1..<matrix.size {
          factors[row, next] -= factor * factors[column, next]
        }
      }
    }
  }

  /// The solution for a right side. O(n^2).
  func solve(_ right: [Double]) -> [Double] {
    var solution = order.map { right[$0] }
    for row in solution.indices {
      for column in 0..<row { solution[row] -= factors[row, column] * solution[column] }
    }
    for row in solution.indices.reversed() {
      for column in row + 1..<max(solution.count, row + 1) {
        solution[row] -= factors[row, column] * solution[column]
      }
      solution[row] /= factors[row, row]
    }
    return solution
  }

  private mutating func exchange(_ one: Int, _ other: Int) {
    guard one != other else { return }
    order.swapAt(one, other)
    for column in 0..<factors.size {
      let kept = factors[one, column]
      factors[one, column] = factors[other, column]
      factors[other, column] = kept
    }
  }
}
