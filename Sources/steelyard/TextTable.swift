import Reports

/// Aligned columns for people, in which a Chinese character takes two places.
struct TextTable {
  /// On which side a column's cells stand.
  enum Alignment {
    case left
    case right
  }

  private let headings: [String]
  private let alignments: [Alignment]
  private var rows: [[String]] = []

  /// A table with a heading and an alignment for each column.
  init(_ columns: [(heading: String, alignment: Alignment)]) {
    headings = columns.map(\.heading)
    alignments = columns.map(\.alignment)
  }

  /// Whether no row has been added.
  var isEmpty: Bool { rows.isEmpty }

  /// Adds a row; cells beyond the columns are left out.
  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The table as lines, each indented; the headings are left out when all are empty.
  func text(indent: String = "  ") -> String {
    let hasHeadings = headings.contains { !$0.isEmpty }
    let lines = (hasHeadings ? [headings] : []) + rows
    let widths = headings.indices.map { column in
      lines.map { column < $0.count ? TextWidth.places(of: $0[column]) : 0 }.max() ?? 0
    }
    return lines.map { line in
      var text = indent
      for (column, cell) in line.enumerated().prefix(headings.count) {
        let padding = String(repeating: " ", count: widths[column] - TextWidth.places(of: cell))
        text += alignments[column] == .left ? cell + padding : padding + cell
        text += "  "
      }
      while text.last == " " { text.removeLast() }
      return text
    }.joined(separator: "\n")
  }
}
