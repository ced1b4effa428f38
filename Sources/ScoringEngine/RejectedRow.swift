import ColumnStore

/// A row that is not scored, with everything that is wrong with it.
public struct RejectedRow: Hashable, Sendable {
  /// What is wrong, in order of columns; never empty.
  public let faults: [RowFault]

  init(_ faults: [RowFault]) {
    precondition(!faults.isEmpty, "a row is rejected for a reason")
    self.faults = faults
  }

  /// The same row where it has another index in its table, or none.
  func inRow(_ row: Int?) -> RejectedRow { RejectedRow(faults.map { $0.inRow(row) }) }

  /// The table's name.
  public var table: String { faults[0].table }
  /// The file as the user named it.
  public var file: String { faults[0].file }
  /// The first line of the row in its file, from 1.
  public var line: Int { faults[0].line }
  /// The column first at fault; empty when the row as a whole is.
  public var column: String { faults[0].column }
  /// The row as it stood in the file.
  public var rowText: String { faults[0].rowText }

  /// Why the row is rejected: the reason of the first fault, then the others with their columns.
  public var reason: String {
    let others = faults.dropFirst().map { fault in
      fault.column.isEmpty ? fault.reason : "\(fault.column): \(fault.reason)"
    }
    return ([faults[0].reason] + others).joined(separator: "; ")
  }
}
