/// One cell that holds something else than it does.
public struct CellTrial: Sendable, Equatable {
  /// The row, in the table of the column that is tried.
  public let row: Int
  /// What the cell would hold.
  public let value: Double

  /// A number in a cell.
  public init(row: Int, value: Double) {
    self.row = row
    self.value = value
  }
}
