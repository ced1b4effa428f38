/// One cell: what it holds and how it looks.
struct Cell {
  /// What a cell holds.
  enum Content {
    case blank
    /// Text, whatever it begins with: never a formula.
    case text(String)
    case number(Double)
    case truth(Bool)
    /// A formula of ours, without `=`, and the value that it has.
    case formula(String, Double)
  }

  let content: Content
  let style: CellStyle
  /// Over how many columns it stands.
  let columns: Int

  init(_ content: Content, _ style: CellStyle, columns: Int = 1) {
    (self.content, self.style, self.columns) = (content, style, columns)
  }

  /// A cell of text.
  init(_ text: String, _ style: CellStyle = .text, columns: Int = 1) {
    self.init(.text(text), style, columns: columns)
  }

  /// A cell with nothing in it.
  static func blank(_ style: CellStyle = CellStyle(), columns: Int = 1) -> Cell {
    Cell(.blank, style, columns: columns)
  }

  /// A number, or nothing.
  static func number(_ number: Double?, _ style: CellStyle) -> Cell {
    Cell(number.map { .number($0) } ?? .blank, style)
  }
}
