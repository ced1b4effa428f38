/// The sum of doubles without any rounding until the end, whatever their order.
///
/// A fixed-point number over the whole range of doubles, in digits of 32 bits held in words of 64,
/// so that up to 2^30 numbers can be added before carries must move. Additions are whole-number
/// additions: neither order nor grouping can matter. Adding is O(1).
///
/// Source: U. Kulisch, "Very fast and exact accumulation of products", Computing 91 (2011),
/// doi:10.1007/s00607-010-0131-5.
public struct ExactSum: Sendable {
  // Digit i weighs 2^(32 i - 1088); doubles reach from 2^-1074 to 2^1024.
  private var digits = [Int64](repeating: 0, count: 68)
  private var additions = 0
  private var touched = 68..<68

  /// The sum of no numbers.
  public init() {}

  /// The sum of finite numbers.
  public init(_ numbers: some Sequence<Double>) {
    for number in numbers { add(number) }
  }

  /// Adds a finite number.
  public mutating func add(_ number: Double) {
    precondition(number.isFinite, "only finite numbers can be added up")
    guard number != 0 else { return }
    let exponent = max(Int(number.exponentBitPattern), 1)
    let implicit: UInt64 = number.exponentBitPattern == 0 ? 0 : 1 << 52
    let significand = number.significandBitPattern | implicit
    // The lowest bit of the significand weighs 2^(exponent - 1075).
    let position = exponent - 1075 + 1088
    let (index, shift) = (position >> 5, UInt64(position & 31))
    let low = significand << shift
    let high = shift == 0 ? 0 : significand >> (64 - shift)
    let sign: Int64 = number < 0 ? -1 : 1
    digits[index] += sign * Int64(low & 0xFFFF_FFFF)
    digits[index + 1] += sign * Int64(low >> 32)
    digits[index + 2] += sign * Int64(high)
    touched =
      touched.isEmpty
      ? index..<(index + 3)
      : min(touched.lowerBound, index)..<max(touched.upperBound, index + 3)
    additions += 1
    if additions == 1 << 30 { carry() }
  }

  /// Adds the numbers of another sum.
  public mutating func add(_ other: ExactSum) {
    guard !other.touched.isEmpty else { return }
    var other = other
    other.carry()
    carry()
    for index in other.touched { digits[index] += other.digits[index] }
    touched =
      touched.isEmpty
      ? other.touched
      : min(
        touched.lowerBound, other.touched.lowerBound)..<max(
          touched.upperBound, other.touched.upperBound)
    additions = 2
  }

  /// The sum, rounded once to the nearest double, ties to even; infinite beyond their range.
  public func rounded() -> Double {
    var copy = self
    return copy.round()
  }

  /// The rounded sum, after which the sum is that of no numbers again.
  public mutating func takeRounded() -> Double {
    let result = round()
    for index in touched { digits[index] = 0 }
    touched = 68..<68
    additions = 0
    return result
  }

  private mutating func round() -> Double {
    carry()
    guard let top = touched.last(where: { digits[$0] != 0 }) else { return 0 }
    let isNegative = digits[top] < 0
    if isNegative {
      for index in touched { digits[index] = -digits[index] }
      carry()
    }
    defer { if isNegative { for index in touched { digits[index] = -digits[index] } } }
    let magnitude = roundedMagnitude()
    return isNegative ? -magnitude : magnitude
  }

  /// The value of non-negative digits below 2^32 each, rounded to the nearest double.
  private func roundedMagnitude() -> Double {
    guard let top = touched.last(where: { digits[$0] != 0 }) else { return 0 }
    // The 64 bits from the leading one, and whether anything follows them.
    let digit = { (index: Int) in index >= 0 ? UInt64(digits[index]) : 0 }
    let leading = digit(top).leadingZeroBitCount - 32
    var bits = digit(top) << 32 | digit(top - 1)
    bits = leading == 0 ? bits : bits << UInt64(leading) | digit(top - 2) >> UInt64(32 - leading)
    let remainder = leading == 0 ? digit(top - 2) : digit(top - 2) << UInt64(leading) & 0xFFFF_FFFF
    let hasMore = remainder != 0 || touched.contains { $0 < top - 2 && digits[$0] != 0 }
    // The leading bit weighs 2^exponent.
    let exponent = 32 * top - 1088 + 31 - leading
    // Subnormal numbers keep fewer bits than 53.
    let kept = exponent >= -1022 ? 53 : max(0, 53 - (-1022 - exponent))
    let dropped = UInt64(64 - kept)
    var significand = dropped == 64 ? 0 : bits >> dropped
    let rest = dropped == 64 ? bits : bits << UInt64(kept)
    let half: UInt64 = 1 << 63
    if rest > half || rest == half && (hasMore || significand & 1 == 1) { significand += 1 }
    return Double(sign: .plus, exponent: exponent - kept + 1, significand: Double(significand))
  }

  /// Moves carries up, so that every digit but the highest lies in 0..<2^32.
  private mutating func carry() {
    guard !touched.isEmpty else { return }
    var carried: Int64 = 0
    var index = touched.lowerBound
    while index < touched.upperBound || carried != 0 && carried != -1 {
      let sum = digits[index] + carried
      digits[index] = sum & 0xFFFF_FFFF
      carried = sum >> 32
      index += 1
    }
    if carried == -1 { digits[index - 1] -= 1 << 32 }
    touched = touched.lowerBound..<index
    additions = 0
  }
}
