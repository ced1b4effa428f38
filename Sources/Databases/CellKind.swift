import ColumnStore

/// How the text of a cell that PostgreSQL or DuckDB copies out is to be read.
enum CellKind: Hashable {
  case real
  case whole
  case truth
  /// Anything else: exact numbers, texts and days as they stand.
  case text

  /// Of a type of PostgreSQL by its number in the catalogue.
  init(oid: UInt32) {
    switch oid {
    case 16: self = .truth
    case 20, 21, 23, 26, 1700: self = .whole
    case 700, 701: self = .real
    default: self = .text
    }
  }

  /// Of a type by its name.
  init(type: String) {
    switch type.uppercased() {
    case "BOOLEAN": self = .truth
    case "DOUBLE", "FLOAT", "DOUBLE PRECISION", "REAL": self = .real
    case let name where name.hasPrefix("DECIMAL") || name.hasPrefix("NUMERIC"): self = .whole
    case let name where name.hasSuffix("INT") || name.hasSuffix("INTEGER"): self = .whole
    default: self = .text
    }
  }

  /// The cell as a value; a number that is not whole, or has more than 64 bits, as text.
  func cell(_ row: CopiedRows.Row, _ index: Int) -> DatabaseCell {
    row.withCell(index) { bytes in
      guard let bytes else { return .null }
      switch self {
      case .real: return .real(Self.number(bytes))
      case .truth: return .truth(Self.truth(bytes))
      case .whole:
        let text = String(decoding: bytes, as: UTF8.self)
        return Int(text).map { .integer($0) } ?? .text(text)
      case .text: return .text(String(decoding: bytes, as: UTF8.self))
      }
    }
  }

  /// Appends the cell to a text.
  func append(_ row: CopiedRows.Row, _ index: Int, to text: inout TableText) {
    row.withCell(index) { bytes in
      guard let bytes else { return text.appendMissing() }
      switch self {
      case .real: text.append(Self.number(bytes))
      case .truth: text.append(Self.truth(bytes))
      case .whole, .text: text.append(utf8: bytes)
      }
    }
  }

  private static func truth(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.first == UInt8(ascii: "t")
  }

  /// The double that a database wrote in digits that read back as it.
  private static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Double {
    if let number = PlainDecimal.number(bytes) {
      return number == 0 && bytes.first == UInt8(ascii: "-") ? -0.0 : number
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return Double(text)
      ?? (text.contains("-") ? -.infinity : text.contains("nf") ? .infinity : .nan)
  }
}
