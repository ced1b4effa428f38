import CLAPACK

/// The calls into LAPACK, with arrays for pointers and an answer for what Fortran leaves behind.
enum LAPACK {
  /// The routine that found one of its arguments illegal, and the number of that argument, from 1.
  struct IllegalArgument: Equatable {
    let routine: String
    let argument: Int
  }

  /// How a call ended: `info` is 0 when all went well, above zero when the iteration did not
  /// converge, and below zero, with what was wrong beside it, when an argument was illegal.
  struct Outcome: Equatable {
    let info: Int
    let illegal: IllegalArgument?
  }

  /// What `dgeev` reads and overwrites for a matrix of `size` rows, its columns one after the other.
  struct EigenvalueProblem {
    var matrix: [Double]
    var realParts: [Double]
    var imaginaryParts: [Double]
    var rightVectors: [Double]
    /// At least four numbers for each row.
    var work: [Double]

    init(size: Int) {
      matrix = [Double](repeating: 0, count: size * size)
      realParts = [Double](repeating: 0, count: size)
      imaginaryParts = realParts
      rightVectors = matrix
      work = [Double](repeating: 0, count: 4 * size)
    }
  }

  /// What `dgelsy` reads and overwrites for a matrix whose columns stand one after the other.
  struct LeastSquaresProblem {
    var matrix: [Double]
    /// As long as the larger of rows and columns; the solution stands at its beginning afterwards.
    var target: [Double]
    /// Before a call, other than 0 for the columns to be taken first; after it, the number from 1 of
    /// the column that was taken at each place.
    var columnOrder: [Int32]
    var rank = 0
    /// At least `least + 3 * columns + 1` numbers and at least `2 * least + 1`, where `least` is the
    /// lesser of rows and columns.
    var work: [Double]

    init(rows: Int, columns: Int) {
      let least = min(rows, columns)
      matrix = [Double](repeating: 0, count: rows * columns)
      target = [Double](repeating: 0, count: max(rows, columns))
      columnOrder = [Int32](repeating: 0, count: columns)
      work = [Double](repeating: 0, count: max(least + 3 * columns + 1, 2 * least + 1))
    }
  }

  /// What `dgesvd` reads and overwrites for a square matrix of `size` rows, its columns one after the
  /// other.
  struct SingularValueProblem {
    var matrix: [Double]
    /// The largest first.
    var values: [Double]
    /// As columns.
    var leftVectors: [Double]
    /// As rows.
    var rightVectors: [Double]
    /// At least five numbers for each row.
    var work: [Double]

    init(size: Int) {
      matrix = [Double](repeating: 0, count: size * size)
      values = [Double](repeating: 0, count: size)
      leftVectors = matrix
      rightVectors = matrix
      work = [Double](repeating: 0, count: 5 * size)
    }
  }

  /// Calls `dgeev` for right vectors only; a `workLength` of -1 asks for the best length, which is
  /// then in `work[0]`.
  static func dgeev(
    _ problem: inout EigenvalueProblem, size: Int, workLength: Int
  ) -> Outcome {
    clapack_clear_illegal_argument()
    let (rows, length) = (Int32(size), Int32(workLength))
    var info: Int32 = 0
    var noLeftVectors = 0.0
    dgeev_(
      "N", "V", [rows], &problem.matrix, [rows], &problem.realParts, &problem.imaginaryParts,
      &noLeftVectors, [1], &problem.rightVectors, [rows], &problem.work, [length], &info, 1, 1)
    return Outcome(info: Int(info), illegal: illegalArgument)
  }

  /// Calls `dgelsy` for one right-hand side; a `workLength` of -1 asks for the best length, which is
  /// then in `work[0]`.
  static func dgelsy(
    _ problem: inout LeastSquaresProblem, rows: Int, columns: Int, reciprocalCondition: Double,
    workLength: Int
  ) -> Outcome {
    clapack_clear_illegal_argument()
    let (rows, columns, length) = (Int32(rows), Int32(columns), Int32(workLength))
    var (rank, info): (Int32, Int32) = (0, 0)
    dgelsy_(
      [rows], [columns], [1], &problem.matrix, [rows], &problem.target, [max(rows, columns)],
      &problem.columnOrder, [reciprocalCondition], &rank, &problem.work, [length], &info)
    problem.rank = Int(rank)
    return Outcome(info: Int(info), illegal: illegalArgument)
  }

  /// Calls `dgesvd` for all vectors on either side; a `workLength` of -1 asks for the best length, which
  /// is then in `work[0]`.
  static func dgesvd(
    _ problem: inout SingularValueProblem, size: Int, workLength: Int
  ) -> Outcome {
    clapack_clear_illegal_argument()
    let (rows, length) = (Int32(size), Int32(workLength))
    var info: Int32 = 0
    dgesvd_(
      "A", "A", [rows], [rows], &problem.matrix, [rows], &problem.values, &problem.leftVectors,
      [rows], &problem.rightVectors, [rows], &problem.work, [length], &info, 1, 1)
    return Outcome(info: Int(info), illegal: illegalArgument)
  }

  private static var illegalArgument: IllegalArgument? {
    let argument = clapack_illegal_argument()
    guard argument != 0 else { return nil }
    return IllegalArgument(
      routine: String(cString: clapack_illegal_argument_routine()), argument: Int(argument))
  }
}
