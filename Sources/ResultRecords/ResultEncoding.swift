/// What the text of a result is written in.
public enum ResultEncoding: String, Sendable, CaseIterable {
  /// UTF-8 without a mark, for programs.
  case utf8 = "utf-8"
  /// UTF-8 after a byte-order mark, by which spreadsheets tell it.
  case utf8WithMark = "utf-8-bom"
  /// The Chinese national standard, which spreadsheets take a file for where the system is Chinese.
  case gb18030

  /// Whether it is for spreadsheets, which take a text for a formula by how it begins.
  public var isForSpreadsheets: Bool { self != .utf8 }

  /// A whole text in it, given as UTF-8.
  ///
  /// - Throws: a character that has no place in it.
  public func encoded(_ text: [UInt8]) throws(EncodingFault) -> [UInt8] {
    var encoder = try OutputEncoder(self)
    let result = text.withUnsafeBytes { piece in
      Result { () throws(EncodingFault) in try encoder.encode(piece) }
    }
    return try result.get()
  }
}
