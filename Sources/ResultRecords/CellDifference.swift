/// A cell that differs between two results.
public struct CellDifference: Hashable, Sendable {
  /// The column's header.
  public let column: String
  /// The cell in the old result.
  public let old: String
  /// The cell in the new result.
  public let new: String
  /// The new number less the old one, with as many decimals as the longer of the two; nil when one
  /// of them is no number.
  public let change: Double?
}
