/// The standard of one subject.
public struct SubjectStandard: Sendable, Equatable {
  /// The subject's key.
  public let key: String
  /// The number of its cluster, from 1.
  let cluster: Int
  /// What it reaches and what would be fair.
  let comparison: PlanComparison
  /// The weight of its own actual in its standard, from 0 to 1.
  public let leverage: Double
}
