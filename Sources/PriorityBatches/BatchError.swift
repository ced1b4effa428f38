import AHP

/// Why a batch of matrices has no priorities.
public enum BatchError: Error, Equatable, CustomStringConvertible {
  /// A judgement that is not in `Judgement.range`; matrix, row and column count from 0.
  case outOfRange(matrix: Int, row: Int, column: Int, value: Double)
  /// Neither the kernel nor LAPACK found the eigenvalue of a matrix; it counts from 0.
  case notConverged(matrix: Int)

  /// What is wrong and where, counting from 1.
  public var description: String {
    switch self {
    case .outOfRange(let matrix, let row, let column, let value):
      "matrix \(matrix + 1), row \(row + 1), column \(column + 1): a judgement must be from "
        + "\(Judgement.range.lowerBound) to \(Judgement.range.upperBound), not \(value)"
    case .notConverged(let matrix):
      "matrix \(matrix + 1): no eigenvalue was found"
    }
  }
}
