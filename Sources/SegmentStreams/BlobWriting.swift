import ScoringPlan

/// Writes registers of subjects so that they read back the same, to the bit.
///
/// Of a number follow, after their count, the digits of its bits in base 64 from the highest on, without
/// zeros at the end; of a text its length, a colon and its safe form; a value that is only known to be
/// there is `+`, a missing one `-`, a fault `!`, its kind, its origin and `;`.
enum BlobWriting {
  /// How many bytes a number takes at most.
  static let numberRoom = 12

  @inline(__always)
  static func number(
    _ value: Double, at start: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    var bits = value.bitPattern
    let count = (64 - bits.trailingZeroBitCount + 5) / 6
    start.pointee = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: count)
    for index in 1..<count + 1 {
      start[index] = digit(UInt8(truncatingIfNeeded: bits >> 58))
      bits <<= 6
    }
    return start + 1 + count
  }

  /// The characters from `0` on, but for the backslash.
  @inline(__always)
  private static func digit(_ value: UInt8) -> UInt8 {
    let character = value + UInt8(ascii: "0")
    return character == UInt8(ascii: "\\") ? UInt8(ascii: "/") : character
  }

  static func text(_ text: UnsafeBufferPointer<UInt8>, to writer: LineWriter) {
    writer.put(text.count)
    writer.put(UInt8(ascii: ":"))
    writer.put(safe: text)
  }

  static func fault(_ state: UInt8, origin: Int, to writer: LineWriter) {
    writer.put(UInt8(ascii: "!"))
    writer.put(UInt8(ascii: "0") + state)
    writer.put(origin)
    writer.put(UInt8(ascii: ";"))
  }

  static let missing = UInt8(ascii: "-")
  static let present = UInt8(ascii: "+")
}
