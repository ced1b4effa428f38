/// The encodings in which banks' systems and spreadsheets export delimited text.
public enum TextEncoding: String, Sendable {
  /// UTF-8, with or without a byte-order mark.
  case utf8 = "UTF-8"
  /// The Chinese national standard, a superset of GBK and GB2312.
  case gb18030 = "GB18030"
  /// What spreadsheets call "Unicode text".
  case utf16LittleEndian = "UTF-16LE"

  /// Bytes as text; a mark stands where they are not of the encoding.
  public func text(_ bytes: [UInt8]) -> String {
    guard self != .utf8, var converter = try? TextConverter(from: self, file: "") else {
      return String(decoding: bytes, as: UTF8.self)
    }
    var text: [UInt8] = []
    let (taken, _) = bytes.withUnsafeBytes { converter.convert($0, into: &text) }
    return String(decoding: text, as: UTF8.self) + (taken < bytes.count ? "\u{FFFD}" : "")
  }
}
