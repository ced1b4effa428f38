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
  func replacing(_ place: Int, with value: Double) -> String? {
    guard values.indices.contains(place - 1) else { return nil }
    let (range, unit) = (ranges[place - 1], units[place - 1])
    let number = NumberLiteral.written(value.magnitude, unit)
    let text = value < 0 ? "(-\(number))" : number
    return String(characters[..<range.lowerBound]) + text + String(characters[range.upperBound...])
  }
}

extension NumberLiteral {
  /// A number with the sign of money behind it that the one had which it replaces.
  static func written(_ value: Double, _ unit: Unit?) -> String {
    let signs: [(Unit, String)] = [
      (Unit(.yuan), "元"), (Unit(.tenThousandYuan), "万元"), (Unit(.hundredMillionYuan), "亿元"),
    ]
    return value.asWritten + (signs.first { $0.0 == unit }?.1 ?? "")
  }
}
