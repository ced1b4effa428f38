import Calendars

/// Days in forms that the strict reader does not take.
enum WrittenDate {
  /// What a text in plain characters is as a day.
  enum Reading: Equatable {
    case day(CivilDate)
    /// Three numbers, of which it is not certain which is which; the last or first is the year.
    case short([Int], hasLongYear: Bool)
    /// Numbers in the places of a day's, which no calendar has.
    case noSuchDay
    case none
  }

  static func read(_ text: String) -> Reading {
    if text.contains(where: { $0.isASCII && $0.isLetter }) { return named(text) }
    if let parts = text.wholeMatch(of: /([0-9]{4})[年.\/-]([0-9]{1,2})[月.\/-]([0-9]{1,2})日?/) {
      return day(parts.1, parts.2, parts.3)
    }
    if let parts = text.wholeMatch(of: /([0-9]{2})年([0-9]{1,2})月([0-9]{1,2})日/) {
      return day(parts.1, parts.2, parts.3)
    }
    if let parts = text.wholeMatch(of: /([0-9]{1,2})[.\/-]([0-9]{1,2})[.\/-]([0-9]{4})/) {
      return longYear(number(parts.1), number(parts.2), number(parts.3))
    }
    if let parts = text.wholeMatch(of: /([0-9]{1,2})[.\/-]([0-9]{1,2})[.\/-]([0-9]{1,2})/) {
      return .short([number(parts.1), number(parts.2), number(parts.3)], hasLongYear: false)
    }
    if let parts = text.wholeMatch(of: /([0-9]{2})([0-9]{2})([0-9]{2})/), CivilPeriod(text) == nil {
      return .short([number(parts.1), number(parts.2), number(parts.3)], hasLongYear: false)
    }
    return text.wholeMatch(of: /[0-9]{8}/) == nil ? .none : .noSuchDay
  }

  /// A day and a month, in either order, and a year of four digits.
  private static func longYear(_ first: Int, _ second: Int, _ year: Int) -> Reading {
    let readings = [
      CivilDate(year: year, month: second, day: first),
      CivilDate(year: year, month: first, day: second),
    ].compactMap { $0 }
    guard let day = readings.first else { return .noSuchDay }
    return readings.allSatisfy { $0 == day }
      ? .day(day) : .short([first, second, year], hasLongYear: true)
  }

  /// `31-Mar-26`, `31 March 2026`, `Mar 31, 2026`.
  private static func named(_ text: String) -> Reading {
    if let parts = text.wholeMatch(
      of: /([0-9]{1,2})[- .]*([A-Za-z]{3,9})[-,. ]*([0-9]{4}|[0-9]{2})/)
    {
      return day(parts.3, month(parts.2), parts.1)
    }
    if let parts = text.wholeMatch(
      of: /([A-Za-z]{3,9})[- .]*([0-9]{1,2})(?:st|nd|rd|th)?[-, ]+([0-9]{4})/)
    {
      return day(parts.3, month(parts.1), parts.2)
    }
    return .none
  }

  private static func day(_ year: Substring, _ month: Substring, _ day: Substring) -> Reading {
    self.day(year, number(month), day)
  }

  private static func day(_ year: Substring, _ month: Int?, _ day: Substring) -> Reading {
    guard let month else { return .none }
    let date = CivilDate(year: fullYear(year), month: month, day: number(day))
    return date.map(Reading.day) ?? .noSuchDay
  }

  /// The number of a month by its English name or the first three letters or more of it.
  static func month(_ name: Substring) -> Int? {
    let small = name.lowercased()
    guard small.count >= 3 else { return nil }
    if small == "sept" { return 9 }
    let index = months.firstIndex { $0 == small || small.count == 3 && $0.hasPrefix(small) }
    return index.map { $0 + 1 }
  }

  /// A year of two digits as spreadsheets read it: 30 to 99 lie in the last century.
  static func fullYear(_ year: Substring) -> Int {
    let number = number(year)
    return year.count > 2 ? number : fullYear(number)
  }

  static func fullYear(_ year: Int) -> Int { year < 30 ? 2000 + year : 1900 + year }

  /// The number that a few digits stand for.
  static func number(_ digits: Substring) -> Int { Int(digits) ?? 0 }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
