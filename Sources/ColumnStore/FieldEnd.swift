/// Finds where fields end, eight bytes at a time.
struct FieldEnd {
  private let separators: UInt64

  init(separator: UInt8) { separators = Self.repeated(separator) }

  /// The first separator, LF or CR from `text` on, or `end`; 8 bytes beyond `end` may be read.
  @inline(__always)
  func find(_ text: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    var place = text
    while place < end {
      let word = UnsafeRawPointer(place).loadUnaligned(as: UInt64.self).littleEndian
      let marks =
        Self.zeros(word ^ separators) | Self.zeros(word ^ Self.lineFeeds)
        | Self.zeros(word ^ Self.carriageReturns)
      if marks != 0 { return min(end, place + marks.trailingZeroBitCount &>> 3) }
      place += 8
    }
    return end
  }

  /// The first LF or CR from `text` on, or `end`; 8 bytes beyond `end` may be read.
  @inline(__always)
  func findLineEnd(
    _ text: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8> {
    var place = text
    while place < end {
      let word = UnsafeRawPointer(place).loadUnaligned(as: UInt64.self).littleEndian
      let marks = Self.zeros(word ^ Self.lineFeeds) | Self.zeros(word ^ Self.carriageReturns)
      if marks != 0 { return min(end, place + marks.trailingZeroBitCount &>> 3) }
      place += 8
    }
    return end
  }

  /// The highest bit of bytes that are zero; exact for the lowest of them.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  private static func repeated(_ byte: UInt8) -> UInt64 {
    UInt64(byte) &* 0x0101_0101_0101_0101
  }

  private static let lineFeeds: UInt64 = 0x0A0A_0A0A_0A0A_0A0A
  private static let carriageReturns: UInt64 = 0x0D0D_0D0D_0D0D_0D0D
}
