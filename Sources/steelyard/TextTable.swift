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
      lines.map { column < $0.count ? Self.width($0[column]) : 0 }.max() ?? 0
    }
    return lines.map { line in
      var text = indent
      for (column, cell) in line.enumerated().prefix(headings.count) {
        let padding = String(repeating: " ", count: widths[column] - Self.width(cell))
        text += alignments[column] == .left ? cell + padding : padding + cell
        text += "  "
      }
      while text.last == " " { text.removeLast() }
      return text
    }.joined(separator: "\n")
  }

  /// How many places of a terminal a text takes.
  static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x20, 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    // East Asian Wide and Fullwidth (Unicode Standard Annex 11), as far as names and titles go.
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
