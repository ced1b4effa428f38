/// What a file holds, as far as whoever drafts a map must know it.
public struct FileInspection: Sendable {
  /// The file as the user named it.
  public let file: String
  /// What text it is; nil for a workbook.
  public let encoding: String?
  /// What stands between fields; nil for a workbook.
  public let separator: String?
  /// Whether it is a workbook in which programs are told to work out the formulas anew, so that their
  /// values are not certain.
  public let hasUncertainFormulas: Bool
  /// Its sheets; a text has one.
  public let sheets: [SheetInspection]
}
