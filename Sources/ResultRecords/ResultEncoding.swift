/// What the text of a result is written in.
public enum ResultEncoding: String, Sendable, CaseIterable {
  /// UTF-8 without a mark, for programs.
  case utf8 = "utf-8"
  /// UTF-8 after a byte-order mark, by which spreadsheets tell it.
  case utf8WithMark = "utf-8-bom"
  /// The Chinese national standard, which spreadsheets take a file for where the system is Chinese.
  case gb18030

  /// Whether it is for spreadsheets, which take a text for a formula by how it begins.
  var isForSpreadsheets: Bool { self != .utf8 }
}
