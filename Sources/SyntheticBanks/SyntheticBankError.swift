/// Why no data can be made up for a policy.
public struct SyntheticBankError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The table and column, as `staff.deposit_plan`, or the table alone.
  public let place: String
  /// What is in the way, and what to do about it.
  public let reason: String

  /// What is wrong, without a full stop.
  public var description: String { "\(place): \(reason)" }
}
