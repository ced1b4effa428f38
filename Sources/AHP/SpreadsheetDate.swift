/// Recognises what spreadsheets make of fractions: `1/3` becomes `3-Jan`, `1月3日` or `2026/1/3`.
enum SpreadsheetDate {
  /// The fraction that a spreadsheet turns into this date, or nil when the text is not a date.
  ///
  /// Which of the two numbers was above the line depends on the spreadsheet's language; month above
  /// day is the guess.
  static func likelyFraction(_ text: String) -> String? {
    let day = text.split(whereSeparator: \.isWhitespace).filter { !$0.contains(":") }
    let unified = day.joined(separator: "-").map { character -> Character in
      "/.,年月".contains(character) ? "-" : character
    }.filter { !"日号號".contains($0) }
    let parts = String(unified).split(separator: "-").map(String.init)
    guard text.contains(where: { !$0.isNumber && !".,+".contains($0) }) else { return nil }
    if let named = fractionOfNamedMonth(parts) { return named }
    let numbers = parts.compactMap { $0.allSatisfy(isDigit) ? Int($0) : nil }
    guard numbers.count == parts.count, !text.hasPrefix("-") else { return nil }
    return fraction(of: numbers, inDashes: !text.contains { ",.".contains($0) })
  }

  private static func fractionOfNamedMonth(_ parts: [String]) -> String? {
    guard 2...3 ~= parts.count, let index = parts.firstIndex(where: { month($0) != nil }),
      let month = month(parts[index])
    else { return nil }
    let others = parts.indices.filter { $0 != index }.map { Int(parts[$0]) }
    guard let day = others[0], others.allSatisfy({ $0 != nil }) else { return nil }
    return "\(month)/\(day)"
  }

  private static func fraction(of numbers: [Int], inDashes: Bool) -> String? {
    switch numbers.count {
    case 2 where inDashes && numbers.allSatisfy({ 1...31 ~= $0 }):
      "\(numbers[0])/\(numbers[1])"
    case 3 where numbers[0] > 31 && 1...12 ~= numbers[1] && 1...31 ~= numbers[2]:
      "\(numbers[1])/\(numbers[2])"
    case 3 where 1...31 ~= numbers[0] && 1...31 ~= numbers[1]:
      "\(numbers[0])/\(numbers[1])"
    default: nil
    }
  }

  private static func month(_ name: String) -> Int? {
    let name = name.lowercased()
    guard name.count >= 3 else { return nil }
    return months.firstIndex { $0.hasPrefix(name) }.map { $0 + 1 }
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
