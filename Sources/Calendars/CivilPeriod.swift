/// A month, quarter, half-year or year, as a number that orders periods in time.
public struct CivilPeriod: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The number of its last month, counted from year 0, times 16, plus its length in months: so a
  /// period comes before one that ends later, and a month before the quarter that it ends.
  public let number: Int

  /// The period of that number.
  public init(number: Int) { self.number = number }

  private init?(year: Int, lastMonth: Int, length: Int) {
    guard (1...9999).contains(year), (1...12).contains(lastMonth) else { return nil }
    number = (year * 12 + lastMonth - 1) * 16 + length
  }

  /// Reads `2026`, `2026年`, `2026H1`, `2026年上半年`, `2026Q3`, `2026年第三季度`, `2026-10`, `2026/10`,
  /// `202610` and `2026年10月`; nil for all else, spaces round it among it.
  ///
  /// A month may have one digit, but for `202610`. H and Q may be small, and a hyphen or 年 may stand
  /// before them: `2026-q3`, `2026年H1`. Of 第三季度 the first and the last character may be absent,
  /// and 三 may be a digit.
  public init?(_ text: some StringProtocol) {
    var text = String(text)
    guard let period = text.withUTF8({ CivilPeriod(utf8: $0) }) else { return nil }
    self = period
  }

  /// Reads the same forms from UTF-8 bytes.
  public init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    var scanner = CalendarScanner(bytes)
    guard let year = scanner.year(), let (lastMonth, length) = Self.part(&scanner),
      scanner.isAtEnd
    else { return nil }
    self.init(year: year, lastMonth: lastMonth, length: length)
  }

  /// What part of its year a period is.
  private typealias Part = (lastMonth: Int, length: Int)

  private static func part(_ scanner: inout CalendarScanner) -> Part? {
    if scanner.skip("年") { return partInChinese(&scanner) }
    if scanner.isAtEnd { return (12, 12) }
    if let month = scanner.twoDigits() { return self.month(month) }
    if scanner.skip("/") { return scanner.shortNumber().flatMap(month) }
    if scanner.skip("-"), let month = scanner.shortNumber() { return self.month(month) }
    return letteredPart(&scanner)
  }

  private static func partInChinese(_ scanner: inout CalendarScanner) -> Part? {
    if scanner.isAtEnd { return (12, 12) }
    if scanner.skip("上半年") { return (6, 6) }
    if scanner.skip("下半年") { return (12, 6) }
    var ahead = scanner
    if let month = ahead.shortNumber(), ahead.skip("月") {
      scanner = ahead
      return self.month(month)
    }
    if let quarter = quarterInChinese(&scanner) { return self.quarter(quarter) }
    _ = scanner.skip("-")
    return letteredPart(&scanner)
  }

  /// Reads `第三季度` and its shorter forms; nothing is read when none stands here.
  private static func quarterInChinese(_ scanner: inout CalendarScanner) -> Int? {
    var ahead = scanner
    _ = ahead.skip("第")
    guard let quarter = ahead.digit() ?? digitInChinese(&ahead), ahead.skip("季") else {
      return nil
    }
    _ = ahead.skip("度")
    scanner = ahead
    return quarter
  }

  private static func digitInChinese(_ scanner: inout CalendarScanner) -> Int? {
    let digits: [StaticString] = ["一", "二", "三", "四"]
    return digits.firstIndex { scanner.skip($0) }.map { $0 + 1 }
  }

  private static func letteredPart(_ scanner: inout CalendarScanner) -> Part? {
    if scanner.skip("H") || scanner.skip("h") { return scanner.digit().flatMap(half) }
    if scanner.skip("Q") || scanner.skip("q") { return scanner.digit().flatMap(quarter) }
    return nil
  }

  // Which months there are is checked where the period is made.
  private static func month(_ number: Int) -> Part? { (number, 1) }
  private static func quarter(_ number: Int) -> Part? { (number * 3, 3) }
  private static func half(_ number: Int) -> Part? { (number * 6, 6) }

  /// How many months it lasts: 1, 3, 6 or 12.
  public var length: Int { number % 16 }

  /// The year and the month in which it ends.
  public var end: (year: Int, month: Int) { (number / 16 / 12, number / 16 % 12 + 1) }

  /// The first day of the period.
  public var firstDay: CivilDate {
    let (year, month) = end
    // A period lies in one year, so that its first month does too.
    return CivilDate(year: year, month: month - length + 1, day: 1) ?? CivilDate(number: 0)
  }

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

  /// By their ends; of two that end together the shorter comes first.
  public static func < (left: CivilPeriod, right: CivilPeriod) -> Bool {
    left.number < right.number
  }
}
