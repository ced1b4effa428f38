/// The XML of one row of a sheet.
struct RowMarkup {
  /// The bytes so far.
  private(set) var bytes: [UInt8] = []
  private let row: Int

  /// Begins the row of that number, of a height of its own if it has one.
  init(_ row: Int, height: Double?) {
    self.row = row
    bytes.reserveCapacity(4096)
    append("<row r=\"\(row)\"")
    if let height { append(" ht=\"\(height)\" customHeight=\"1\"") }
    append(">")
  }

  /// Ends the row.
  mutating func end() { append("</row>") }

  /// Adds a cell in the column of those letters, in the format of that number; a cell without either is
  /// left out.
  mutating func append(_ content: Cell.Content, _ letters: String, format: Int32) {
    if case .blank = content, format == 0 { return }
    append("<c r=\"\(letters)\(row)\"")
    if format != 0 { append(" s=\"\(format)\"") }
    switch content {
    case .blank: return append("/>")
    case .text(let text):
      append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
      append(escaping: text)
      append("</t></is>")
    case .number(let number): append("><v>\(Self.digits(number))</v>")
    case .truth(let truth): append(" t=\"b\"><v>\(truth ? 1 : 0)</v>")
    case .formula(let formula, let value):
      append("><f>")
      append(escaping: formula)
      append("</f><v>\(Self.digits(value))</v>")
    }
    append("</c>")
  }

  /// The fewest digits that read back as the same number.
  private static func digits(_ number: Double) -> Substring {
    let text = "\(number == 0 ? 0 : number)"
    return text.hasSuffix(".0") ? text.dropLast(2) : text[...]
  }

  private mutating func append(_ markup: String) { bytes += markup.utf8 }

  private mutating func append(escaping text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      default: bytes.append(byte)
      }
    }
  }
}
