/// What a column is called in a file, with the unit that its header says.
struct HeaderName {
  /// Letters without spaces, case and full-width forms, for comparison.
  let plain: String
  /// The same without a unit in brackets at the end.
  let withoutUnit: String
  /// The unit in brackets at the end.
  let unit: CellUnit?

  init(_ text: String) {
    plain = Self.plain(text)
    guard plain.last == ")", let bracket = plain.lastIndex(of: "(") else {
      (withoutUnit, unit) = (plain, nil)
      return
    }
    var inside = plain[plain.index(after: bracket)...].dropLast()
    if inside.hasPrefix("单位") { inside = inside.dropFirst(2).drop { $0 == ":" } }
    unit = CellUnit(spelled: String(inside)) ?? CellUnit(spelled: inside.uppercased())
    withoutUnit = unit == nil ? plain : String(plain[..<bracket])
  }

  private static func plain(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E:
        if let half = Unicode.Scalar(scalar.value - 0xFEE0) { plain.append(half) }
      case 0x3010, 0x3014: plain.append("(")
      case 0x3011, 0x3015: plain.append(")")
      case 0xFEFF, 0x200B...0x200F: continue
      default: if !scalar.properties.isWhitespace { plain.append(scalar) }
      }
    }
    let brackets: [Character: Character] = ["[": "(", "]": ")"]
    return String(String(plain).lowercased().map { brackets[$0] ?? $0 })
  }
}
