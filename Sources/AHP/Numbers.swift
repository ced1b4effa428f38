import Glibc

/// The natural logarithm of a positive number.
func naturalLogarithm(_ number: Double) -> Double { log(number) }

/// e to a power.
func exponential(_ power: Double) -> Double { exp(power) }

/// e to a power, less 1, with all digits near 0.
func exponentialLessOne(_ power: Double) -> Double { expm1(power) }

/// Ten to a whole power.
func powerOfTen(_ exponent: Int) -> Double { pow(10, Double(exponent)) }

/// A number for people, with four significant digits and without trailing zeros: `1.732`, `6`.
func rounded(_ number: Double) -> String {
  withVaList([number]) { arguments in
    var buffer = [CChar](repeating: 0, count: 32)
    let length = vsnprintf(&buffer, buffer.count, "%.4g", arguments)
    return String(decoding: buffer.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// The shortest text that reads back as the same number, whole numbers without a point.
func shortest(_ number: Double) -> String {
  let text = number.description
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

extension StringProtocol {
  /// Without white space and byte-order marks at either end.
  var trimmed: String {
    let isBlank = { (character: Character) in character.isWhitespace || character == "\u{FEFF}" }
    guard let first = firstIndex(where: { !isBlank($0) }),
      let last = lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[first...last])
  }
}

extension String {
  /// Without the apostrophe that keeps spreadsheets from taking a text for a formula.
  var disarmed: String {
    let rest = drop { $0 == "'" }
    let isArmed = hasPrefix("'") && rest.first.map { "=+-@＝＋－＠".contains($0) } == true
    return isArmed ? String(dropFirst()) : self
  }
}
