/// Numbers as formulas and policies write them: `0.8`, `1e6`, `5%`, `30万`, `1500元`, `30万元`.
enum NumberLiteral {
  /// The value and unit of a literal at the start of `characters`, and its length; nil when no
  /// number stands there.
  ///
  /// `%` and 万, 亿 move the decimal point of the text, so that `0.7%` is the double nearest 0.007.
  /// A literal ends where a letter or digit would go on: `12a` is no number.
  static func parse(
    _ characters: ArraySlice<Character>
  ) -> (value: Double, unit: Unit?, length: Int)? {
    read(characters).flatMap { $0.value.isFinite ? $0 : nil }
  }

  /// Whether a number stands at the start of `characters` that no double can hold, such as `1e400`.
  static func isTooLarge(_ characters: ArraySlice<Character>) -> Bool {
    read(characters).map { !$0.value.isFinite } ?? false
  }

  private static func read(
    _ characters: ArraySlice<Character>
  ) -> (value: Double, unit: Unit?, length: Int)? {
    var index = characters.startIndex
    let digits = scanDigits(characters, &index)
    var fraction = 0
    if index < characters.endIndex, characters[index] == "." {
      index += 1
      fraction = scanDigits(characters, &index)
    }
    guard digits + fraction > 0 else { return nil }
    var text = String(characters[characters.startIndex..<index])
    var exponent = scanExponent(characters, &index)
    let unit = scanSuffix(characters, &index, &exponent)
    if let next = characters[index...].first, next.isLetter || next.isNumber || next == "_" {
      return nil
    }
    if exponent != 0 { text += "e\(exponent)" }
    guard let value = Double(text.hasPrefix(".") ? "0" + text : text) else { return nil }
    return (value, unit, index - characters.startIndex)
  }

  /// The value and unit of a whole text with an optional sign, such as the value of a parameter.
  static func parseSigned(_ text: String) -> (value: Double, unit: Unit?)? {
    let characters = Array(text.trimmingPrefix { $0 == " " })
    let isNegative = characters.first == "-"
    let start = isNegative || characters.first == "+" ? 1 : 0
    guard let literal = parse(characters[start...]), literal.length == characters.count - start
    else { return nil }
    return (isNegative ? -literal.value : literal.value, literal.unit)
  }

  private static func scanDigits(_ characters: ArraySlice<Character>, _ index: inout Int) -> Int {
    let start = index
    while index < characters.endIndex, characters[index].isASCIIDigit { index += 1 }
    return index - start
  }

  private static func scanExponent(
    _ characters: ArraySlice<Character>, _ index: inout Int
  ) -> Int {
    guard index < characters.endIndex, "eE".contains(characters[index]) else { return 0 }
    var end = index + 1
    if end < characters.endIndex, "+-".contains(characters[end]) { end += 1 }
    let digitsStart = end
    while end < characters.endIndex, characters[end].isASCIIDigit { end += 1 }
    guard end > digitsStart, let exponent = Int(String(characters[(index + 1)..<end])) else {
      return 0
    }
    index = end
    // Far beyond any double, but not so far that moving the decimal point could overflow.
    return max(-1_000_000, min(1_000_000, exponent))
  }

  private static func scanSuffix(
    _ characters: ArraySlice<Character>, _ index: inout Int, _ exponent: inout Int
  ) -> Unit? {
    let rest = String(characters[index...].prefix(2))
    switch rest {
    case "万元":
      index += 2
      return Unit(.tenThousandYuan)
    case "亿元":
      index += 2
      return Unit(.hundredMillionYuan)
    default: break
    }
    guard let first = rest.first else { return nil }
    switch first {
    case "%": exponent -= 2
    case "万": exponent += 4
    case "亿": exponent += 8
    case "元":
      index += 1
      return Unit(.yuan)
    default: return nil
    }
    index += 1
    return nil
  }
}

extension Character {
  /// Whether it is one of 0 to 9.
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
