/// A value that must be there for a subject to be published; without it the row is rejected.
///
/// The value is a number, a truth or a text.
public struct Requirement: Sendable, Equatable {
  /// The value.
  public let register: Register
  /// What it is called in the results, such as `total` or `customer.deposit`.
  public let name: String
  /// The truth that says whether the value is needed at all; nil when it always is.
  public let applies: Register?
  /// Whether a missing value is let through, and only a fault is not.
  public let allowsMissing: Bool
  /// Whether it must also fit a `ScoreKey`, because people are compared by it.
  public let mustRank: Bool

  /// A value that is always needed and may be of any size, unless said otherwise.
  public init(
    register: Register, name: String, applies: Register? = nil, allowsMissing: Bool = false,
    mustRank: Bool = false
  ) {
    self.register = register
    self.name = name
    self.applies = applies
    self.allowsMissing = allowsMissing
    self.mustRank = mustRank
  }
}
