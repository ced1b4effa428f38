import ScorecardPolicy

/// One tunable number of a policy: its path, unit and bounds. Its value is in the parameter vector.
public struct Parameter: Sendable, Equatable {
  /// Where it stands in the policy, such as `scorecard.dimensions.customer.measures.deposit.cap`.
  public let path: String
  /// Its unit, when the policy names one.
  public let unit: Unit?
  /// The smallest value that the policy allows; nil when it names none.
  public let minimum: Double?
  /// The largest value that the policy allows; nil when it names none.
  public let maximum: Double?

  /// A number; nil for a unit or a bound that the policy does not give.
  public init(path: String, unit: Unit?, minimum: Double?, maximum: Double?) {
    self.path = path
    self.unit = unit
    self.minimum = minimum
    self.maximum = maximum
  }
}
