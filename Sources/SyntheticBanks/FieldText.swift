/// Fields of separated text.
enum FieldText {
  /// A field as it stands in a comma-separated file: quoted where a comma, a quote or a line end
  /// makes it necessary.
  static func quoted(_ text: [UInt8]) -> [UInt8] {
    quoted(text, separator: UInt8(ascii: ","))
  }

  /// A field as it stands in a file with that separator.
  static func quoted(_ text: [UInt8], separator: UInt8) -> [UInt8] {
    let needsQuotes = text.contains {
      $0 == separator || $0 == quote || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
    }
    return needsQuotes ? alwaysQuoted(text) : text
  }

  /// A field between quotes.
  static func alwaysQuoted(_ text: [UInt8]) -> [UInt8] {
    [quote] + text.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
  }

  /// What a field stands for.
  static func unquoted(_ field: [UInt8]) -> [UInt8] {
    guard field.count >= 2, field.first == quote, field.last == quote else { return field }
    var result: [UInt8] = []
    var isSecond = false
    for byte in field.dropFirst().dropLast() {
      isSecond = byte == quote && !isSecond
      if !isSecond || byte != quote { result.append(byte) }
    }
    return result
  }

  private static let quote = UInt8(ascii: "\"")
}
