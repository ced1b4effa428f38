/// What becomes of a blank cell.
public enum MissingRule: Hashable, Sendable {
  /// It is a fault of its row.
  case reject
  /// It is a missing value.
  case allow
  /// It counts as this number; in a truth column 0 is false and any other number true; in a text
  /// column the number's plain decimal stands.
  case substitute(Double)
}
