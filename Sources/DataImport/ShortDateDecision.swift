/// In which order dates such as 3/4/24 have their parts: `short_dates:` of a map.
public enum ShortDateDecision: String, Hashable, Sendable, CaseIterable {
  /// 3/4/24 is the third of April.
  case dayMonthYear = "day-month-year"
  /// 3/4/24 is the fourth of March.
  case monthDayYear = "month-day-year"
  /// 24/3/4 is the fourth of March.
  case yearMonthDay = "year-month-day"
  /// Their rows are rejected.
  case reject
}
