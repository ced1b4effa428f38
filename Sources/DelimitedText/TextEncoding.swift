/// The encodings in which banks' systems and spreadsheets export delimited text.
public enum TextEncoding: String, Sendable {
  /// UTF-8, with or without a byte-order mark.
  case utf8 = "UTF-8"
  /// The Chinese national standard, a superset of GBK and GB2312.
  case gb18030 = "GB18030"
  /// What spreadsheets call "Unicode text".
  case utf16LittleEndian = "UTF-16LE"
}
