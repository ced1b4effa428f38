import Calendars

/// Days in forms that the strict reader does not take.
enum WrittenDate {
  /// What a text in plain characters is as a day.
  enum Reading: Equatable {
    case day(CivilDate)
    /// Three numbers, of which it is not certain which is which; the year has four digits or two.
    case short([Int], hasLongYear: Bool)
    /// Numbers in the places of a day's, which no calendar has.
    case noSuchDay
    case none
  }

  static func read(_ text: String) -> Reading {
    let tokens = TimeTokens(text)
    if !tokens.words.isEmpty { return named(tokens) }
    switch tokens.evenShape {
    case "0-0-0", "0-0-0日", "0-0-0号", "0-0-0號":
      return inParts(tokens, hasMarks: tokens.shape.contains("年"))
    case "0": return inOneNumber(text)
    default: return .none
    }
  }

  private static func inParts(_ tokens: TimeTokens, hasMarks: Bool) -> Reading {
    let counts = tokens.digitCounts
    guard counts[1] <= 2 else { return .none }
    switch (counts[0], counts[2]) {
    case (4, 1...2): return day(tokens.numbers[0], tokens.value(1), tokens.value(2))
    case (2, 1...2) where hasMarks:
      return day(tokens.numbers[0], tokens.value(1), tokens.value(2))
    case (1...2, 4) where !hasMarks:
      return longYear(tokens.value(0), tokens.value(1), tokens.value(2))
    case (1...2, 1...2) where !hasMarks:
      return .short((0...2).map(tokens.value), hasLongYear: false)
    default: return .none
    }
  }

  /// Six digits of which the first four are no year and month, or eight.
  private static func inOneNumber(_ text: String) -> Reading {
    guard text.count == 6, CivilPeriod(text) == nil else {
      return text.count == 8 ? .noSuchDay : .none
    }
    let parts = [text.prefix(2), text.dropFirst(2).prefix(2), text.suffix(2)]
    return .short(parts.map { Int($0) ?? 0 }, hasLongYear: false)
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

  /// `31-Mar-26`, `31 March 2026`, `Mar 31, 2026`, `March 31st, 2026`.
  private static func named(_ tokens: TimeTokens) -> Reading {
    guard let month = month(tokens.words[0]), tokens.numbers.count == 2 else { return .none }
    let (first, last) = (tokens.numbers[0], tokens.numbers[1])
    switch tokens.bareShape {
    case "0a0" where first.count <= 2 && (last.count == 2 || last.count == 4):
      return day(last, month, tokens.value(0))
    case "a00" where last.count == 4: return day(last, month, tokens.value(0))
    case "a0a0" where last.count == 4 && ["st", "nd", "rd", "th"].contains(tokens.words[1]):
      return day(last, month, tokens.value(0))
    default: return .none
    }
  }

  private static func day(_ year: Substring, _ month: Int, _ day: Int) -> Reading {
    CivilDate(year: fullYear(year), month: month, day: day).map(Reading.day) ?? .noSuchDay
  }

  /// The number of a month by its English name or the first three letters of it.
  static func month(_ name: Substring) -> Int? {
    let small = name.lowercased()
    guard small.count >= 3 else { return nil }
    if small == "sept" { return 9 }
    let index = months.firstIndex { $0 == small || small.count == 3 && $0.hasPrefix(small) }
    return index.map { $0 + 1 }
  }

  /// A year of two digits as spreadsheets read it: 30 to 99 lie in the last century.
  static func fullYear(_ year: Substring) -> Int {
    let number = Int(year) ?? 0
    return year.count > 2 ? number : fullYear(number)
  }

  static func fullYear(_ year: Int) -> Int { year < 30 ? 2000 + year : 1900 + year }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
