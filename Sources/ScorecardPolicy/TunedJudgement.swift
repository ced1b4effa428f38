import AHP

/// One judgement of a weighing, replaced.
public struct TunedJudgement: Sendable, Equatable {
  /// Where the weights stand, such as `scorecard.weights`; those for a text of a column with the text
  /// behind, such as `scorecard.weights.wealth`.
  public let weights: String
  /// The name of what is judged.
  public let row: String
  /// The name of what it is judged against.
  public let column: String
  /// How many times as important the row is as the column.
  public let judgement: Judgement

  /// A judgement that counts instead of the one given.
  public init(weights: String, row: String, column: String, judgement: Judgement) {
    self.weights = weights
    self.row = row
    self.column = column
    self.judgement = judgement
  }
}
