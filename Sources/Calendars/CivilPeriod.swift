/// A month, quarter, half-year or year, as a number that orders periods in time.
public struct CivilPeriod: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The number of its last month, counted from year 0, times 16, and its length in months: so a
  /// period comes before one that ends later, and a month before the quarter that it ends.
  public let number: Int

  /// The period of that number.
  public init(number: Int) { self.number = number }

  private init?(year: Int, lastMonth: Int, length: Int) {
    guard (1...9999).contains(year), (1...12).contains(lastMonth) else { return nil }
    number = (year * 12 + lastMonth - 1) * 16 + length
  }

  /// Reads `2026`, `2026年`, `2026H1`, `2026年上半年`, `2026Q3`, `2026年第3季度`, `2026-10`, `2026/10`,
  /// `202610` and `2026年10月`.
  public init?(_ text: some StringProtocol) {
    let text = String(text)
    if let match = text.wholeMatch(of: /([0-9]{4})年?/), let year = Int(match.1) {
      self.init(year: year, lastMonth: 12, length: 12)
    } else if let (year, half) = Self.half(text) {
      self.init(year: year, lastMonth: half * 6, length: 6)
    } else if let (year, quarter) = Self.quarter(text) {
      self.init(year: year, lastMonth: quarter * 3, length: 3)
    } else if let (year, month) = Self.month(text) {
      self.init(year: year, lastMonth: month, length: 1)
    } else {
      return nil
    }
  }

  private static func half(_ text: String) -> (Int, Int)? {
    if let match = text.wholeMatch(of: /([0-9]{4})年?-?[Hh]([12])/) {
      return pair(match.1, match.2)
    }
    guard let match = text.wholeMatch(of: /([0-9]{4})年([上下])半年/), let year = Int(match.1) else {
      return nil
    }
    return (year, match.2 == "上" ? 1 : 2)
  }

  private static func quarter(_ text: String) -> (Int, Int)? {
    if let match = text.wholeMatch(of: /([0-9]{4})年?-?[Qq]([1-4])/)
      ?? text.wholeMatch(of: /([0-9]{4})年第?([1-4])季度?/)
    {
      return pair(match.1, match.2)
    }
    guard let match = text.wholeMatch(of: /([0-9]{4})年第?([一二三四])季度?/), let year = Int(match.1),
      let place = Array("一二三四").firstIndex(of: Character(String(match.2)))
    else { return nil }
    return (year, place + 1)
  }

  private static func month(_ text: String) -> (Int, Int)? {
    let match =
      text.wholeMatch(of: /([0-9]{4})[-\/]([0-9]{1,2})/)
      ?? text.wholeMatch(of: /([0-9]{4})([0-9]{2})/)
      ?? text.wholeMatch(of: /([0-9]{4})年([0-9]{1,2})月/)
    return match.flatMap { pair($0.1, $0.2) }
  }

  private static func pair(_ left: Substring, _ right: Substring) -> (Int, Int)? {
    Int(left).flatMap { left in Int(right).map { (left, $0) } }
  }

  /// How many months it lasts: 1, 3, 6 or 12.
  public var length: Int { number % 16 }

  /// The year and the month in which it ends.
  public var end: (year: Int, month: Int) { (number / 16 / 12, number / 16 % 12 + 1) }

  /// The last day.
  public var lastDay: CivilDate {
    let (year, month) = end
    let day = CivilDate.dayCount(year: year, month: month)
    return CivilDate(year: year, month: month, day: day) ?? CivilDate(number: 0)
  }

  /// `2026-10`, `2026Q3`, `2026H1` or `2026`.
  public var description: String {
    let (year, month) = end
    let written = String(repeating: "0", count: max(0, 4 - "\(year)".count)) + "\(year)"
    return switch length {
    case 1: "\(written)-\(month < 10 ? "0" : "")\(month)"
    case 3: "\(written)Q\(month / 3)"
    case 6: "\(written)H\(month / 6)"
    default: written
    }
  }

  /// In order of time.
  public static func < (left: CivilPeriod, right: CivilPeriod) -> Bool {
    left.number < right.number
  }
}
