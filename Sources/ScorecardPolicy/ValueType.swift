/// What a column's cells or a formula's values are.
public enum ValueType: String, Sendable, CaseIterable {
  /// A number.
  case number
  /// A text.
  case text
  /// True or false.
  case truth
  /// A day, as the number of a `CivilDate`.
  case date
  /// A month, quarter, half-year or year, as the number of a `CivilPeriod`.
  case period
}
