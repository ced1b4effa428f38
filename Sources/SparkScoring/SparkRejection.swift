/// A rejected row as a script prints it.
public struct SparkRejection: Hashable, Sendable, CustomStringConvertible {
  /// The table's name.
  public let table: String
  /// The key of the row.
  public let key: String
  /// The column first at fault; empty when the row as a whole is.
  public let column: String
  /// What is wrong.
  public let reason: String
  /// The row as it stood in the file.
  public let row: String

  /// Table, key, column, reason and row as filters write them.
  init(_ fields: some Collection<String>) {
    let texts = fields.map(Self.unescaped)
    (table, key, column, reason, row) = (texts[0], texts[1], texts[2], texts[3], texts[4])
  }

  /// The place and the reason.
  public var description: String {
    "\(table) \(key)\(column.isEmpty ? "" : ", \(column)"): \(reason)"
  }

  /// The text of what a filter wrote; an escape that is none stays.
  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let code = UInt8(digits, radix: 16) {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
