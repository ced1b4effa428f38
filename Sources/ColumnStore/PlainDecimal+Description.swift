extension PlainDecimal {
  /// Writes what `Double.description` prints (`1.25e-07`, `2e+20`, `14.0`) without its exponent to
  /// memory with `room` bytes; returns its end.
  ///
  /// Slow, and right for every finite number that is not negative.
  static func write(
    digitsOf description: String, at start: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    var digits: [UInt8] = []
    var (exponent, isFraction, isExponent) = (0, false, false)
    for byte in description.utf8 {
      switch byte {
      case UInt8(ascii: "."): isFraction = true
      case UInt8(ascii: "e"): isExponent = true
      default:
        if isExponent { break }
        digits.append(byte)
        if isFraction { exponent -= 1 }
      }
    }
    if isExponent, let mark = description.firstIndex(of: "e") {
      exponent += Int(description[description.index(after: mark)...]) ?? 0
    }
    return write(digits, exponent: exponent, at: start)
  }

  /// Writes the whole number spelled by `digits` times ten to the exponent.
  private static func write(
    _ digits: [UInt8], exponent: Int, at start: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    let zero = UInt8(ascii: "0")
    let trailing = digits.reversed().prefix { $0 == zero }.count
    let exponent = exponent + trailing
    let significant = digits.dropLast(trailing).drop { $0 == zero }
    let whole = significant.count + exponent
    var text: [UInt8] = []
    if whole <= 0 {
      text += [zero, UInt8(ascii: ".")] + repeatElement(zero, count: -whole)
      text += significant
    } else if exponent >= 0 {
      text += significant
      text += repeatElement(zero, count: exponent)
    } else {
      text += significant.prefix(whole)
      text.append(UInt8(ascii: "."))
      text += significant.dropFirst(whole)
    }
    start.update(from: text, count: text.count)
    return start + text.count
  }
}
