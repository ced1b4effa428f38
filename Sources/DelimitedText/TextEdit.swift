/// Bytes that stand in the place of others in a text.
public struct TextEdit: Sendable {
  /// Where the others stand.
  public let range: Range<Int>
  /// What stands there instead.
  public let bytes: [UInt8]

  /// Bytes in the place of others.
  public init(_ range: Range<Int>, _ bytes: [UInt8]) {
    (self.range, self.bytes) = (range, bytes)
  }
}
