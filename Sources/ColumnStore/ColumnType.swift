/// What the cells of a column hold.
public enum ColumnType: String, Hashable, Sendable {
  /// A plain decimal number.
  case number
  /// Any text, kept byte for byte apart from spaces round it.
  case text
  /// TRUE or FALSE in any case, 1 or 0, 是 or 否.
  case truth
}
