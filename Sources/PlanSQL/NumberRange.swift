/// Where the numbers of a register can lie, known before any row is seen.
///
/// It holds for what engines compute too, since none of them rounds beyond a relative 2^-52.
struct NumberRange: Equatable {
  /// Nothing is below it.
  var low: Double
  /// Nothing is above it.
  var high: Double
  /// Every number is a multiple of some power of two that is not below it; so nothing but zero is
  /// nearer to zero.
  var grain: Double

  /// What numbers of tables are held to: the largest magnitude, and the smallest but for zero.
  static let largestInput = 1e15
  static let smallestInput = 1e-12

  /// Any number of a table.
  static let input = NumberRange(
    low: -largestInput, high: largestInput, grain: smallestInput * epsilon)

  /// Half the relative distance of two doubles.
  static let epsilon = 0x1p-53

  /// The range of one number.
  static func constant(_ number: Double) -> NumberRange {
    NumberRange(
      low: number, high: number, grain: number == 0 ? .infinity : number.magnitude * epsilon)
  }

  /// Whole numbers.
  static func whole(_ low: Double, _ high: Double) -> NumberRange {
    NumberRange(low: low, high: high, grain: 1)
  }

  /// The largest magnitude.
  var magnitude: Double { max(low.magnitude, high.magnitude) }

  /// Whether no arithmetic so far can have left the range of doubles.
  var isSafe: Bool { magnitude < 1e300 && grain > 1e-290 }

  /// Every number of either.
  func joined(_ other: NumberRange) -> NumberRange {
    NumberRange(
      low: min(low, other.low), high: max(high, other.high), grain: min(grain, other.grain))
  }

  /// A little wider, for the rounding of engines.
  private var widened: NumberRange {
    let slack = magnitude * 0x1p-50
    return NumberRange(low: low - slack, high: high + slack, grain: grain)
  }

  static prefix func - (range: NumberRange) -> NumberRange {
    NumberRange(low: -range.high, high: -range.low, grain: range.grain)
  }

  static func + (one: NumberRange, other: NumberRange) -> NumberRange {
    NumberRange(
      low: one.low + other.low, high: one.high + other.high, grain: min(one.grain, other.grain)
    ).widened
  }

  static func - (one: NumberRange, other: NumberRange) -> NumberRange { one + -other }

  static func * (one: NumberRange, other: NumberRange) -> NumberRange {
    let products = [one.low, one.high].flatMap { left in
      [other.low, other.high].map { left == 0 || $0 == 0 ? 0 : left * $0 }
    }
    return NumberRange(
      low: products.min() ?? 0, high: products.max() ?? 0,
      grain: one.grain.isInfinite || other.grain.isInfinite
        ? .infinity : one.grain * other.grain
    ).widened
  }

  /// By what is not zero.
  static func / (one: NumberRange, other: NumberRange) -> NumberRange {
    let grain = one.grain / other.magnitude * epsilon
    let nearest =
      other.low > 0 ? other.low : other.high < 0 ? -other.high : other.grain
    // Without a sign of the divisor the quotient has none.
    let signs = (
      isNegative: other.low < 0, isPositive: other.high > 0
    )
    let up = one.high / nearest
    let down = one.low / nearest
    let bounds =
      (signs.isPositive ? [up, down] : []) + (signs.isNegative ? [-up, -down] : []) + [0]
    return NumberRange(low: bounds.min() ?? 0, high: bounds.max() ?? 0, grain: grain).widened
  }

  /// The smaller of a number of each.
  func minimum(_ other: NumberRange) -> NumberRange {
    NumberRange(
      low: min(low, other.low), high: min(high, other.high), grain: min(grain, other.grain))
  }

  /// The larger of a number of each.
  func maximum(_ other: NumberRange) -> NumberRange { -(-self).minimum(-other) }

  /// The magnitudes.
  var absolute: NumberRange {
    NumberRange(
      low: low > 0 ? low : high < 0 ? -high : 0, high: magnitude, grain: grain)
  }

  /// The square roots of those that have one.
  var squareRoot: NumberRange {
    NumberRange(
      low: 0, high: max(high, 0).squareRoot(), grain: grain.squareRoot() * Self.epsilon
    ).widened
  }

  /// Rounded to decimals, `scale` to one.
  func rounded(scale: Double) -> NumberRange {
    NumberRange(
      low: low - 1 / scale, high: high + 1 / scale, grain: Self.epsilon / scale
    ).widened
  }
}
