import DelimitedText

/// Brings pieces of an output's UTF-8 text into the encoding that it is written in.
struct OutputEncoder: ~Copyable {
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private let encoding: ResultEncoding
  private var encoder: TextEncoder?
  private var hasBegun = false

  init(_ encoding: ResultEncoding) throws(EncodingFault) {
    self.encoding = encoding
    encoder = encoding == .gb18030 ? TextEncoder(to: .gb18030) : nil
    if encoding == .gb18030, encoder == nil { throw .noConverter(encoding) }
  }

  /// The next piece, which holds whole characters, encoded; a byte-order mark stands before the first.
  mutating func encode(_ piece: UnsafeRawBufferPointer) throws(EncodingFault) -> [UInt8] {
    defer { hasBegun = true }
    var bytes = encoding == .utf8WithMark && !hasBegun ? Self.mark : []
    guard encoding == .gb18030 else { return bytes + piece }
    if let character = encoder?.encode(piece, into: &bytes) {
      throw .unwritable(character, encoding)
    }
    return bytes
  }
}

extension ResultEncoding {
  /// What a text in it is read as.
  var textEncoding: TextEncoding { self == .gb18030 ? .gb18030 : .utf8 }
}
