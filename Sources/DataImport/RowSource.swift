/// A file as rows below a header, which can be read from the first row on more than once.
protocol RowSource: AnyObject {
  /// The header's cells: one row of them, or two.
  var headerRows: [[String]] { get }
  /// Whether blank cells at the end of a row are left out, as in sheets.
  var leavesBlanksOut: Bool { get }
  /// What is done to the file as a whole, for the log.
  var changes: [FileChange] { get }
  /// How much there is to read, in a measure of its own.
  var size: Int { get }
  /// Whether values of formulas were read that are to be worked out anew, so that they may be old.
  var hasUncertainFormulas: Bool { get }

  /// Goes back to the first row.
  func rewind() throws(ImportFault)
  /// Fills a block with the next rows, which `RowBlock.cut` may still have to find; false at the end.
  func next(_ block: RowBlock) throws(ImportFault) -> Bool
  /// Fails when somebody wrote to the file since it was opened.
  func checkUnchanged() throws(ImportFault)
}

/// Something that is done to a file as a whole.
struct FileChange {
  let before: String
  let after: String
  let rule: String
}
