/// One sheet of cells in a workbook.
public struct Sheet: Sendable {
  /// Its name, as on the tab.
  public let name: String
  /// Whether its tab is not shown.
  public let isHidden: Bool
  /// Its part of the archive.
  let part: String
}
