/// How standards are set.
public struct StandardsOptions: Sendable, Equatable {
  /// The number of clusters; nil for as many as have the largest mean silhouette.
  public var clusterCount: Int?
  /// Where the random starts of the cluster analysis begin.
  public var seed: UInt64
  /// The share of comparable subjects that stay below the ideal.
  public var idealQuantile: Double
  /// The decimals that standards and ideals are rounded to.
  public var decimals: Int

  /// Options; at least one cluster, a quantile from 0.5 to 1, 0 to 12 decimals.
  public init(
    clusterCount: Int? = nil, seed: UInt64 = 1, idealQuantile: Double = 0.75, decimals: Int = 4
  ) {
    precondition(clusterCount ?? 1 >= 1, "subjects fall into at least one cluster")
    precondition((0.5...1).contains(idealQuantile), "the ideal lies above the middle")
    precondition((0...12).contains(decimals), "standards have 0 to 12 decimals")
    self.clusterCount = clusterCount
    self.seed = seed
    self.idealQuantile = idealQuantile
    self.decimals = decimals
  }
}
