/// In which order dates such as 3/4/24 have their parts: `short_dates:` of a map.
public enum ShortDateDecision: String, Hashable, Sendable, CaseIterable {
  case dayMonthYear = "day-month-year"
  case monthDayYear = "month-day-year"
  case yearMonthDay = "year-month-day"
  /// Their rows are rejected.
  case reject
}
