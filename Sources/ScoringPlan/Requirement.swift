/// A value that must be there for a subject to be published; without it the row is rejected.
public struct Requirement: Sendable, Equatable {
  /// The value.
  public let register: Register
  /// What it is called in the results, such as `total` or `customer.deposit`.
  public let name: String
  /// Whether it must also fit a `ScoreKey`, because people are compared by it.
  public let mustRank: Bool

  /// A requirement.
  public init(register: Register, name: String, mustRank: Bool) {
    self.register = register
    self.name = name
    self.mustRank = mustRank
  }
}
