import ColumnStore

/// Comma-separated text of rows, handed on in pieces of whole rows.
struct TableText: ~Copyable {
  private static let pieceSize = 1 << 18

  private var writer = DelimitedWriter(capacity: 2 * pieceSize)

  /// A text with a header row.
  init(header: [String]) { writer.appendHeader(header) }

  /// Appends no value.
  mutating func appendMissing() { writer.appendEmpty() }

  /// Appends a number; one that is not finite by a name that no reader takes for a number.
  mutating func append(_ number: Double) {
    if number.isFinite { writer.append(number) } else { writer.append("\(number)") }
  }

  /// Appends a whole number with all its digits.
  mutating func append(_ integer: Int) { writer.append(number: String(integer)) }

  /// Appends TRUE or FALSE.
  mutating func append(_ truth: Bool) { writer.append(truth ? "TRUE" : "FALSE") }

  /// Appends a text.
  mutating func append(utf8: UnsafeBufferPointer<UInt8>) { writer.append(utf8: utf8) }

  /// Ends a row; hands on what there is when it is enough.
  mutating func endRow(_ sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    writer.endRow()
    if writer.count >= Self.pieceSize { try flush(sink) }
  }

  /// Hands on the rest.
  mutating func flush(_ sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    try writer.withBytes(sink)
    writer.removeBytes()
  }
}
