/// Texts as cells of a workbook hold them.
enum CellText {
  /// The most units of UTF-16 that a cell holds.
  static let longest = 32_767

  /// A text as a cell holds it, and whether it had to be cut to fit: then it ends with an ellipsis.
  static func fitting(_ text: String) -> (text: String, isCut: Bool) {
    // No text has more units of UTF-16 than bytes of UTF-8.
    if text.utf8.count <= longest || text.utf16.count <= longest { return (text, false) }
    var count = 0
    let kept = text.unicodeScalars.prefix { scalar in
      count += UTF16.width(scalar)
      return count < longest
    }
    return (String(kept) + "…", true)
  }

  /// A text with what XML does not allow, and what would be taken for that, as Excel writes it:
  /// `_x0001_`.
  static func escaped(_ text: String) -> String {
    if !text.utf8.contains(where: needsLook) { return text }
    let scalars = Array(text.unicodeScalars)
    var escaped = ""
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\t", "\n": escaped.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped += code(scalar)
      case "_" where isCode(scalars[index...]): escaped += code(scalar)
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// Whether a byte may be part of what must be escaped; U+FFFE and U+FFFF begin with EF.
  private static func needsLook(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "_") || byte == 0xEF
  }

  private static func code(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
  }

  /// Whether a text begins with what looks like an escaped character.
  private static func isCode(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let head = Array(scalars.prefix(7))
    return head.count == 7 && head[1] == "x" && head[6] == "_"
      && head[2...5].allSatisfy { $0.properties.isASCIIHexDigit }
  }
}
