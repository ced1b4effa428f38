/// Repairs the cells of one column, one after the other; keeps nothing between them.
public struct CellRepairer: Sendable {
  /// What the cells are to become.
  public let form: ColumnForm

  /// A repairer of cells of that form. `profile` is that of the whole column; without it nothing
  /// is asked that only the other cells tell.
  public init(_ form: ColumnForm, seen profile: ColumnProfile? = nil) {
    self.form = form
  }

  /// What becomes of a cell, given in UTF-8 as it stands in its field, quotes resolved.
  public func repair(_ cell: UnsafeBufferPointer<UInt8>) -> CellOutcome {
    cell.isEmpty ? .missing([]) : .unchanged
  }

  /// What becomes of a cell of that text.
  public func repair(_ text: String) -> CellOutcome {
    var text = text
    return text.withUTF8 { repair($0) }
  }
}
