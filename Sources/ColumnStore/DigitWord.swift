/// Eight bytes of text at once, the first of them lowest.
struct DigitWord {
  /// The bytes with the bits of "0" turned, so that digits are 0 to 9.
  private let turned: UInt64
  /// The highest bit of each byte that is no digit.
  let marks: UInt64

  @inline(__always)
  init(_ text: UnsafePointer<UInt8>) {
    let word = UnsafeRawPointer(text).loadUnaligned(as: UInt64.self).littleEndian
    turned = word ^ 0x3030_3030_3030_3030
    let sums = (turned & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7676_7676_7676_7676
    marks = (sums | turned) & 0x8080_8080_8080_8080
  }

  /// How many digits stand before the first other byte, of which there must be one.
  @inline(__always)
  var digitCount: Int { marks.trailingZeroBitCount &>> 3 }

  /// The whole number of the first `count` digits, 1 to 8.
  @inline(__always)
  func number(ofFirst count: Int) -> Int64 { Self.number(turned, count) }

  /// The whole number of the digits round the byte at `point`, which is left out: `count` digits in
  /// all, 1 to 7.
  @inline(__always)
  func number(ofFirst count: Int, without point: Int) -> Int64 {
    let before = (1 as UInt64) &<< UInt64(8 * point) &- 1
    return Self.number(turned & before | (turned &>> 8) & ~before, count)
  }

  /// Digits come together in pairs, then fours, then eight.
  @inline(__always)
  private static func number(_ digits: UInt64, _ count: Int) -> Int64 {
    var word = digits &<< UInt64(8 * (8 - count))
    word = word &* 10 &+ (word &>> 8)
    let odd = (word & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let even = ((word &>> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    // Signed, as a processor has one instruction for its double.
    return Int64(bitPattern: (odd &+ even) &>> 32)
  }
}
