import TestSupport
import Testing

@testable import LinearAlgebra
import SeededRandom

@Suite("Least squares")
struct LeastSquaresWorkspaceTests {
  /// The columns of a file in `Tests/Cases/regression`, a column of ones in place of its first.
  private static func columns(_ name: String) throws -> (matrix: [[Double]], target: [Double]) {
    let rows = try ProjectFiles.text("Tests/Cases/regression/\(name).csv").split(separator: "\n")
      .dropFirst().map { try $0.split(separator: ",").map { try #require(Double($0)) } }
    let columns = (1..<rows[0].count).map { column in rows.map { $0[column] } }
    return ([rows.map { _ in 1 }] + columns.dropFirst(), columns[0])
  }

  // NIST StRD, linear least squares, Norris.dat and Longley.dat: certified parameter estimates,
  // standard deviations of estimates and residual standard deviations.
  static let certified:
    [(name: String, estimates: [Double], deviations: [Double], residual: Double, digits: Double)] =
      [
        (
          "norris", [-0.262323073774029, 1.00211681802045],
          [0.232818234301152, 0.429796848199937e-3], 0.884796396144373, 1e-12
        ),
        (
          // The raw columns have a condition number of 5e9, so that six digits of sixteen are lost.
          "longley",
          [
            -3482258.63459582, 15.0618722713733, -0.358191792925910e-1, -2.02022980381683,
            -1.03322686717359, -0.511041056535807e-1, 1829.15146461355,
          ],
          [
            890420.383607373, 84.9149257747669, 0.334910077722432e-1, 0.488399681651699,
            0.214274163161675, 0.226073200069370, 455.478499142212,
          ], 304.854073561965, 1e-8
        ),
      ]

  @Test("certified estimates and their deviations are reached", arguments: certified)
  func reachesCertified(
    name: String, estimates: [Double], deviations: [Double], residual: Double, digits: Double
  ) throws {
    let (matrix, target) = try Self.columns(name)
    var workspace = LeastSquaresWorkspace(rows: target.count, columns: matrix.count)
    let solution = try workspace.solve(matrix, target: target)
    #expect(solution.rank == matrix.count)
    let inverse = try #require(solution.inverseNormalMatrix)
    for (index, estimate) in estimates.enumerated() {
      #expect(abs(solution.coefficients[index] / estimate - 1) < digits, "estimate \(index)")
      let deviation = residual * inverse[index, index].squareRoot()
      #expect(abs(deviation / deviations[index] - 1) < digits, "deviation \(index)")
    }
  }

  @Test("a square system of full rank is solved")
  func square() throws {
    var workspace = LeastSquaresWorkspace(rows: 2, columns: 2)
    // 2 x + y = 5 and x + 3 y = 10, by hand x = 1 and y = 3; (AᵀA)⁻¹ = [[10, -5], [-5, 5]] / 25.
    let solution = try workspace.solve([[2, 1], [1, 3]], target: [5, 10])
    #expect(abs(solution.coefficients[0] - 1) < 1e-14)
    #expect(abs(solution.coefficients[1] - 3) < 1e-14)
    let inverse = try #require(solution.inverseNormalMatrix)
    for (element, expected) in zip(inverse.elements, [0.4, -0.2, -0.2, 0.2]) {
      #expect(abs(element - expected) < 1e-14)
    }
  }

  @Test("dependent columns share what belongs to them, and the rank says how many there are")
  func dependent() throws {
    var workspace = LeastSquaresWorkspace(rows: 3, columns: 3)
    // The third column is the sum of the others; the shortest x with A x = b is (2, 5, 7) / 3, as it
    // must stand at right angles to (1, 1, -1).
    let matrix: [[Double]] = [[1, 0, 0], [0, 1, 0], [1, 1, 0]]
    let solution = try workspace.solve(matrix, target: [3, 4, 9])
    #expect(solution.rank == 2)
    #expect(solution.inverseNormalMatrix == nil)
    for (coefficient, expected) in zip(solution.coefficients, [2.0 / 3, 5.0 / 3, 7.0 / 3]) {
      #expect(abs(coefficient - expected) < 1e-14)
    }
  }

  @Test("more unknowns than equations have a shortest answer")
  func underdetermined() throws {
    var workspace = LeastSquaresWorkspace(rows: 1, columns: 2)
    let solution = try workspace.solve([[3], [4]], target: [50])
    #expect(solution.rank == 1)
    #expect(abs(solution.coefficients[0] - 6) < 1e-13)
    #expect(abs(solution.coefficients[1] - 8) < 1e-13)
  }

  static let prefixes: [(columns: [[Double]], prefix: Int)] = [
    ([[1, 1, 1], [1, 2, 3], [1, 4, 9]], 3),
    ([[1, 1, 1], [1, 2, 3], [3, 5, 7]], 2),
    ([[1, 1, 1], [2, 2, 2], [1, 2, 3]], 1),
    ([[0, 0, 0], [1, 1, 1], [1, 2, 3]], 0),
    ([[1e-9, 1e-9, 1e-9], [1, 2, 3], [1, 4, 9]], 3),
  ]

  @Test("the first column that depends on those before it is found", arguments: prefixes)
  func prefix(columns: [[Double]], prefix: Int) throws {
    var workspace = LeastSquaresWorkspace(rows: 3, columns: 3)
    #expect(try workspace.independentPrefix(columns) == prefix)
  }

  @Test("a matrix of zeros has rank 0 and the answer 0")
  func zeros() throws {
    var workspace = LeastSquaresWorkspace(rows: 2, columns: 2)
    let solution = try workspace.solve([[0, 0], [0, 0]], target: [1, 2])
    #expect(solution.rank == 0)
    #expect(solution.coefficients == [0, 0])
  }

  @Test("residuals stand at right angles to every column", arguments: [(10, 3), (200, 20)])
  func orthogonal(rows: Int, columns: Int) throws {
    var generator = SplitMix64(seed: UInt64(rows))
    let matrix = (0..<columns).map { _ in
      (0..<rows).map { _ in Double.random(in: -9...9, using: &generator) }
    }
    let target = (0..<rows).map { _ in Double.random(in: -9...9, using: &generator) }
    var workspace = LeastSquaresWorkspace(rows: rows, columns: columns)
    let solution = try workspace.solve(matrix, target: target)
    let residuals = (0..<rows).map { row in
      target[row] - (0..<columns).reduce(0) { $0 + matrix[$1][row] * solution.coefficients[$1] }
    }
    for column in matrix {
      #expect(abs(zip(column, residuals).reduce(0) { $0 + $1.0 * $1.1 }) < 1e-10)
    }
  }

  @Test("a workspace used again gives the same bits")
  func reuse() throws {
    var generator = SplitMix64(seed: 3)
    var shared = LeastSquaresWorkspace(rows: 12, columns: 4)
    for _ in 0..<5 {
      let matrix = (0..<4).map { _ in
        (0..<12).map { _ in Double.random(in: 0...1, using: &generator) }
      }
      let target = (0..<12).map { _ in Double.random(in: 0...1, using: &generator) }
      var fresh = LeastSquaresWorkspace(rows: 12, columns: 4)
      #expect(
        try shared.solve(matrix, target: target) == fresh.solve(matrix, target: target))
      #expect(try shared.independentPrefix(matrix) == 4)
    }
  }

  @Test("what is not finite is refused by place", arguments: [Double.infinity, -.infinity, .nan])
  func notFinite(number: Double) {
    var workspace = LeastSquaresWorkspace(rows: 2, columns: 2)
    #expect(throws: LinearAlgebraError.notFinite(row: 1, column: 0)) {
      try workspace.solve([[1, number], [1, 2]], target: [1, 2])
    }
    #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 2)) {
      try workspace.solve([[1, 1], [1, 2]], target: [number, 2])
    }
    #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 1)) {
      try workspace.independentPrefix([[1, 1], [number, 2]])
    }
  }

  @Test("an illegal argument is recorded and does not end the process")
  func illegalArgument() {
    var problem = LAPACK.LeastSquaresProblem(rows: 3, columns: 2)
    let outcome = LAPACK.dgelsy(
      &problem, rows: 3, columns: 2, reciprocalCondition: 1e-12, workLength: 1)
    #expect(outcome.info == -12)
    #expect(outcome.illegal == LAPACK.IllegalArgument(routine: "DGELSY", argument: 12))
  }
}
