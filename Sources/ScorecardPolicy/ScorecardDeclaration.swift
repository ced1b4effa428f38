/// The scorecard: dimensions, their measures, and how they are weighted.
public struct ScorecardDeclaration: Sendable {
  /// The weights of the dimensions that are not bonuses.
  public let weights: WeightsDeclaration
  /// The dimensions in the order written.
  public let dimensions: [DimensionDeclaration]
}

/// A dimension of the scorecard (a perspective, in Kaplan and Norton's word).
public struct DimensionDeclaration: Sendable {
  /// Its name.
  public let name: String
  /// Its title for people.
  public let title: Title?
  /// Whether it is added on top with weight 1.
  public let isBonus: Bool
  /// The weights of its measures.
  public let weights: WeightsDeclaration
  /// Its measures in the order written.
  public let measures: [MeasureDeclaration]
}

/// A measure of a dimension.
public struct MeasureDeclaration: Sendable {
  /// Its name.
  public let name: String
  /// Its title for people.
  public let title: Title?
  /// What training or guidance helps with it, for people who score less in it than others.
  public let guidance: Title?
  /// Where it applies; nil when it does everywhere. Where it does not, the others' weights are
  /// rescaled, but for a bonus without weights.
  public let when: Formula?
  /// Its score before floor and cap, a plain number.
  public let score: Formula
  /// The lowest score it can have.
  public let floor: Double?
  /// The highest score it can have.
  public let cap: Double?
  /// What happens where its score is missing.
  public let missing: MissingMeasureRule
}

/// What happens where a measure's score is missing.
public enum MissingMeasureRule: Sendable, Equatable {
  /// The row is rejected.
  case reject
  /// The measure is left out and the weights of the others are rescaled, but for a bonus without
  /// weights.
  case exclude
  /// This score is used.
  case use(Double)
}

/// A ranking of the subjects, largest first.
public struct RankingDeclaration: Sendable {
  /// Its name, also that of its output column.
  public let name: String
  /// Its title for people.
  public let title: Title?
  /// What ranks: the total, the final value, a dimension, or a number of the subject table.
  public let by: ValueReference
  /// The text column of the subject table within whose values people are ranked; nil ranks all.
  public let within: String?
}
