/// Numbers as plain decimals: digits, a point where needed, a minus sign, and never an exponent.
public enum PlainDecimal {
  /// Appends the shortest decimal that reads back as the same double; -0 is written as 0.
  ///
  /// `value` must be finite. The longest texts have some 330 bytes (the least doubles).
  public static func append(_ value: Double, to bytes: inout [UInt8]) {
    precondition(value.isFinite, "NaN and infinity have no plain decimal")
    // A decimal of at most 15 digits that reads as the value is the only such one, hence the
    // shortest; and the quotient of two exact doubles, rounded once, is how that decimal reads.
    let scaled = (value * 1e6).rounded()
    if abs(scaled) < 1e15, scaled / 1e6 == value {
      append(millionths: Int64(scaled), to: &bytes)
    } else {
      append(digitsOf: value.description, to: &bytes)
    }
  }

  /// Appends a whole number.
  public static func append(_ value: Int, to bytes: inout [UInt8]) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    append(digits: UInt64(value.magnitude), to: &bytes)
  }

  /// The shortest decimal that reads back as the same double.
  public static func text(_ value: Double) -> String {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(millionths: Int64, to bytes: inout [UInt8]) {
    if millionths < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, part) = millionths.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
    append(digits: whole, to: &bytes)
    if part == 0 { return }
    bytes.append(UInt8(ascii: "."))
    var (rest, unit) = (part, UInt64(100_000))
    while rest > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(rest / unit))
      rest %= unit
      unit /= 10
    }
  }

  private static func append(digits value: UInt64, to bytes: inout [UInt8]) {
    var (value, start) = (value, bytes.count)
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(value % 10))
      value /= 10
    } while value > 0
    var end = bytes.count - 1
    while start < end {
      bytes.swapAt(start, end)
      start += 1
      end -= 1
    }
  }

  /// Writes what `Double.description` prints (such as `-1.25e-07`) without its exponent.
  private static func append(digitsOf description: String, to bytes: inout [UInt8]) {
    var digits: [UInt8] = []
    var (exponent, sawPoint) = (0, false)
    var text = description[...]
    if let mark = text.firstIndex(of: "e") {
      exponent = Int(text[text.index(after: mark)...]) ?? 0
      text = text[..<mark]
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "-"): bytes.append(byte)
      case UInt8(ascii: "."): sawPoint = true
      default:
        digits.append(byte)
        if sawPoint { exponent -= 1 }
      }
    }
    append(digits, exponent: exponent, to: &bytes)
  }

  /// Writes the whole number spelled by `digits` times ten to the exponent.
  private static func append(_ digits: [UInt8], exponent: Int, to bytes: inout [UInt8]) {
    let zero = UInt8(ascii: "0")
    var (digits, exponent) = (digits, exponent)
    while digits.count > 1, digits.last == zero {
      digits.removeLast()
      exponent += 1
    }
    let significant = digits.drop { $0 == zero }
    let whole = significant.count + exponent
    if whole <= 0 {
      bytes += [zero, UInt8(ascii: ".")] + repeatElement(zero, count: -whole)
      bytes += significant
    } else if exponent >= 0 {
      bytes += significant
      bytes += repeatElement(zero, count: exponent)
    } else {
      bytes += significant.prefix(whole)
      bytes.append(UInt8(ascii: "."))
      bytes += significant.dropFirst(whole)
    }
  }
}
