import Calendars

/// Periods in forms that the strict reader does not take.
enum WrittenPeriod {
  /// The period that a text in plain characters stands for; nil for any other text.
  static func read(_ text: String) -> CivilPeriod? {
    inChinese(text) ?? lettered(text) ?? inDigits(text)
  }

  /// The period of a text without its year, such as 三季度, `10月` or `Q3`, in a year.
  static func read(_ text: String, in year: Int) -> CivilPeriod? {
    let named = WrittenDate.month(text[...]).map { "\(year)-\($0)" }
    return CivilPeriod(named ?? "\(year)年\(withoutTail(text))") ?? inChinese("\(year)年\(text)")
  }

  private static func inChinese(_ text: String) -> CivilPeriod? {
    var text = withoutTail(text)
    if let parts = text.wholeMatch(of: /([0-9]{2})(年.+)/) {
      text = "\(WrittenDate.fullYear(parts.1))\(parts.2)"
    }
    if let parts = text.wholeMatch(of: /([0-9]{4})年?([0-9]{1,2})月?[-~至]([0-9]{1,2})月/) {
      return span(parts.1, WrittenDate.number(parts.2), WrittenDate.number(parts.3))
    }
    if let parts = text.wholeMatch(of: /([0-9]{4})(第?[一二三四1-4]季度?|[上下]半年)/) {
      text = "\(parts.1)年\(parts.2)"
    }
    return CivilPeriod(text)
  }

  /// Without what may follow a period and says nothing more: `10月份`, `2026年度`, `2026年全年`.
  private static func withoutTail(_ text: String) -> String {
    for (tail, kept) in [("月份", "月"), ("年全年", "年"), ("全年", "年"), ("年度", "年"), ("季", "季度")]
    where text.hasSuffix(tail) {
      return text.dropLast(tail.count) + kept
    }
    return text
  }

  /// The quarter, half-year or year from one month to another.
  private static func span(_ year: Substring, _ first: Int, _ last: Int) -> CivilPeriod? {
    switch (first, last) {
    case (1, 12): CivilPeriod("\(year)")
    case (1, 6): CivilPeriod("\(year)H1")
    case (7, 12): CivilPeriod("\(year)H2")
    case (1, 3), (4, 6), (7, 9), (10, 12): CivilPeriod("\(year)Q\(last / 3)")
    default: nil
    }
  }

  /// `Oct-26`, `October 2026`, `2026 Oct`, `Q3 2026`, `3Q26`, `26Q3`, `2026M03`.
  private static func lettered(_ text: String) -> CivilPeriod? {
    if let parts = text.wholeMatch(of: /([A-Za-z]{3,9})[-\/ .,']*([0-9]{4}|[0-9]{2})/) {
      return WrittenDate.month(parts.1).flatMap {
        CivilPeriod("\(WrittenDate.fullYear(parts.2))-\($0)")
      }
    }
    if let parts = text.wholeMatch(of: /([0-9]{4})[-\/ .]*([A-Za-z]{3,9})/) {
      return WrittenDate.month(parts.2).flatMap { CivilPeriod("\(parts.1)-\($0)") }
    }
    if let parts = text.wholeMatch(of: /([QqHh])([1-4])[-\/ ']*([0-9]{4}|[0-9]{2})/) {
      return CivilPeriod("\(WrittenDate.fullYear(parts.3))\(parts.1)\(parts.2)")
    }
    if let parts = text.wholeMatch(of: /([1-4])([QqHh])[-\/ ']*([0-9]{4}|[0-9]{2})/) {
      return CivilPeriod("\(WrittenDate.fullYear(parts.3))\(parts.2)\(parts.1)")
    }
    if let parts = text.wholeMatch(of: /([0-9]{2})([QqHh][1-4])/) {
      return CivilPeriod("\(WrittenDate.fullYear(parts.1))\(parts.2)")
    }
    if let parts = text.wholeMatch(of: /([0-9]{4})-?[Mm]([0-9]{1,2})/) {
      return CivilPeriod("\(parts.1)-\(parts.2)")
    }
    return nil
  }

  /// `10/2026`, `2026.03`, `2026.3`. `2026.1` is nil: a spreadsheet writes October so too.
  private static func inDigits(_ text: String) -> CivilPeriod? {
    if let parts = text.wholeMatch(of: /([0-9]{1,2})[\/-]([0-9]{4})/) {
      return CivilPeriod("\(parts.2)-\(parts.1)")
    }
    guard let parts = text.wholeMatch(of: /([0-9]{4})\.([0-9]{2}|[2-9])/) else { return nil }
    return CivilPeriod("\(parts.1)-\(parts.2)")
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
    let (year, month) = period.end
    let first = CivilDate(year: year, month: month - period.length + 1, day: 1)
    return day == first || day == period.lastDay
  }
}
