/// Where one field of a record stands in the text.
public struct Field: Sendable, Equatable {
  /// The field's bytes, without the quotes round it.
  public var range: Range<Int>
  /// Whether the field stood in quotes.
  public var isQuoted: Bool
  /// Whether a doubled quote stands inside, so that the bytes are not yet the value.
  public var hasDoubledQuotes: Bool
}

extension Field {
  /// The field's value as UTF-8 bytes, doubled quotes made single.
  public func utf8(in bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard hasDoubledQuotes else { return Array(bytes[range]) }
    var value: [UInt8] = []
    value.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      value.append(bytes[index])
      // A quote inside is always followed by its double, which is passed over.
      index += bytes[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    return value
  }

  /// The field's value as text, doubled quotes made single.
  public func text(in bytes: UnsafeBufferPointer<UInt8>) -> String {
    hasDoubledQuotes
      ? String(decoding: utf8(in: bytes), as: UTF8.self)
      : String(decoding: bytes[range], as: UTF8.self)
  }
}
