/// What it takes to change one thing that a policy gives.
public struct Flip: Sendable {
  /// What is given: the name of a ranking or grade, or `order` for a pair.
  public let name: String
  /// What is given now: a rank, a grade, or who stands before whom.
  public let present: String
  /// The smallest change of weights.
  public let byWeights: WeightFlip
  /// Why that is not exact, where it is not.
  public let obstacle: FlipObstacle?
  /// The fewest steps of judgements; nil where weights come from no judgements that could be changed
  /// one by one.
  public let byJudgements: JudgementFlip?
}
