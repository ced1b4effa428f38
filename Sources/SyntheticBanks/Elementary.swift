/// Exponential and logarithm by + - * / alone.
///
/// The C library's differ in the last bit from one version to the next, and made-up data must come
/// out byte for byte the same everywhere. Relative error below 1e-15.
enum Elementary {
  /// e to the power of `x`, for |x| up to 700; 0 below that.
  static func exp(_ x: Double) -> Double {
    if x < -700 { return 0 }
    let doublings = (x * 1.442_695_040_888_963_4).rounded()
    // ln 2 in two parts, the first short enough that its product with `doublings` is exact.
    let rest = (x - doublings * 0x1.62e42feep-1) - doublings * 0x1.a39ef35793c76p-33
    var sum = 1.0
    for term in stride(from: 15.0, through: 1, by: -1) { sum = 1 + sum * rest / term }
    return Double(sign: .plus, exponent: Int(doublings), significand: sum)
  }

  /// The natural logarithm of a positive normal number.
  static func log(_ x: Double) -> Double {
    var significand = x.significand
    var exponent = Double(x.exponent)
    if significand > 1.414_213_562_373_095_1 {
      significand /= 2
      exponent += 1
    }
    // log m = 2 artanh((m - 1) / (m + 1)), and the quotient is below 0.172.
    let quotient = (significand - 1) / (significand + 1)
    let square = quotient * quotient
    var sum = 0.0
    for odd in stride(from: 23.0, through: 1, by: -2) { sum = sum * square + 1 / odd }
    return 2 * quotient * sum + exponent * 0.693_147_180_559_945_3
  }
}
