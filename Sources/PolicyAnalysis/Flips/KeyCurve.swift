/// The value that ranks one subject while one number of the policy moves: a quotient of quadratic
/// polynomials in x, before it is rounded down to a key, and not above a ceiling.
///
/// A weight that moves, the others in proportion, gives a straight line. A judgement that moves gives,
/// with row geometric means, weights that are multiples of x, 1 / x and 1 before they are divided by
/// their sum, and so a quotient of this sort.
struct KeyCurve {
  /// The factors of 1, x and x squared above the line.
  var above: (Double, Double, Double)
  /// Those below the line, which is above 0 wherever the curve is looked at.
  var below: (Double, Double, Double)
  /// The key that is not exceeded.
  var ceiling: Int64

  /// The value at x.
  func value(_ x: Double) -> Double {
    (above.0 + x * (above.1 + x * above.2)) / (below.0 + x * (below.1 + x * below.2))
  }

  /// Where the value next reaches a whole number from below, or falls below one, from x on; and which
  /// whole number it then rounds down to. Nil when it does neither before `limit`.
  ///
  /// - Parameter whole: what the value rounds down to just before.
  func next(from x: Double, whole: Int64, limit: Double) -> (x: Double, whole: Int64)? {
    let rise = crossing(Double(whole + 1), from: x, isRise: true)
    let fall = crossing(Double(whole), from: x, isRise: false)
    switch (rise, fall) {
    case (let rise?, let fall?) where rise <= limit || fall <= limit:
      return rise < fall ? (rise, whole + 1) : (fall, whole - 1)
    case (let rise?, nil) where rise <= limit: return (rise, whole + 1)
    case (nil, let fall?) where fall <= limit: return (fall, whole - 1)
    default: return nil
    }
  }

  /// The first x from a place on where the value crosses a level in one direction.
  private func crossing(_ level: Double, from start: Double, isRise: Bool) -> Double? {
    let (c, b, a) = (
      above.0 - level * below.0, above.1 - level * below.1, above.2 - level * below.2
    )
    // The rounding of doubles may put a crossing at the very place a hair before it.
    let least = start - 1e-12 * max(1, abs(start))
    return Self.roots(a, b, c).first { root in
      let slope = b + 2 * a * root
      return root >= least && (isRise ? slope > 0 : slope < 0)
    }.map { max($0, start) }
  }

  /// The roots of a x^2 + b x + c in ascending order.
  private static func roots(_ a: Double, _ b: Double, _ c: Double) -> [Double] {
    // What cancels to nothing but the rounding of doubles is nothing.
    if abs(a) <= 1e-13 * (abs(b) + abs(c)) { return b == 0 ? [] : [-c / b] }
    let discriminant = b * b - 4 * a * c
    guard discriminant >= 0 else { return [] }
    let half = -(b + (b < 0 ? -1 : 1) * discriminant.squareRoot()) / 2
    return (half == 0 ? [0] : [half / a, c / half]).sorted()
  }
}
