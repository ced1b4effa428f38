/// One cell that holds something.
public struct SheetCell: Hashable, Sendable {
  /// The column, A being 0.
  public let column: Int
  /// What it holds.
  public let value: SheetValue
  /// Whether a formula stands behind the value.
  public let isFormula: Bool

  /// A cell.
  public init(column: Int, value: SheetValue, isFormula: Bool) {
    (self.column, self.value, self.isFormula) = (column, value, isFormula)
  }
}
