/// Converts UTF-8 text piece by piece to another encoding.
public struct TextEncoder: ~Copyable {
  private var converter: TextConverter

  /// An encoder; nil when the system has none for that encoding.
  public init?(to encoding: TextEncoding) {
    guard let converter = TextConverter(to: encoding) else { return nil }
    self.converter = converter
  }

  /// Appends a piece of whole characters, encoded.
  ///
  /// - Returns: the first character that has no place in the encoding, before which it stops; nil when
  ///   there is none.
  public mutating func encode(
    _ piece: UnsafeRawBufferPointer, into result: inout [UInt8]
  ) -> Unicode.Scalar? {
    let (taken, _) = converter.convert(piece, into: &result)
    return String(decoding: piece[taken...].prefix(4), as: UTF8.self).unicodeScalars.first
  }
}
