import AHP

/// How judgements become weights, and how consistent they have to be.
public struct JudgementOptions: Sendable {
  /// How priorities are computed.
  public var method: PriorityMethod = .eigenvector
  /// The random index that consistency ratios are formed with.
  public var randomIndex: RandomIndex = .saaty1980
  /// A ratio must be below this.
  public var maximumRatio = 0.1
}
