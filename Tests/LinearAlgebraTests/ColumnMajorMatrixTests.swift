import LinearAlgebra
import Testing

@Suite("Column-major matrices")
struct ColumnMajorMatrixTests {
  private let matrix = ColumnMajorMatrix(size: 2) { [[1.0, 2.0], [3.0, 4.0]][$0][$1] }

  @Test("elements stand column after column")
  func order() {
    #expect(matrix.elements == [1, 3, 2, 4])
    #expect(matrix[0, 1] == 2)
  }

  @Test("an element can be replaced")
  func replaced() {
    var changed = matrix
    changed[1, 0] = 7
    #expect(changed.elements == [1, 7, 2, 4])
  }

  @Test("the product takes rows by the vector")
  func product() {
    #expect(matrix.times([10, 1]) == [12, 34])
  }
}
