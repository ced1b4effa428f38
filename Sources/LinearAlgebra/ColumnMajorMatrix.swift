/// A square matrix of doubles, stored column after column as LAPACK wants it.
///
/// The storage order matters: a matrix handed over row after row is its transpose, and the right
/// eigenvector of that is the left one of the matrix meant.
public struct ColumnMajorMatrix: Equatable, Sendable {
  /// The number of rows, which is that of columns.
  public let size: Int
  /// `size * size` numbers, the first column from top to bottom first.
  public private(set) var elements: [Double]

  /// A matrix whose element at (row, column) is `element(row, column)`; both count from 0.
  public init(size: Int, element: (_ row: Int, _ column: Int) -> Double) {
    precondition(size >= 0, "a matrix cannot have a negative number of rows")
    self.size = size
    elements = []
    elements.reserveCapacity(size * size)
    for column in 0..<size {
      for row in 0..<size { elements.append(element(row, column)) }
    }
  }

  /// The element at a row and a column, both from 0. O(1).
  public subscript(row: Int, column: Int) -> Double {
    get { elements[offset(row, column)] }
    set { elements[offset(row, column)] = newValue }
  }

  /// The product with a column vector of `size` numbers, terms added from left to right. O(size^2).
  public func times(_ vector: [Double]) -> [Double] {
    precondition(vector.count == size, "the vector must be as long as the matrix is wide")
    var product = [Double](repeating: 0, count: size)
    for column in 0..<size {
      for row in 0..<size { product[row] += elements[column * size + row] * vector[column] }
    }
    return product
  }

  private func offset(_ row: Int, _ column: Int) -> Int {
    precondition(
      0..<size ~= row && 0..<size ~= column, "row and column must lie inside the matrix")
    return column * size + row
  }
}
