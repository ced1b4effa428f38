import ScorecardPolicy

/// The registers of one dimension.
public struct DimensionLayout: Sendable, Equatable {
  /// The name in the policy.
  public let name: String
  /// The title for people.
  public let title: Title?
  /// Whether it is added on top, outside the weights.
  public let isBonus: Bool
  /// Its weight in the total.
  public let weight: TermWeight
  /// Its score.
  public let score: Register
  /// Its measures in the policy's order.
  public let measures: [MeasureLayout]
  /// Whether the weights of the other measures grow when one is excluded.
  public let rescales: Bool

  /// A dimension; the weight of a bonus is a slot that holds 1.
  public init(
    name: String, title: Title?, isBonus: Bool, weight: TermWeight, score: Register,
    measures: [MeasureLayout], rescales: Bool
  ) {
    self.name = name
    self.title = title
    self.isBonus = isBonus
    self.weight = weight
    self.score = score
    self.measures = measures
    self.rescales = rescales
  }
}
