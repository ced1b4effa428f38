/// The numbers written in a formula, from left to right.
struct FormulaNumbers {
  private let characters: [Character]
  private let ranges: [Range<Int>]
  private let units: [Unit?]
  /// Their values, in the unit that each is written in.
  let values: [Double]

  /// The numbers of a text; nil where it cannot be cut into the words of a formula.
  init?(_ text: String) {
    guard let tokens = try? FormulaLexer.tokens(of: text) else { return nil }
    var (values, units, ranges): ([Double], [Unit?], [Range<Int>]) = ([], [], [])
    for token in tokens {
      guard case .number(let value, let unit) = token.kind else { continue }
      values.append(value)
      units.append(unit)
      ranges.append(token.range)
    }
    (characters, self.values, self.units, self.ranges) = (Array(text), values, units, ranges)
  }

  /// The text with another number at a place, from 1; nil where there is no such place.
  func replacing(_ place: Int, with number: String) -> String? {
    guard values.indices.contains(place - 1) else { return nil }
    let (range, unit) = (ranges[place - 1], units[place - 1])
    let written = NumberLiteral.written(number, unit)
    let text = written.hasPrefix("-") ? "(\(written))" : written
    return String(characters[..<range.lowerBound]) + text + String(characters[range.upperBound...])
  }
}

extension NumberLiteral {
  private static let signs: [(unit: Unit, sign: String)] = [
    (Unit(.yuan), "元"), (Unit(.tenThousandYuan), "万元"), (Unit(.hundredMillionYuan), "亿元"),
  ]

  /// A number with the sign of money behind it that the one had which it replaces, unless it has a sign
  /// itself.
  static func written(_ number: String, _ unit: Unit?) -> String {
    guard let literal = parseSigned(number), literal.unit == nil,
      let sign = signs.first(where: { $0.unit == unit })?.sign
    else { return number }
    // 30万 of 元 is not 30 of 万元.
    let isPlain = number.last.map { $0.isASCIIDigit || $0 == "." } ?? false
    return (isPlain ? number : literal.value.asWritten) + sign
  }
}
