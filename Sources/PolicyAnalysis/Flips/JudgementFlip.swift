/// The fewest steps of judgements that change an order, a rank or a grade.
///
/// Every way to take fewer steps in all was tried. All ways that take as few are listed, those that
/// change the fewest judgements first.
public struct JudgementFlip: Sendable {
  /// One judgement that is changed.
  public struct Change: Sendable, Equatable {
    /// Where the judgements stand, such as `scorecard.weights`.
    public let path: String
    /// What is compared.
    public let row: String
    /// What it is compared with.
    public let column: String
    /// The judgement as it is.
    public let from: String
    /// The judgement as it would have to be.
    public let to: String
    /// The steps between them, above 0 where the row gains.
    public let steps: Int
  }

  /// One way to change judgements.
  public struct Way: Sendable {
    /// The judgements that are changed, in reading order.
    public let changes: [Change]
    /// The weights that come of it, those of each weighing.
    public let weights: [[Double]]
    /// The largest consistency ratio of the changed sets; nil where there is none.
    public let consistencyRatio: Double?
    /// Whether all changed sets stay below the ratio that the policy allows; nil without a ratio.
    public let isConsistent: Bool?
    /// What is given then, by the engine.
    public let outcome: String
  }

  /// The fewest steps; nil when none of those tried has the effect.
  public let steps: Int?
  /// All ways with as few steps, but no more than were asked for.
  public let ways: [Way]
  /// The number of ways with as few steps.
  public let wayCount: Int
  /// How many ways were tried in all.
  public let tried: Int
  /// The most steps that were tried.
  public let limit: Int
}
