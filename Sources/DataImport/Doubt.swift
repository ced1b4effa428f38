/// What a cell leaves open that only a person can decide, once for its column. The name stands in
/// messages and stays the same.
public enum Doubt: String, Hashable, Sendable, CaseIterable {
  /// A number of another size than the column's others, as 0.95 among numbers near 95.
  case scale
  /// A blank like those of merged cells.
  case blanks
  /// An identifier that may have lost its leading zeros.
  case length
  /// A date whose day, month and year may be meant in several orders.
  case shortDates = "short_dates"
  /// A year of three digits, which may be one of the Republic.
  case years
  /// A period without its year.
  case year
  /// A day where periods stand, and neither the first nor the last of one.
  case period
}
