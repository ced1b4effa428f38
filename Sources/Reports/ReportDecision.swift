/// What was decided about an objection to one cell of the inputs.
public struct ReportDecision: Sendable, Equatable {
  /// The table that the cell stands in.
  public let table: String
  /// Which of the subject's rows is meant, as the decision was written; nil where it has one.
  public let row: String?
  /// The column that the cell stands in.
  public let column: String
  /// The cell as it was.
  public let old: String
  /// The cell as it is now, or, where the objection was refused, as it was asked for.
  public let new: String
  /// Why it was decided so.
  public let reason: String
  /// Who decided.
  public let decidedBy: String
  /// The day of the decision, as it was written.
  public let date: String
  /// Whether the objection was granted and the cell corrected; else the cell is as it was.
  public let isGranted: Bool

  /// A decision on one cell.
  public init(
    table: String, row: String? = nil, column: String, old: String, new: String, reason: String,
    decidedBy: String, date: String, isGranted: Bool
  ) {
    (self.table, self.row, self.column) = (table, row, column)
    (self.old, self.new, self.reason) = (old, new, reason)
    (self.decidedBy, self.date, self.isGranted) = (decidedBy, date, isGranted)
  }
}
