import SeededRandom
import Testing

@testable import LinearAlgebra

@Suite("Singular values of real matrices")
struct SingularValueWorkspaceTests {
  @Test("the vectors of a product of two vectors are those two, by hand")
  func rankOne() throws {
    // (3, 4) times (1, 2, 2)'s length: 5 * 3 = 15 in three rows.
    let (left, right) = ([0.6, 0.8, 0], [1.0 / 3, 2.0 / 3, 2.0 / 3])
    let matrix = ColumnMajorMatrix(size: 3) { 15 * left[$0] * right[$1] }
    var workspace = SingularValueWorkspace(size: 3)
    let triple = try workspace.largest(matrix)
    #expect(abs(triple.value - 15) < 1e-13)
    for (found, expected) in zip(triple.left + triple.right, left + right) {
      #expect(abs(found.magnitude - expected) < 1e-14)
    }
  }

  @Test("A v = s u and its transpose, not confused", arguments: [1, 2, 5, 20, 100])
  func residual(size: Int) throws {
    var generator = SplitMix64(seed: 11)
    let matrix = ColumnMajorMatrix(size: size) { _, _ in
      Double.random(in: 0.1...9, using: &generator)
    }
    let transpose = ColumnMajorMatrix(size: size) { matrix[$1, $0] }
    var workspace = SingularValueWorkspace(size: size)
    let triple = try workspace.largest(matrix)
    #expect(abs(triple.left.reduce(0) { $0 + $1 * $1 } - 1) < 1e-13)
    for (image, element) in zip(matrix.times(triple.right), triple.left) {
      #expect(abs(image - triple.value * element) < 1e-12 * triple.value)
    }
    for (image, element) in zip(transpose.times(triple.left), triple.right) {
      #expect(abs(image - triple.value * element) < 1e-12 * triple.value)
    }
    #expect(try workspace.largest(matrix) == triple)
  }

  @Test("what is not finite is refused with its place")
  func notFinite() {
    var workspace = SingularValueWorkspace(size: 2)
    #expect(throws: LinearAlgebraError.notFinite(row: 1, column: 0)) {
      try workspace.largest(ColumnMajorMatrix(size: 2) { $0 == 1 && $1 == 0 ? .infinity : 1 })
    }
  }
}
