import Calendars

/// Days and times as a workbook counts them: days since the turn of 1900 or 1904, and parts of a day.
enum SerialDate {
  private static let secondsOfDay = 86_400
  /// 1899-12-30, for serial numbers from 61 on: the program counts a 29th of February 1900.
  private static let epoch1900 = -25_569
  private static let epoch1904 = -24_107
  /// The last day that programs know, 9999-12-31.
  private static let lastDay = 2_932_896

  /// What a person sees of a number in a format for dates and times; nil when it is no date, and
  /// programs show #### or a day that never was.
  static func value(_ serial: Double, as format: NumberFormat, uses1904: Bool) -> SheetValue? {
    guard serial >= 0, serial < 3_000_000 else { return nil }
    let seconds = Int((serial * Double(secondsOfDay)).rounded())
    let clock = seconds % secondsOfDay
    if format == .time { return .time(time(seconds)) }
    guard let day = day(seconds / secondsOfDay, uses1904: uses1904) else { return nil }
    if clock != 0 { return .dateTime("\(day) \(time(clock))") }
    if format == .month, day.parts.day == 1 { return .month(String("\(day)".dropLast(3))) }
    return .date("\(day)")
  }

  private static func day(_ serial: Int, uses1904: Bool) -> CivilDate? {
    if uses1904 { return known(serial + epoch1904) }
    if serial == 0 || serial == 60 { return nil }
    return known(serial + epoch1900 + (serial < 60 ? 1 : 0))
  }

  private static func known(_ number: Int) -> CivilDate? {
    number <= lastDay ? CivilDate(number: number) : nil
  }

  private static func time(_ seconds: Int) -> String {
    [seconds / 3600, seconds / 60 % 60, seconds % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  /// What a cell of the kind d holds: a date, a time or both, as ISO 8601 writes them.
  static func value(iso text: String) -> SheetValue? {
    let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2 else {
      if let day = CivilDate(text), text.utf8.count == 10 { return .date("\(day)") }
      return clock(text).map { .time(time($0)) }
    }
    guard halves[0].utf8.count == 10, let day = CivilDate(halves[0]), let clock = clock(halves[1])
    else { return nil }
    return clock == 0 ? .date("\(day)") : .dateTime("\(day) \(time(clock))")
  }

  private static func clock(_ text: some StringProtocol) -> Int? {
    let parts = (text.hasSuffix("Z") ? text.dropLast() : text[...])
      .split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let hours = Int(parts[0]), (0...23).contains(hours),
      let minutes = Int(parts[1]), (0...59).contains(minutes),
      let seconds = parts.count == 3 ? Double(parts[2]) : 0, (0..<60).contains(seconds)
    else { return nil }
    return hours * 3600 + minutes * 60 + Int(seconds)
  }
}
