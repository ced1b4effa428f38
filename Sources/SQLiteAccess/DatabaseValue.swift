/// A value of a cell, or of a parameter of a statement.
public enum DatabaseValue: Hashable, Sendable {
  /// No value.
  case null
  /// A whole number of 64 bits.
  case integer(Int)
  /// A double.
  case real(Double)
  /// A text.
  case text(String)
  /// Bytes.
  case bytes([UInt8])
}

extension DatabaseValue {
  /// The number, if it is a whole one.
  public var integer: Int? {
    if case .integer(let integer) = self { integer } else { nil }
  }

  /// The text, if it is one.
  public var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// The bytes, if it is bytes.
  public var bytes: [UInt8]? {
    if case .bytes(let bytes) = self { bytes } else { nil }
  }
}
