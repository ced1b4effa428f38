import DelimitedText
import Glibc

/// Reads single rows of a delimited text again, by where they begin.
struct RowReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let separator: UInt8
  private var record = Record()

  /// A reader of bytes that outlive it.
  init(_ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
  }

  /// Reads the row that begins there.
  mutating func read(at start: Int) {
    var reader = RecordReader(bytes, separator: separator, startingAt: start)
    _ = reader.next(&record)
  }

  /// A cell of the row read last.
  func text(_ cell: Int) -> String { record.fields[cell].text(in: bytes) }

  /// A cell as a number; nil when it is none.
  func number(_ cell: Int) -> NumberCell? { NumberCell(raw(cell)) }

  /// Whether a cell holds the same bytes as a cell of another reader's row.
  func holds(_ cell: Int, sameAs other: RowReader, _ otherCell: Int) -> Bool {
    let (here, there) = (record.fields[cell], other.record.fields[otherCell])
    if here.hasDoubledQuotes || there.hasDoubledQuotes {
      return here.utf8(in: bytes) == there.utf8(in: other.bytes)
    }
    return Self.areSame(raw(cell), other.raw(otherCell))
  }

  /// Whether rows at two places are the same bytes.
  func row(_ range: Range<Int>, isSameAs other: RowReader, _ otherRange: Range<Int>) -> Bool {
    Self.areSame(
      UnsafeBufferPointer(rebasing: bytes[range]),
      UnsafeBufferPointer(rebasing: other.bytes[otherRange]))
  }

  /// The bytes of a cell as they stand; a number has no quotes inside.
  private func raw(_ cell: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[record.fields[cell].range])
  }

  private static func areSame(
    _ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard one.count == other.count else { return false }
    guard let start = one.baseAddress, let otherStart = other.baseAddress else { return true }
    return memcmp(start, otherStart, one.count) == 0
  }
}
