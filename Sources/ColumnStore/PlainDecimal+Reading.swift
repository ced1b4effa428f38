extension PlainDecimal {
  /// What a text is as a number.
  enum Reading: Equatable {
    case number(Double)
    /// Not an optional sign, digits and at most one point among or beside them.
    case malformed
    /// A plain decimal beyond the greatest double.
    case tooLarge
  }

  /// The number that a plain decimal stands for, correctly rounded: an optional sign, digits and at
  /// most one point; nil for every other text and beyond the greatest double. -0 is read as 0.
  public static func number(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    guard case .number(let value) = read(text) else { return nil }
    return value
  }

  /// Reads a plain decimal, correctly rounded, its point first moved to the left by `places`, to the
  /// right if negative.
  ///
  /// Up to 19 digits whose whole number is at most 2^53 need one division or multiplication by an
  /// exact power: Clinger's fast path ("How to read floating point numbers accurately", 1990, doi:10.1145/93548.93557).
  /// Others go through the standard library.
  static func read(
    _ text: UnsafeBufferPointer<UInt8>, movingPointLeft places: Int = 0
  ) -> Reading {
    var index = 0
    var isNegative = false
    if let sign = text.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      index = 1
    }
    let start = index
    var whole: UInt64 = 0
    readDigits(text, &index, into: &whole)
    var digits = index - start
    var decimals = 0
    if index < text.count, text[index] == UInt8(ascii: ".") {
      index += 1
      readDigits(text, &index, into: &whole)
      decimals = index - start - digits - 1
      digits += decimals
    }
    guard index == text.count, digits > 0 else { return .malformed }
    let power = decimals + places
    guard digits <= 19, whole <= 1 << 53, abs(power) < powersOfTen.count else {
      return readSlowly(text, places)
    }
    let magnitude =
      power < 0 ? Double(whole) * powersOfTen[-power] : Double(whole) / powersOfTen[power]
    // -0 is read as 0: 0 - 0 is 0.
    return .number(isNegative ? 0 - magnitude : magnitude)
  }

  @inline(__always)
  private static func readDigits(
    _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, into whole: inout UInt64
  ) {
    while index < text.count {
      let digit = text[index] &- UInt8(ascii: "0")
      if digit > 9 { return }
      whole = whole &* 10 &+ UInt64(digit)
      index += 1
    }
  }

  private static func readSlowly(
    _ text: UnsafeBufferPointer<UInt8>, _ places: Int
  ) -> Reading {
    let plain = String(decoding: text, as: UTF8.self)
    guard let value = Double(places == 0 ? plain : "\(plain)e\(-places)") else {
      return .malformed
    }
    guard value.isFinite else { return .tooLarge }
    return .number(value == 0 ? 0 : value)
  }

  /// All powers of ten that are exact doubles, the first 1.
  public static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
