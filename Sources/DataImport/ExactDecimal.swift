/// A decimal with up to 18 places after the point, for sums that must be exact.
struct ExactDecimal: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// How many places there are after the point.
  static let places = 18
  /// The number in units of its eighteenth place.
  private(set) var units: Int128

  static let zero = ExactDecimal(units: 0)

  private init(units: Int128) { self.units = units }

  /// Reads a plain decimal: an optional sign, digits and at most one point. Nil for all else and for
  /// numbers of more than 18 digits before the point; places after the eighteenth are left off.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    var isNegative = false
    if let sign = text.first, sign == 0x2D || sign == 0x2B {
      isNegative = sign == 0x2D
      index = 1
    }
    var whole: UInt64 = 0
    var fraction: UInt64 = 0
    let start = index
    index = Self.digits(text, from: index, into: &whole)
    let wholeCount = index - start
    var fractionCount = 0
    if index < text.count, text[index] == 0x2E {
      let point = index + 1
      let end = min(text.count, point + Self.places)
      index = Self.digits(
        UnsafeBufferPointer(rebasing: text[..<end]), from: point, into: &fraction)
      fractionCount = index - point
      // Digits that are left off stand behind the last that counts.
      while index < text.count, text[index] &- 0x30 <= 9 { index += 1 }
    }
    guard index == text.count, wholeCount + fractionCount > 0, wholeCount <= 18 else { return nil }
    let magnitude =
      Int128(whole) * Int128(Self.powers[Self.places])
      + Int128(fraction) * Int128(Self.powers[Self.places - fractionCount])
    units = isNegative ? -magnitude : magnitude
  }

  @inline(__always)
  private static func digits(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, into value: inout UInt64
  ) -> Int {
    var index = start
    while index < text.count {
      let digit = text[index] &- 0x30
      if digit > 9 { break }
      value = value &* 10 &+ UInt64(digit)
      index += 1
    }
    return index
  }

  /// A hash that the sum of two numbers has as the sum of theirs.
  var linearHash: UInt64 { UInt64(truncatingIfNeeded: units) }

  static func + (left: Self, right: Self) -> Self { Self(units: left.units &+ right.units) }
  static func - (left: Self, right: Self) -> Self { Self(units: left.units &- right.units) }
  static func += (left: inout Self, right: Self) { left.units &+= right.units }
  static func < (left: Self, right: Self) -> Bool { left.units < right.units }

  /// A share of this number, such as 46 of 92 days, rounded half away from zero to so many decimals,
  /// of which the number itself has no more.
  func share(of part: Int, in total: Int, decimals: Int) -> Self {
    let place = UInt128(Self.powers[Self.places - min(max(decimals, 0), Self.places)])
    let (part, total) = (UInt128(part), UInt128(total))
    // In two steps, for the product of a great number and the days would not fit.
    let (quotient, rest) = (units.magnitude / place).quotientAndRemainder(dividingBy: total)
    let magnitude = Int128((quotient * part + (2 * rest * part + total) / (2 * total)) * place)
    return Self(units: units < 0 ? -magnitude : magnitude)
  }

  /// Whether this number, printed with so many decimals, may be `other`.
  func isRounding(of other: Self, decimals: Int) -> Bool {
    let place = Int128(Self.powers[Self.places - min(max(decimals, 0), Self.places)])
    let distance = units &- other.units
    return 2 * (distance < 0 ? -distance : distance) <= place || distance == 0
  }

  /// Digits, with as many decimals as needed.
  var description: String {
    let magnitude = units.magnitude
    let (whole, fraction) = magnitude.quotientAndRemainder(
      dividingBy: UInt128(Self.powers[Self.places]))
    var decimals = String(fraction)
    decimals = String(repeating: "0", count: Self.places - decimals.count) + decimals
    while decimals.last == "0" { decimals.removeLast() }
    let sign = units < 0 ? "-" : ""
    return sign + String(whole) + (decimals.isEmpty ? "" : ".\(decimals)")
  }

  private static let powers: [UInt64] = (0...18).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}
