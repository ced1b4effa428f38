/// What became of a table's rows.
public struct RowCounts: Hashable, Sendable {
  /// The table's name.
  public let table: String
  /// The rows in its files.
  public let rowsIn: Int
  /// Subjects scored, or detail rows that went into the score of one.
  public let scored: Int
  /// Rows rejected for a fault.
  public let rejected: Int
  /// Good detail rows of subjects that were rejected.
  public let setAside: Int
  /// Detail rows passed over because their key is unknown and the policy ignores such rows.
  public let ignored: Int
}
