/// Two alternatives that the two syntheses put in opposite orders.
public struct RankFlip: Hashable, Sendable {
  /// The one that is above by distributive synthesis.
  public let aboveByDistributive: String
  /// The one that is above by ideal synthesis.
  public let aboveByIdeal: String

  /// A flip of two alternatives.
  public init(aboveByDistributive: String, aboveByIdeal: String) {
    (self.aboveByDistributive, self.aboveByIdeal) = (aboveByDistributive, aboveByIdeal)
  }
}
