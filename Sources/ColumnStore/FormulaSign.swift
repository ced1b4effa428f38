/// How texts begin that spreadsheets take for formulas.
enum FormulaSign {
  /// What makes a text of such a one.
  static let apostrophe = UInt8(ascii: "'")

  /// Whether a text begins like a formula: with `=`, `+`, `-` or `@`, ASCII or full-width, or with a tab
  /// or carriage return, which some programs pass over; also where apostrophes stand before it, so that
  /// taking one away again gives the text as it was.
  @inline(__always)
  static func begins(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, mayBegin(first) else { return false }
    return begins(text.drop { $0 == apostrophe })
  }

  private static func begins(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = text.first else { return false }
    if isSign(first) || first == UInt8(ascii: "\t") || first == UInt8(ascii: "\r") { return true }
    return fullWidth.contains { text.starts(with: $0) }
  }

  /// Whether a text that begins with a byte needs a closer look; few do.
  @inline(__always)
  private static func mayBegin(_ byte: UInt8) -> Bool {
    byte < UInt8(ascii: "0") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "@")
      || byte == 0xEF
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "=") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "@")
  }

  private static let fullWidth: [[UInt8]] = ["＝", "＋", "－", "＠"].map { Array($0.utf8) }
}
