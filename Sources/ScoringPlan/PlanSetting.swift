/// A parameter, curve, step function or lookup with its values, as an explanation shows it.
public struct PlanSetting: Sendable, Equatable {
  /// Its name in the policy.
  public let name: String
  /// One entry with the value and unit of a parameter; else the points or pairs, in order.
  public let entries: [[String]]
}
