/// Why a plan cannot be written in SQL that gives its bits.
public struct UnsupportedPlan: Error, Sendable, Equatable {
  /// One thing in the policy that SQL cannot do.
  public struct Reason: Sendable, Hashable {
    /// Where in the policy, such as `formulas.growth`.
    public let path: String
    /// The formula as written, or what stands for one.
    public let formula: String
    /// What cannot be done, in one sentence without a full stop.
    public let problem: String
    /// What to do instead.
    public let advice: String
  }

  /// All of them, in the order of evaluation, each once; at least one.
  public let reasons: [Reason]
}
