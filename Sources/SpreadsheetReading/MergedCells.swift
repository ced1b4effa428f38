/// Cells that are shown as one.
public struct MergedCells: Hashable, Sendable {
  /// Where.
  public let range: SheetRange
  /// What the upper left cell holds, and is seen in all of them.
  public let value: SheetValue
}
