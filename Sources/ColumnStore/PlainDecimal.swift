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

  /// Writes what `Double.description` prints (`-1.25e-07`, `2e+20`, `14.0`) without its exponent.
  private static func append(digitsOf description: String, to bytes: inout [UInt8]) {
    var description = description
    description.withUTF8 { text in
      guard let mark = text.firstIndex(of: UInt8(ascii: "e")) else {
        let isWhole = text.suffix(2).elementsEqual(".0".utf8)
        bytes.append(contentsOf: isWhole ? text.dropLast(2) : text[...])
        return
      }
      let power = String(decoding: text[(mark + 1)...], as: UTF8.self)
      var exponent = Int(power) ?? 0
      if text.first == UInt8(ascii: "-") { bytes.append(UInt8(ascii: "-")) }
      let digits = text[..<mark].filter { $0 >= UInt8(ascii: "0") }
      if let point = text[..<mark].firstIndex(of: UInt8(ascii: ".")) {
        exponent -= mark - point - 1
      }
      append(digits, exponent: exponent, to: &bytes)
    }
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
