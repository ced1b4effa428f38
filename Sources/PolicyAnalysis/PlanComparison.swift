/// What one subject, or the mean of a group, reaches and what would be fair to ask.
public struct PlanComparison: Sendable, Equatable {
  /// What is reached now.
  public let actual: Double
  /// What subjects with the same drivers reach on average.
  public let standard: Double
  /// What the best of comparable subjects would reach; never below the standard.
  public let ideal: Double

  /// The actual against the standard, without unit; nil when the standard is not above 0.
  public var attainment: Double? { standard > 0 ? actual / standard : nil }
  /// The actual against the ideal, without unit; nil when the ideal is not above 0.
  public var idealAttainment: Double? { ideal > 0 ? actual / ideal : nil }
}
