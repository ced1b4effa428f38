/// What kind of value a cell has, without what would have to be copied.
public enum CellKind: Hashable, Sendable {
  /// No value.
  case null
  /// A whole number of 64 bits.
  case integer(Int)
  /// A double.
  case real(Double)
  /// A text.
  case text
  /// Bytes.
  case bytes
}
