/// A day of the Gregorian calendar, as a number that counts days.
public struct CivilDate: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Days since 1970-01-01.
  public let number: Int

  /// The day of that number.
  public init(number: Int) { self.number = number }

  /// A day by its parts; nil when there is no such day. Years from 1 to 9999.
  ///
  /// Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil).
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.dayCount(year: year, month: month)).contains(day)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Reads `2026-01-31`, `2026/1/31`, `20260131` and `2026年1月31日`; nil for all else, spaces round
  /// it and days that no calendar has among it. Month and day may have one digit, but for the form
  /// of eight digits.
  public init?(_ text: some StringProtocol) {
    var text = String(text)
    guard let date = text.withUTF8({ CivilDate(utf8: $0) }) else { return nil }
    self = date
  }

  /// Reads the same forms from UTF-8 bytes.
  public init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    var scanner = CalendarScanner(bytes)
    guard let year = scanner.year(), let (month, day) = Self.monthAndDay(&scanner),
      scanner.isAtEnd
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private static func monthAndDay(_ scanner: inout CalendarScanner) -> (month: Int, day: Int)? {
    if scanner.skip("-") { return shortNumbers(&scanner, between: "-") }
    if scanner.skip("/") { return shortNumbers(&scanner, between: "/") }
    if scanner.skip("年") {
      let parts = shortNumbers(&scanner, between: "月")
      return scanner.skip("日") ? parts : nil
    }
    guard let month = scanner.twoDigits(), let day = scanner.twoDigits() else { return nil }
    return (month, day)
  }

  private static func shortNumbers(
    _ scanner: inout CalendarScanner, between separator: StaticString
  ) -> (Int, Int)? {
    guard let month = scanner.shortNumber(), scanner.skip(separator),
      let day = scanner.shortNumber()
    else { return nil }
    return (month, day)
  }

  /// Year, month and day. (civil_from_days of the same source.)
  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// `2026-01-31`
  public var description: String {
    let (year, month, day) = parts
    let padded = { (number: Int, width: Int) in
      String(repeating: "0", count: max(0, width - "\(number)".count)) + "\(number)"
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// In order of time.
  public static func < (left: CivilDate, right: CivilDate) -> Bool { left.number < right.number }

  static func dayCount(year: Int, month: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}
