/// What people get, for which incentives are looked at.
public enum IncentiveOutcome: String, Sendable, Equatable, CaseIterable {
  /// The value after the gates; the total where a policy has none.
  case final
  /// What is paid.
  case pay
}
