import ScoringEngine
import ScoringPlan

/// Fair plans, each set from comparable subjects.
///
/// The *standard* of a subject is what a least-squares regression on the drivers leads one to expect
/// of it. Its *ideal standard* adds the upper quantile (a quarter reaches it, by default) of what the
/// subjects of its cluster reach beyond expectation; clusters come from k-means over the same drivers.
/// After the brand-width standards of a tobacco sales company, which names both analyses, the drivers
/// and both standards, but prints neither formulas nor data: how they are combined is ours.
///
/// The result does not depend on the order of subjects.
public struct Standards: Sendable {
  /// How they were set.
  public let options: StandardsOptions
  /// The name of what the plans are for.
  public let targetName: String
  /// The expectation that the standards come from; its arrays stand in the order of subjects.
  public let regression: DriverRegression
  /// The clusters, that of the highest mean standard first.
  public let clusters: [PeerCluster]
  /// The mean silhouette of each number of clusters tried; empty when the number was given.
  public let silhouettes: [(count: Int, silhouette: Double)]
  /// One for each subject, in their order.
  public let subjects: [SubjectStandard]
  /// One for each group, in the order of their UTF-8 bytes; empty when none were asked for.
  public let groups: [GroupStandard]
  /// Whether standards below 0 were raised to 0, since nobody reaches less than 0.
  public let isFlooredAtZero: Bool

  /// Sets standards. O(subjects * (coefficients^2 + clusters * coordinates * steps)); at most a
  /// thousand subjects are compared with each other to find the number of clusters.
  ///
  /// - Throws: what `DriverRegression` throws, and `tooManyClusters`.
  public init(
    _ subjects: ComparableSubjects, options: StandardsOptions = StandardsOptions(),
    progress: ((WorkProgress) -> Void)? = nil
  ) throws(StandardsError) {
    let order = subjects.byKey
    let sorted = subjects.taking(order)
    let regression = try DriverRegression(sorted)
    let peers = try PeerClusters(
      sorted, count: options.clusterCount, seed: options.seed, progress: progress)
    let setting = StandardSetting(sorted, regression, peers.clusters, options)
    self.options = options
    targetName = subjects.targetName
    clusters = setting.clusters
    silhouettes = peers.trials.map { ($0.count, $0.silhouette) }
    groups = setting.groups
    isFlooredAtZero = setting.isFlooredAtZero
    var places = [Int](repeating: 0, count: order.count)
    for (place, subject) in order.enumerated() { places[subject] = place }
    self.subjects = places.map { setting.subjects[$0] }
    self.regression = regression.taking(places)
  }
}
