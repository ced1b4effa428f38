import AHP

/// Changes to be laid over a policy: a draft of its next version.
///
/// Every change is by the path of what it changes. `PolicyTuning.revised(by:)` reads a policy with them.
public struct PolicyRevision: Sendable, Equatable {
  /// For the path of a number its new text, as policies write numbers: `0.8`, `5%`, `1500元`.
  ///
  /// Paths are those of `PolicyTuning.policy(numbers:judgements:)`. A number alone counts in the unit that
  /// the policy writes behind the one it replaces, and keeps that.
  public var numbers: [String: String]
  /// Judgements instead of those given. Weights that are numbers become judgements where all pairs are
  /// judged.
  public var judgements: [TunedJudgement]
  /// For the path of weights, such as `scorecard.weights` or, by a text column, `scorecard.weights.wealth`,
  /// the weight of everything weighed there: instead of judgements or of other weights.
  public var weights: [String: [String: Double]]
  /// For the path of weights by judgements, how the priorities are computed.
  public var methods: [String: PriorityMethod]
  /// For the path of weights by judgements, the random index that their consistency ratio is formed with.
  public var randomIndices: [String: RandomIndex]
  /// The version; nil leaves it as it is.
  public var version: String?

  /// Changes of what is named, and of nothing else.
  public init(
    numbers: [String: String] = [:], judgements: [TunedJudgement] = [],
    weights: [String: [String: Double]] = [:], methods: [String: PriorityMethod] = [:],
    randomIndices: [String: RandomIndex] = [:], version: String? = nil
  ) {
    self.numbers = numbers
    self.judgements = judgements
    self.weights = weights
    self.methods = methods
    self.randomIndices = randomIndices
    self.version = version
  }
}
