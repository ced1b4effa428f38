/// Standard normal numbers from random bits, by a table of quantiles.
///
/// Within the 4,094 inner cells of equal probability the quantile is taken as a straight line (off by
/// less than 1e-3 in the steepest cells); the two outer cells are computed.
struct NormalQuantiles: Sendable {
  private static let bits = 12
  /// The quantiles at k / 4096; the ends are not used.
  let table: [Double]

  init() {
    let count = 1 << Self.bits
    table = (0...count).map { index in
      index == 0 || index == count ? 0 : Self.quantile(Double(index) / Double(count))
    }
  }

  /// The standard normal number of 64 random bits.
  @inline(__always)
  static func normal(_ bits: UInt64, _ table: UnsafePointer<Double>) -> Double {
    let cell = Int(bits >> (64 - UInt64(Self.bits)))
    let rest = Double((bits << UInt64(Self.bits)) >> 11) * 0x1p-53
    if cell == 0 || cell == (1 << Self.bits) - 1 { return tail(cell, rest) }
    return table[cell] + (table[cell + 1] - table[cell]) * rest
  }

  @inline(never)
  private static func tail(_ cell: Int, _ rest: Double) -> Double {
    quantile((Double(cell) + min(1 - 0x1p-30, max(0x1p-30, rest))) / Double(1 << bits))
  }

  /// The standard normal quantile of a probability between 0 and 1.
  ///
  /// Source: M. J. Wichura, "Algorithm AS 241: The percentage points of the normal distribution",
  /// Applied Statistics 37 (1988), doi:10.2307/2347330.
  static func quantile(_ p: Double) -> Double {
    let q = p - 0.5
    if abs(q) <= 0.425 {
      let r = 0.180625 - q * q
      return q * polynomial(centralAbove, r) / polynomial(centralBelow, r)
    }
    let r = (-Elementary.log(min(p, 1 - p))).squareRoot()
    let value =
      r <= 5
      ? polynomial(middleAbove, r - 1.6) / polynomial(middleBelow, r - 1.6)
      : polynomial(farAbove, r - 5) / polynomial(farBelow, r - 5)
    return q < 0 ? -value : value
  }

  /// The probability of a standard normal number below `z`, from -8 to 8, by Simpson's rule.
  static func probabilities(at points: [Double]) -> [Double] {
    var (sum, last) = (0.0, -8.5)
    return points.map { point in
      let steps = max(2, Int(((point - last) * 128).rounded(.up)))
      let width = (point - last) / Double(steps)
      for step in 0..<steps {
        let left = last + Double(step) * width
        sum += width / 6 * (density(left) + 4 * density(left + width / 2) + density(left + width))
      }
      last = point
      return sum
    }
  }

  private static func density(_ z: Double) -> Double {
    0.398_942_280_401_432_7 * Elementary.exp(-z * z / 2)
  }

  /// Coefficients from the highest power down.
  private static func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
    coefficients.reduce(0) { $0 * x + $1 }
  }

  private static let centralAbove = [
    2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4,
    4.5921953931549871457e+4, 1.3731693765509461125e+4, 1.9715909503065514427e+3,
    1.3314166789178437745e+2, 3.3871328727963666080e+0,
  ]
  private static let centralBelow = [
    5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4,
    2.1213794301586595867e+4, 5.3941960214247511077e+3, 6.8718700749205790830e+2,
    4.2313330701600911252e+1, 1,
  ]
  private static let middleAbove = [
    7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
    1.27045825245236838258e+0, 3.64784832476320460504e+0, 5.76949722146069140550e+0,
    4.63033784615654529590e+0, 1.42343711074968357734e+0,
  ]
  private static let middleBelow = [
    1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2,
    1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940e+0,
    2.05319162663775882187e+0, 1,
  ]
  private static let farAbove = [
    2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
    2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e+0,
    5.46378491116411436990e+0, 6.65790464350110377720e+0,
  ]
  private static let farBelow = [
    2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5,
    7.86869131745613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1,
    5.99832206555887937690e-1, 1,
  ]
}
