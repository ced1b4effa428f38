import ScorecardPolicy

/// How one subject's total, final value and results came about: dimensions, measures, inputs, gates.
///
/// Everything is a number that the plan computed; nothing is rounded. The points of the dimensions,
/// added in their order, are the total to the bit.
public struct Explanation: Sendable {
  /// The subject's key.
  public let key: String
  /// The total.
  public let total: Double
  /// The value after the gates; the total where a policy has none.
  public let final: Double
  /// What the dimensions' weights are chosen by, such as the role; nil when all subjects have the same.
  public let weightsBy: ExplainedInput?
  /// The dimensions in the policy's order.
  public let dimensions: [ExplainedDimension]
  /// The gates in the order in which they apply, also those that did not.
  public let gates: [ExplainedGate]
  /// The results in the policy's order.
  public let results: [ExplainedResult]
}
