import Testing

@testable import LinearAlgebra
import SeededRandom

@Suite("Eigenvalues of real matrices")
struct EigenvalueWorkspaceTests {
  @Test("a triangular matrix has its diagonal as eigenvalues")
  func triangular() throws {
    var workspace = EigenvalueWorkspace(size: 3)
    let result = try workspace.decompose(
      ColumnMajorMatrix(size: 3) { $0 > $1 ? 0 : Double($0 + $1 + 1) })
    #expect(result.realParts.sorted() == [1, 3, 5])
    #expect(result.imaginaryParts == [0, 0, 0])
  }

  @Test("the vector is the right one: A v = lambda v, which fails for the transpose")
  func rightVector() throws {
    // Not symmetric, so that left and right vectors differ: eigenvalues 5 and -1 by hand.
    let matrix = ColumnMajorMatrix(size: 2) { [[1.0, 4.0], [2.0, 3.0]][$0][$1] }
    var workspace = EigenvalueWorkspace(size: 2)
    let (value, vector) = try #require(try workspace.decompose(matrix).largestReal)
    #expect(abs(value - 5) < 1e-14)
    #expect(abs(vector[0] / vector[1] - 1) < 1e-14)
    let transpose = ColumnMajorMatrix(size: 2) { matrix[$1, $0] }
    let (_, left) = try #require(try workspace.decompose(transpose).largestReal)
    #expect(abs(left[0] / left[1] - 0.5) < 1e-14)
  }

  @Test("a rotation has no real eigenvalue")
  func rotation() throws {
    var workspace = EigenvalueWorkspace(size: 2)
    let result = try workspace.decompose(
      ColumnMajorMatrix(size: 2) { [[0.0, -1.0], [1.0, 0.0]][$0][$1] })
    #expect(result.largestReal == nil)
    #expect(result.imaginaryParts == [1, -1])
  }

  @Test("a workspace used again gives the same bits", arguments: [1, 2, 3, 10, 64])
  func reuse(size: Int) throws {
    var generator = SplitMix64(seed: UInt64(size))
    let matrices = (0..<3).map { _ in
      ColumnMajorMatrix(size: size) { _, _ in Double.random(in: 0.1...9, using: &generator) }
    }
    var shared = EigenvalueWorkspace(size: size)
    for matrix in matrices + matrices.reversed() {
      var fresh = EigenvalueWorkspace(size: size)
      #expect(try shared.decompose(matrix) == fresh.decompose(matrix))
    }
  }

  @Test("random positive matrices fulfil A v = lambda v", arguments: [2, 5, 20, 100])
  func residual(size: Int) throws {
    var generator = SplitMix64(seed: 7)
    let matrix = ColumnMajorMatrix(size: size) { _, _ in
      Double.random(in: 0.1...9, using: &generator)
    }
    var workspace = EigenvalueWorkspace(size: size)
    let (value, vector) = try #require(try workspace.decompose(matrix).largestReal)
    for (image, element) in zip(matrix.times(vector), vector) {
      #expect(abs(image - value * element) <= 1e-12 * value)
    }
  }

  @Test("what is not finite is refused by place", arguments: [Double.infinity, -.infinity, .nan])
  func notFinite(number: Double) {
    var matrix = ColumnMajorMatrix(size: 3) { _, _ in 1 }
    matrix[2, 1] = number
    var workspace = EigenvalueWorkspace(size: 3)
    #expect(throws: LinearAlgebraError.notFinite(row: 2, column: 1)) {
      try workspace.decompose(matrix)
    }
  }

  @Test("an illegal argument is recorded and does not end the process")
  func illegalArgument() {
    // The second argument that depends on the size is the workspace's length, number 13 of dgeev.
    var problem = LAPACK.EigenvalueProblem(size: 3)
    let outcome = LAPACK.dgeev(&problem, size: 3, workLength: 1)
    #expect(outcome.info == -13)
    #expect(outcome.illegal == LAPACK.IllegalArgument(routine: "DGEEV", argument: 13))
    let next = LAPACK.dgeev(&problem, size: 3, workLength: problem.work.count)
    #expect(next == LAPACK.Outcome(info: 0, illegal: nil))
  }

  @Test("errors say what happened")
  func messages() {
    #expect(
      LinearAlgebraError.notConverged(routine: "dgeev", info: 2).description
        == "the iteration of dgeev did not converge (info = 2)")
    #expect(
      LinearAlgebraError.notFinite(row: 0, column: 2).description
        == "the matrix element in row 1, column 3 is not a finite number")
  }
}
