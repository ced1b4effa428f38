/// Where one field of a record stands in the text.
public struct Field: Sendable, Equatable {
  /// The field's bytes, without the quotes round it.
  public var range: Range<Int>
  /// Whether the field stood in quotes.
  public var isQuoted: Bool
  /// Whether a doubled quote stands inside, so that the bytes are not yet the value.
  public var hasDoubledQuotes: Bool
}
