/// A judgement that nobody gave, completed from the others.
public struct CompletedJudgement: Hashable, Sendable {
  /// The label of the row, which stands above the column in the matrix.
  public let row: String
  /// The label of the column.
  public let column: String
  /// How many times as important the row is as the column, as the completion has it.
  public let value: Double
}
