/// One row of a sheet.
public struct SheetRow: Sendable {
  /// The number that the spreadsheet program shows, from 1.
  public let number: Int
  /// The cells that hold something, from left to right.
  public let cells: [SheetCell]
  /// Whether it is hidden, by hand or by a filter.
  public let isHidden: Bool
  /// The merged cells that this row has a part in, from left to right.
  public let merged: [MergedCells]

  /// What the row's own cell in a column holds, A being 0; blank when there is none. O(log cells).
  public func value(at column: Int) -> SheetValue {
    var (low, high) = (0, cells.count)
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].column < column { low = middle + 1 } else { high = middle }
    }
    return low < cells.count && cells[low].column == column ? cells[low].value : .blank
  }

  /// The merged cells that cover a column here, if its own cell is not the one that is seen: so that its
  /// blank is one of merging.
  public func merge(covering column: Int) -> MergedCells? {
    merged.first {
      $0.range.columns.contains(column)
        && (column > $0.range.columns.lowerBound || number > $0.range.rows.lowerBound)
    }
  }
}
