/// One group of people as it may be shown.
public struct FairnessGroup: Sendable {
  /// What it is called.
  public let label: FairnessLabel
  /// How many groups were put together; 1 for a group by itself.
  public let mergedGroups: Int
  /// How many people it has; never fewer than may be shown.
  public let count: Int
  /// What the policy gives them.
  public let figures: FairnessFigures
  /// What the other policy gives them; nil where only one is looked at.
  public let otherFigures: FairnessFigures?
  /// Who gains and loses by the other policy.
  public let gains: GainCounts?
}
