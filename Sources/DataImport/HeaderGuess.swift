/// Which of the first rows of a file are its header.
struct HeaderGuess {
  /// One of the first rows.
  struct Row {
    let line: Int
    let cells: [String]

    /// How many cells hold something.
    var filled: Int { cells.count { !Self.isBlank($0) } }

    static func isBlank(_ cell: String) -> Bool { cell.allSatisfy(\.isWhitespace) }
  }

  /// The lines of the header: none, one or two.
  let lines: [Int]
  /// What stands above it.
  let titles: [Row]
  /// The cells of the header's rows.
  let rows: [[String]]

  /// How many rows may stand above a header.
  private static let mostTitles = 30

  /// A header is the first row that is nearly as wide as the rows below and holds no values; a second
  /// row belongs to it that fills its gaps.
  init(_ head: [Row]) {
    let width = Self.usualWidth(head)
    let first = head.prefix(Self.mostTitles).firstIndex { row in
      row.filled * 2 >= width && row.cells.allSatisfy { !Self.isValue($0) }
        && row.filled >= min(2, width)
    }
    guard let first else {
      (lines, titles, rows) = ([], [], [])
      return
    }
    titles = Array(head[..<first])
    let row = head[first]
    if head.indices.contains(first + 1), head[first + 1].line == row.line + 1,
      Self.isSecond(head[first + 1], below: row, head[(first + 2)...])
    {
      lines = [row.line, row.line + 1]
      rows = [row.cells, head[first + 1].cells]
    } else {
      (lines, rows) = ([row.line], [row.cells])
    }
  }

  /// How wide most rows are.
  private static func usualWidth(_ head: [Row]) -> Int {
    var counts: [Int: Int] = [:]
    for row in head where row.filled > 0 { counts[row.filled, default: 0] += 1 }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }

  /// Whether a row fills gaps of the header above it, holds no values, and rows below do.
  private static func isSecond(_ row: Row, below first: Row, _ rest: ArraySlice<Row>) -> Bool {
    guard row.cells.allSatisfy({ !isValue($0) }) else { return false }
    let filled = row.cells.indices.filter { !Row.isBlank(row.cells[$0]) }
    let gaps = filled.filter { $0 >= first.cells.count || Row.isBlank(first.cells[$0]) }
    guard !gaps.isEmpty else { return false }
    return rest.contains { below in
      gaps.contains { below.cells.indices.contains($0) && isValue(below.cells[$0]) }
    }
  }

  /// Whether a cell is a number or day rather than a name.
  private static func isValue(_ cell: String) -> Bool {
    guard cell.contains(where: \.isNumber) else { return false }
    for kind in [ColumnKind.number, .date] {
      switch CellRepairer(ColumnForm(kind)).repair(cell) {
      case .unchanged, .fixed, .asked: return true
      default: continue
      }
    }
    return false
  }
}
