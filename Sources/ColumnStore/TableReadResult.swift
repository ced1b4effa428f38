/// A table as read, and what is wrong with its rows.
public struct TableReadResult: Sendable {
  /// Every data row of the files, the faulty ones too; a faulty cell is missing.
  public let table: Table
  /// All faults in order of rows, within a row in order of the specification.
  public let faults: [RowFault]
}
