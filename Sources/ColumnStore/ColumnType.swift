import Calendars

/// What the cells of a column hold.
public enum ColumnType: String, Hashable, Sendable {
  /// A plain decimal number.
  case number
  /// Any text, kept byte for byte apart from spaces round it.
  case text
  /// TRUE or FALSE in any case, 1 or 0, 是 or 否.
  case truth
  /// A day in one of the forms of `CivilDate`, kept as its number.
  case date
  /// A month, quarter, half-year or year in one of the forms of `CivilPeriod`, kept as its number.
  case period

  /// A value of a column of this type as people write it; plain digits in a text column.
  func text(of value: Double) -> String {
    switch self {
    case .number, .text, .truth: PlainDecimal.text(value)
    case .date: CivilDate(number: Int(value)).description
    case .period: CivilPeriod(number: Int(value)).description
    }
  }
}
