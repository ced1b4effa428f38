/// What the cells of a column are read as.
public enum ColumnKind: String, Hashable, Sendable, CaseIterable {
  /// Any text.
  case text
  /// A number that names somebody or something: its zeros count, and nobody adds it up.
  case identifier = "id"
  /// An amount, a share, a mark or a count.
  case number
  /// Yes or no.
  case truth
  /// A day.
  case date
  /// A month, quarter, half-year or year.
  case period
}
