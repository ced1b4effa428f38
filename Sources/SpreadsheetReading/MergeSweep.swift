/// Follows the merged ranges while the rows of a sheet go by.
struct MergeSweep {
  private let ranges: [SheetRange]
  private var next = 0
  private(set) var active: [MergedCells] = []
  /// The first row in which one of the active ranges has no part any more.
  private var firstEnd = Int.max

  /// - Parameter ranges: by their first rows.
  init(_ ranges: [SheetRange]) { self.ranges = ranges }

  /// Goes on to a row; the ranges that it has a part in, from left to right. False when more of them
  /// overlap than a row has columns.
  mutating func advance(to row: Int, cells: [SheetCell]) -> Bool {
    var isChanged = false
    if row >= firstEnd {
      active.removeAll { $0.range.rows.upperBound < row }
      isChanged = true
    }
    while next < ranges.count, ranges[next].rows.lowerBound <= row {
      let range = ranges[next]
      next += 1
      guard range.rows.upperBound >= row else { continue }
      // Of a range whose first row the file leaves out, the value is blank.
      let isFirst = range.rows.lowerBound == row
      let first = isFirst ? cells.first { $0.column == range.columns.lowerBound } : nil
      active.append(MergedCells(range: range, value: first?.value ?? .blank))
      isChanged = true
    }
    if isChanged {
      active.sort { $0.range.columns.lowerBound < $1.range.columns.lowerBound }
      firstEnd = (active.map(\.range.rows.upperBound).min() ?? Int.max - 1) + 1
    }
    return active.count <= SheetRange.mostColumns
  }
}
