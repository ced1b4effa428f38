/// Why a numerical routine has no answer.
public enum LinearAlgebraError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The iteration stopped without an answer; `info` is LAPACK's, above zero.
  case notConverged(routine: String, info: Int)
  /// An element, row and column from 0, is infinite or not a number.
  case notFinite(row: Int, column: Int)

  /// What happened, in one sentence without a full stop.
  public var description: String {
    switch self {
    case .notConverged(let routine, let info):
      "the iteration of \(routine) did not converge (info = \(info))"
    case .notFinite(let row, let column):
      "the matrix element in row \(row + 1), column \(column + 1) is not a finite number"
    }
  }
}
