/// What a file holds, as far as whoever drafts a map must know it.
public struct FileInspection: Sendable {
  /// The file as the user named it.
  public let file: String
  /// What text it is; nil for a workbook.
  public let encoding: String?
  /// What stands between fields; nil for a workbook.
  public let separator: String?
  /// Whether it is a workbook with formulas that programs are told to work out anew, so that their
  /// values are not certain.
  public let hasUncertainFormulas: Bool
  /// Its sheets; a text has one.
  public internal(set) var sheets: [SheetInspection]

  /// The same files, of which each knows what columns of the same name hold in the others.
  public static func compared(_ files: [FileInspection]) -> [FileInspection] {
    var longest: [String: Int] = [:]
    for column in files.flatMap(\.sheets).flatMap(\.columns) {
      longest[column.meaning] = max(
        longest[column.meaning] ?? 0, column.profile.identifiers.longestZeroLed)
    }
    var files = files
    for file in files.indices {
      for sheet in files[file].sheets.indices {
        for (place, column) in files[file].sheets[sheet].columns.enumerated() {
          files[file].sheets[sheet].columns[place].profile.zeroLedElsewhere =
            longest[column.meaning] ?? 0
        }
      }
    }
    return files
  }

  /// Whether somebody must look at something before it is imported; hidden sheets do not count.
  public var hasFindings: Bool {
    hasUncertainFormulas || !sheets.contains { !$0.isHidden && SourceDraft.isUsable($0) }
      || sheets.contains { !$0.isHidden && $0.hasFindings }
  }
}
