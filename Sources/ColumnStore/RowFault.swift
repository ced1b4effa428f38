/// One thing wrong with one row: what stands where, and what was expected.
public struct RowFault: Hashable, Sendable, CustomStringConvertible {
  /// The table's name.
  public let table: String
  /// The file as the user named it.
  public let file: String
  /// The first line of the row in its file, from 1.
  public let line: Int
  /// The column's name in the specification; empty when the row as a whole is at fault.
  public let column: String
  /// The text found, shortened when very long; empty when the cell is blank.
  public let text: String
  /// What was expected: the end of a sentence, without a full stop.
  public let reason: String
  /// The row's index in the table, from 0, where it has one.
  public let row: Int?
  /// The row as it stood in the file, without its line's end.
  public let rowText: String

  /// A fault of a row.
  public init(
    table: String, file: String, line: Int, column: String, text: String, reason: String,
    row: Int?, rowText: String
  ) {
    self.table = table
    self.file = file
    self.line = line
    self.column = column
    self.text = text
    self.reason = reason
    self.row = row
    self.rowText = rowText
  }

  /// The same fault where the row has another index, or none.
  public func inRow(_ row: Int?) -> RowFault {
    RowFault(
      table: table, file: file, line: line, column: column, text: text, reason: reason, row: row,
      rowText: rowText)
  }

  /// `file:line: column "text": reason`.
  public var description: String {
    let shown = text.isEmpty ? "" : "\"\(text)\""
    let subject = [column, shown].filter { !$0.isEmpty }.joined(separator: " ")
    return "\(file):\(line): " + (subject.isEmpty ? reason : "\(subject): \(reason)")
  }
}
