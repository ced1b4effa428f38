/// Builds comma-separated text in memory: LF line ends, quotes (RFC 4180) only where needed.
///
/// What it writes, `TableReader` reads back the same. Empty `bytes` from time to time to write a long
/// table in pieces.
public struct DelimitedWriter: Sendable {
  /// What was written and not yet taken away.
  public private(set) var bytes: [UInt8] = []
  private var fieldCount = 0
  private var rowStart = 0

  /// An empty text.
  public init() {}

  /// Appends a field of text.
  public mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append(utf8: $0) }
  }

  /// Appends a field of text given as UTF-8 bytes.
  public mutating func append(utf8 text: UnsafeBufferPointer<UInt8>) {
    separate()
    guard text.contains(where: Self.needsQuotes) else {
      bytes.append(contentsOf: text)
      return
    }
    let quote = UInt8(ascii: "\"")
    bytes.append(quote)
    for byte in text {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  /// Appends a field with the shortest decimal that reads back as the same double; it must be finite.
  public mutating func append(_ number: Double) {
    separate()
    PlainDecimal.append(number, to: &bytes)
  }

  /// Appends a field with a whole number.
  public mutating func append(_ integer: Int) {
    separate()
    PlainDecimal.append(integer, to: &bytes)
  }

  /// Appends an empty field, which stands for a missing value.
  public mutating func appendEmpty() { separate() }

  /// Ends the row; a row of one empty field is written `""`, for readers pass over empty lines.
  public mutating func endRow() {
    if fieldCount == 1, bytes.count == rowStart {
      bytes += [UInt8(ascii: "\""), UInt8(ascii: "\"")]
    }
    bytes.append(UInt8(ascii: "\n"))
    fieldCount = 0
    rowStart = bytes.count
  }

  /// Takes away the bytes written so far; rows must be whole.
  public mutating func removeBytes() {
    precondition(fieldCount == 0, "bytes are taken away between rows")
    bytes.removeAll(keepingCapacity: true)
    rowStart = 0
  }

  private mutating func separate() {
    if fieldCount > 0 { bytes.append(UInt8(ascii: ",")) }
    fieldCount += 1
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r")
  }
}
