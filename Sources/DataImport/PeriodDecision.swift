/// For which period a day stands where periods are expected: `period:` of a map.
public enum PeriodDecision: String, Hashable, Sendable, CaseIterable {
  /// The month of the day.
  case month
  /// Its quarter.
  case quarter
  /// Its half-year.
  case half
  /// Its year.
  case year

  /// How many months it lasts.
  var months: Int {
    switch self {
    case .month: 1
    case .quarter: 3
    case .half: 6
    case .year: 12
    }
  }
}
