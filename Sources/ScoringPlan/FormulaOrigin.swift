/// The place in the policy that an instruction was compiled from.
public struct FormulaOrigin: Sendable, Equatable {
  /// The path in the policy, such as `scorecard.dimensions.customer.measures.deposit.score`.
  public let path: String
  /// The formula as written, or what stands for one.
  public let text: String

  /// An origin; `text` says in words what no formula says, such as a weighted sum.
  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}
