import ScorecardPolicy

/// One dimension of an explanation.
public struct ExplainedDimension: Sendable {
  /// Its name.
  public let name: String
  /// Its title for people.
  public let title: Title?
  /// Whether it is added on top, outside the weights.
  public let isBonus: Bool
  /// Its weight in the total.
  public let weight: Double
  /// Its score.
  public let score: Double
  /// Weight times score: what it adds to the total.
  public let points: Double
  /// What its measures' weights are chosen by, such as the role; nil when all subjects have the same.
  public let weightsBy: ExplainedInput?
  /// Whether the weights of the other measures grow when one is excluded.
  public let rescales: Bool
  /// Its measures in the policy's order.
  public let measures: [ExplainedMeasure]
}
