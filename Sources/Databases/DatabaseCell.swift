/// A cell of a row that a database gave.
public enum DatabaseCell: Hashable, Sendable {
  /// No value.
  case null
  /// A double, to the bit.
  case real(Double)
  /// A whole number of 64 bits.
  case integer(Int)
  /// A text, and every value of any other type as the database writes it.
  case text(String)
  /// True or false.
  case truth(Bool)
}
