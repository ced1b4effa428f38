/// What a plan pays in all.
public struct Payroll: Sendable, Equatable {
  /// The exact sum, rounded once, of the amounts of all subjects that are published; infinite beyond
  /// the range of doubles.
  public let total: Double
  /// What may be paid in all; nil when the policy does not say.
  public let budget: Double?
}
