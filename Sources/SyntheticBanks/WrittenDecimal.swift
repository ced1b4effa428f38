/// A decimal as it stands in a clean cell: its sign, digits and decimals.
struct WrittenDecimal {
  let isNegative: Bool
  /// The digits before the point and after it, as ASCII.
  let whole: [UInt8]
  let decimals: [UInt8]

  /// Takes a decimal apart; nil for any other text.
  init?(_ cell: [UInt8]) {
    isNegative = cell.first == UInt8(ascii: "-")
    let digits = isNegative ? cell.dropFirst() : cell[...]
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), !parts[0].isEmpty,
      parts.joined().allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    whole = Array(parts[0])
    decimals = parts.count == 2 ? Array(parts[1]) : []
  }

  /// The decimal with its point moved to the right, or to the left if negative.
  func shifted(_ places: Int) -> [UInt8] {
    let zero = UInt8(ascii: "0")
    var digits = whole + decimals
    var point = whole.count + places
    while point > digits.count { digits.append(zero) }
    while point < 1 {
      digits.insert(zero, at: 0)
      point += 1
    }
    while point > 1, digits[0] == zero {
      digits.removeFirst()
      point -= 1
    }
    var tail = Array(digits[point...])
    while tail.last == zero { tail.removeLast() }
    return sign + digits[..<point] + (tail.isEmpty ? [] : [UInt8(ascii: ".")] + tail)
  }

  /// The decimal with separators between groups of three digits; nil below 1000.
  func grouped(_ separator: [UInt8]) -> [UInt8]? {
    guard whole.count > 3 else { return nil }
    var result = sign
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { result += separator }
      result.append(digit)
    }
    return result + fraction
  }

  /// `1.23E+05`: three digits; nil for 0.
  var exponent: [UInt8]? {
    let digits = (whole + decimals).drop { $0 == UInt8(ascii: "0") }
    guard digits.count >= 3, let first = digits.first else { return nil }
    let power = whole.count - 1 - ((whole + decimals).count - digits.count)
    let second = Array(digits.dropFirst().prefix(2))
    let text = (abs(power) < 10 ? "0" : "") + "\(abs(power))"
    return sign + [first, UInt8(ascii: ".")] + second + Array((power < 0 ? "E-" : "E+").utf8)
      + Array(text.utf8)
  }

  /// The decimal without its sign.
  var unsigned: [UInt8] { whole + fraction }

  var sign: [UInt8] { isNegative ? [UInt8(ascii: "-")] : [] }
  var fraction: [UInt8] { decimals.isEmpty ? [] : [UInt8(ascii: ".")] + decimals }
}
