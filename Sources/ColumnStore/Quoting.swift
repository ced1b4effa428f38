/// Which texts stand between quotes in delimited text.
enum Quoting {
  /// Whether a text has a comma, a quote or a line's end. Eight bytes at a time.
  static func isNeeded(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(text)
    var index = 0
    while index + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if mayNeed(word), raw[index..<(index + 8)].contains(where: needs) { return true }
      index += 8
    }
    return raw[index...].contains(where: needs)
  }

  /// Whether a header has what separates fields in other files: the separator is told by the first row.
  static func misleads(_ header: UnsafeBufferPointer<UInt8>) -> Bool {
    header.contains { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "\t") }
  }

  /// Whether one of eight bytes is below the minus sign, as all that need quotes are; in most texts
  /// none is.
  ///
  /// Subtracting sets the upper bit of the lowest such byte; bits that borrows set above it do not
  /// matter.
  @inline(__always)
  private static func mayNeed(_ word: UInt64) -> Bool {
    (word &- 0x2D2D_2D2D_2D2D_2D2D) & ~word & 0x8080_8080_8080_8080 != 0
  }

  @inline(__always)
  private static func needs(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r")
  }
}
