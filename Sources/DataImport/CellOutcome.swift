/// What becomes of one cell.
public enum CellOutcome: Hashable, Sendable {
  /// It is clean: its bytes stay.
  case unchanged
  /// It is repaired.
  case fixed(String, [RepairRule])
  /// It holds no value: a blank cell is to be written. The rules are empty for a cell that is blank.
  case missing([RepairRule])
  /// It is a blank of merged cells: the value of the cell above in the same column is to be written.
  case fromAbove
  /// It cannot be used, and so its row cannot.
  case rejected(RejectionReason)
  /// Somebody has to decide, and the map does not say.
  case asked(Doubt)
}
