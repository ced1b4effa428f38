/// A number of a column where one unit of its last decimal changes what people get at a stroke.
public struct IncentiveCliff: Sendable, Equatable {
  /// The number from which on the other side holds, in the better direction; nil for all those together whose
  /// threshold is their own, such as a share of their plan.
  public let threshold: Double?
  /// How many rows lie within a step before it.
  public let rowsBefore: Int
  /// How many people have such a row.
  public let before: Int
  /// How many rows lie within a step behind it.
  public let rowsBehind: Int
  /// How many people have such a row.
  public let behind: Int
  /// The least that the outcome changes by when the threshold is passed in the better direction.
  public let leastJump: Double
  /// The most.
  public let largestJump: Double
  /// Whether some ranking or grade takes in, or leaves out, those who pass it.
  public let changesEligibility: Bool
}
