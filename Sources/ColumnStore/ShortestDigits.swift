/// The fraction of a double in the fewest decimal digits that read back as the double, of several
/// such the closest.
///
/// Schubfach ("The Schubfach way to render doubles", R. Giulietti, 2020): of the decimals with the
/// fewest places of which one surely reads as the double, the next below and above; but where a
/// decimal of one place less reads so too, that one. For doubles of middling size the double, its
/// neighbours and these decimals are whole numbers of 117 bits over a power of two, so that all
/// comparisons are exact without a table of long powers.
struct ShortestDigits {
  /// Between 10^0 and 10^19, the largest that fits.
  static let powersOfTen: [UInt64] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
    1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
    1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
  ]
  private static let powersOfFive: [UInt64] = [
    1, 5, 25, 125, 625, 3125, 15_625, 78_125, 390_625, 1_953_125, 9_765_625, 48_828_125,
    244_140_625, 1_220_703_125, 6_103_515_625, 30_517_578_125, 152_587_890_625, 762_939_453_125,
    3_814_697_265_625, 19_073_486_328_125, 95_367_431_640_625, 476_837_158_203_125,
    2_384_185_791_015_625, 11_920_928_955_078_125, 59_604_644_775_390_625,
  ]

  /// How many decimals the fraction is given in, zeros at its end included: 1 to 24.
  let decimals: Int
  /// The fraction in units of its last decimal; 0 only where it was rounded up to 1.
  let fraction: UInt64
  /// What is added to the whole number: 1 where the fraction was rounded up to it, else 0.
  let carry: UInt64

  /// The digits of a double that is not whole; nil unless it is at least 2^-27 and below 2^52.
  @inline(__always)
  init?(_ magnitude: Double) {
    let bits = magnitude.bitPattern
    let exponent = Int(bits >> 52) - 1075
    guard -79 ... -1 ~= exponent else { return nil }
    let mantissa = bits & (1 << 52 - 1)
    // Below a power of two doubles are twice as dense.
    let isPower = mantissa == 0
    // The logarithms of 2 and of 3/4, times 2^20, as the width between the ends that read as it.
    decimals = -((exponent * 315_653 - (isPower ? 131_008 : 0)) >> 20)
    let five = Self.powersOfFive[decimals]
    // Twice the double and the distance to its neighbours, in units of 10^-decimals / 2^shift.
    let shift = UInt64(truncatingIfNeeded: 1 - exponent - decimals)
    let product = (2 * (mantissa | 1 << 52)).multipliedFullWidth(by: five)
    let below = product.high &<< (64 &- shift) | product.low &>> shift
    let rest = product.low & ((1 &<< shift) &- 1)
    let inclusive: UInt64 = mantissa & 1 == 0 ? 0 : 1
    let (roomBelow, roomAbove) = ((isPower ? five >> 1 : five) - inclusive, five - inclusive)
    let chosen = Self.choose(below, rest, shift, roomBelow, roomAbove)
    let whole = UInt64(bitPattern: Int64(magnitude))
    if decimals < Self.powersOfTen.count {
      let unit = Self.powersOfTen[decimals]
      let fraction = chosen &- whole &* unit
      (self.fraction, carry) = fraction == unit ? (0, 1) : (fraction, 0)
    } else {
      (fraction, carry) = (chosen, 0)
    }
  }

  /// Of the whole numbers around `below + rest / 2^shift` the one to write; the rooms say how far
  /// away it may be.
  @inline(__always)
  private static func choose(
    _ below: UInt64, _ rest: UInt64, _ shift: UInt64, _ roomBelow: UInt64, _ roomAbove: UInt64
  ) -> UInt64 {
    // Nothing overflows. As the compiler is told so it needs no branches, which would go either way
    // as good as by chance.
    let digit = below % 10
    let half: UInt64 = 1 &<< (shift &- 1)
    // The nearer one reads as the double, unless it is below a power of two.
    let isNearer: UInt64 = rest &+ (below & 1) > half ? 1 : 0
    let isAlone: UInt64 = rest > roomBelow ? 1 : 0
    var chosen = below &+ (isNearer | isAlone)
    let isTenAbove = ((10 &- digit) &<< shift) &- rest <= roomAbove
    chosen = isTenAbove ? below &+ (10 &- digit) : chosen
    let isTenBelow = (digit &<< shift) &+ rest <= roomBelow
    return isTenBelow ? below &- digit : chosen
  }
}
