import Calendars

/// What was decided about an objection to one cell of the data.
public struct Correction: Hashable, Sendable {
  /// The table that the cell stands in.
  public let table: String
  /// The key of the cell's row: whose row it is.
  public let key: String
  /// The file that the row stands in, as the user named it.
  public let file: String
  /// The line that the row begins on, from 1.
  public let line: Int
  /// The column's name in the policy.
  public let column: String
  /// What the cell says in the file.
  public let old: String
  /// What counts instead; the same as `old` where the objection was refused.
  public let new: String
  /// Why it was decided so.
  public let reason: String
  /// Who decided.
  public let decidedBy: String
  /// The day of the decision.
  public let date: CivilDate
  /// Which of the key's rows it is, as the decision was written; nil where it did not say.
  public let row: String?
  /// Whether another value counts than the one in the file; else the objection was refused.
  public let isGranted: Bool
}
