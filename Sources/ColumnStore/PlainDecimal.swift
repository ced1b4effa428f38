/// Numbers as plain decimals: digits, a point where needed, a minus sign, and never an exponent.
public enum PlainDecimal {
  /// How many bytes the writing functions may touch: the least doubles have 327, and digits are
  /// stored eight at a time.
  public static let room = 352

  /// The shortest decimal that reads back as the same double, of several the closest; 0 for -0.
  ///
  /// `value` must be finite.
  public static func text(_ value: Double) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { memory in
      guard let start = memory.baseAddress else { return "" }
      let count = write(value, at: start) - start
      return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }
  }

  /// Writes the shortest decimal to memory with `room` bytes; returns its end. `value` must be finite.
  public static func write(
    _ value: Double, at start: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    let magnitude = value.magnitude
    var end = start
    if value < 0 {
      end.pointee = UInt8(ascii: "-")
      end += 1
    }
    if magnitude < 0x1p53 {
      let whole = UInt64(bitPattern: Int64(magnitude))
      if Double(whole) == magnitude { return write(whole, at: end) }
      if let digits = ShortestDigits(magnitude) {
        end = write(whole + digits.carry, at: end)
        return digits.fraction == 0
          ? end : write(fraction: digits.fraction, decimals: digits.decimals, at: end)
      }
    }
    precondition(value.isFinite, "NaN and infinity have no plain decimal")
    return write(digitsOf: magnitude.description, at: end)
  }

  /// Writes a whole number to memory with `room` bytes; returns its end.
  public static func write(
    _ value: Int, at start: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    if value >= 0 { return write(UInt64(value), at: start) }
    start.pointee = UInt8(ascii: "-")
    return write(UInt64(value.magnitude), at: start + 1)
  }

  @inline(__always)
  private static func write(
    _ value: UInt64, at start: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    value < 100_000_000 ? writeShort(value, at: start) : writeLong(value, at: start)
  }

  private static func writeLong(
    _ value: UInt64, at start: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    let (upper, lower) = value.quotientAndRemainder(dividingBy: 100_000_000)
    let middle = write(upper, at: start)
    store(eightDigits(lower) | zeros, at: middle)
    return middle + 8
  }

  /// Writes a number of at most eight digits.
  @inline(__always)
  private static func writeShort(
    _ value: UInt64, at start: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    let digits = eightDigits(value)
    let leading = min(digits.trailingZeroBitCount >> 3, 7)
    store((digits | zeros) &>> UInt64(truncatingIfNeeded: leading * 8), at: start)
    return start + (8 - leading)
  }

  /// Writes the point and a fraction above 0 and below 1, given in units of its last decimal, without
  /// the zeros at its end.
  @inline(__always)
  private static func write(
    fraction: UInt64, decimals: Int, at start: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    start.pointee = UInt8(ascii: ".")
    var end = start + 1
    var rest = fraction
    if decimals <= 16 {
      rest *= ShortestDigits.powersOfTen[16 - decimals]
    } else {
      let (head, tail) = fraction.quotientAndRemainder(dividingBy: 10_000_000_000_000_000)
      store(
        (eightDigits(head) | zeros) &>> UInt64(truncatingIfNeeded: (24 - decimals) * 8), at: end)
      end += decimals - 16
      rest = tail
    }
    let (upper, lower) = rest.quotientAndRemainder(dividingBy: 100_000_000)
    let (first, second) = (eightDigits(upper), eightDigits(lower))
    store(first | zeros, at: end)
    store(second | zeros, at: end + 8)
    if second != 0 { return end + (16 - second.leadingZeroBitCount >> 3) }
    if first != 0 { return end + (8 - first.leadingZeroBitCount >> 3) }
    while (end - 1).pointee == UInt8(ascii: "0") { end -= 1 }
    return end
  }

  // MARK: Eight digits at a time

  private static let zeros: UInt64 = 0x3030_3030_3030_3030

  /// The eight digits of a number below 10^8 as bytes, the first in the lowest byte.
  ///
  /// Halves, quarters and digits are divided side by side within one word.
  @inline(__always)
  private static func eightDigits(_ value: UInt64) -> UInt64 {
    let halves = value / 10_000 | (value % 10_000) << 32
    let hundreds = (halves &* 10_486) >> 20 & 0x7F_0000_007F
    let quarters = hundreds | (halves &- hundreds &* 100) << 16
    let tens = (quarters &* 103) >> 10 & 0x000F_000F_000F_000F
    return tens | (quarters &- tens &* 10) << 8
  }

  @inline(__always)
  private static func store(_ digits: UInt64, at start: UnsafeMutablePointer<UInt8>) {
    UnsafeMutableRawPointer(start).storeBytes(of: digits.littleEndian, as: UInt64.self)
  }
}
