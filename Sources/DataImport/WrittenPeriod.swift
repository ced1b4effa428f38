import Calendars

/// Periods in forms that the strict reader does not take.
enum WrittenPeriod {
  /// The period that a text in plain characters stands for; nil for any other text.
  static func read(_ text: String) -> CivilPeriod? {
    let tokens = TimeTokens(text)
    return tokens.words.isEmpty ? inChinese(text) ?? inDigits(tokens) : lettered(tokens)
  }

  /// The period of a text without its year, such as 三季度, `10月` or `Q3`, in a year.
  static func read(_ text: String, in year: Int) -> CivilPeriod? {
    let named = WrittenDate.month(text[...]).map { "\(year)-\($0)" }
    return CivilPeriod(named ?? "\(year)年\(withoutTail(text))") ?? inChinese("\(year)年\(text)")
  }

  private static func inChinese(_ text: String) -> CivilPeriod? {
    let tokens = TimeTokens(withoutTail(text))
    guard let year = tokens.numbers.first, year.count == 4 || year.count == 2 else { return nil }
    let hasMark = tokens.shape.hasPrefix("0年")
    guard hasMark || year.count == 4 else { return nil }
    let full = "\(WrittenDate.fullYear(year))"
    if ["0年0-0月", "0年0月-0月", "0年0至0月", "0年0月至0月"].contains(tokens.shape) {
      return span(full, tokens.value(1), tokens.value(2))
    }
    // A year in four digits before 三季度 needs no mark.
    let rest = withoutTail(text).dropFirst(year.count + (hasMark ? 1 : 0))
    guard hasMark || rest.first?.isASCII == false else { return nil }
    return CivilPeriod("\(full)年\(rest)")
  }

  /// Without what may follow a period and says nothing more: `10月份`, `2026年度`, `2026年全年`.
  private static func withoutTail(_ text: String) -> String {
    for (tail, kept) in [("月份", "月"), ("年全年", "年"), ("全年", "年"), ("年度", "年")]
    where text.hasSuffix(tail) {
      return text.dropLast(tail.count) + kept
    }
    return text
  }

  /// The quarter, half-year or year from one month to another.
  private static func span(_ year: String, _ first: Int, _ last: Int) -> CivilPeriod? {
    switch (first, last) {
    case (1, 12): CivilPeriod("\(year)")
    case (1, 6): CivilPeriod("\(year)H1")
    case (7, 12): CivilPeriod("\(year)H2")
    case (1, 3), (4, 6), (7, 9), (10, 12): CivilPeriod("\(year)Q\(last / 3)")
    default: nil
    }
  }

  /// `Oct-26`, `October 2026`, `2026 Oct`, `Q3 2026`, `3Q26`, `26Q3`, `2026M03`.
  private static func lettered(_ tokens: TimeTokens) -> CivilPeriod? {
    guard tokens.words.count == 1, let last = tokens.numbers.last else { return nil }
    let (word, first) = (tokens.words[0], tokens.numbers[0])
    let isPart = ["q", "h"].contains(word.lowercased())
    let isYear = { (digits: Substring) in digits.count == 2 || digits.count == 4 }
    switch tokens.bareShape {
    case "a0" where isYear(last):
      return month(word).flatMap { CivilPeriod("\(WrittenDate.fullYear(last))-\($0)") }
    case "0a" where first.count == 4: return month(word).flatMap { CivilPeriod("\(first)-\($0)") }
    case "a00" where isPart && isYear(last):
      return CivilPeriod("\(WrittenDate.fullYear(last))\(word)\(first)")
    case "0a0" where isPart && first.count == 1 && isYear(last):
      return CivilPeriod("\(WrittenDate.fullYear(last))\(word)\(first)")
    case "0a0" where isPart && isYear(first) && last.count == 1:
      return CivilPeriod("\(WrittenDate.fullYear(first))\(word)\(last)")
    case "0a0" where word.lowercased() == "m" && first.count == 4 && last.count <= 2:
      return CivilPeriod("\(first)-\(last)")
    default: return nil
    }
  }

  private static func month(_ word: Substring) -> Int? { WrittenDate.month(word) }

  /// `10/2026`, `2026.03`, `2026.3`. `2026.1` is nil: a spreadsheet writes October so too.
  private static func inDigits(_ tokens: TimeTokens) -> CivilPeriod? {
    guard tokens.numbers.count == 2 else { return nil }
    let (first, last) = (tokens.numbers[0], tokens.numbers[1])
    switch tokens.shape {
    case "0/0", "0-0": return last.count == 4 ? CivilPeriod("\(last)-\(first)") : nil
    case "0.0":
      guard first.count == 4, last.count == 2 || last.count == 1 && last != "1" else { return nil }
      return CivilPeriod("\(first)-\(last)")
    default: return nil
    }
  }

  /// The period of so many months in which a day lies.
  static func of(_ day: CivilDate, length: Int) -> CivilPeriod? {
    let (year, month, _) = day.parts
    // Years below 1000 keep their four digits.
    let written = String(repeating: "0", count: max(0, 4 - "\(year)".count)) + "\(year)"
    return switch length {
    case 1: CivilPeriod("\(written)-\(month)")
    case 3: CivilPeriod("\(written)Q\((month + 2) / 3)")
    case 6: CivilPeriod("\(written)H\((month + 5) / 6)")
    case 12: CivilPeriod(written)
    default: nil
    }
  }

  /// Whether a day is the first or the last of a period that it lies in.
  static func isBorder(_ day: CivilDate, of period: CivilPeriod) -> Bool {
    day == period.firstDay || day == period.lastDay
  }
}
