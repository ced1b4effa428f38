import ScoringEngine

/// Subjects divided by their drivers into clusters of comparable ones.
struct PeerClusters {
  /// How many starts are tried; the best counts.
  private static let starts = 10

  /// The cluster of each subject, from 0 and without gaps.
  let clusters: [Int]
  /// The numbers of clusters tried, when the number was not given.
  let trials: [ClusterCount.Trial]

  /// Divides subjects, which must stand in the order of their keys, into `count` clusters or, when
  /// it is nil, into as many as have the largest mean silhouette.
  init(
    _ subjects: ComparableSubjects, count: Int?, seed: UInt64,
    progress: ((WorkProgress) -> Void)?
  ) throws(StandardsError) {
    let space = DriverSpace(subjects)
    if let count, count > 1 {
      let different = space.differentCount
      guard count <= different else {
        throw .tooManyClusters(asked: count, different: different)
      }
    }
    let report = { (activity: String, done: Int, total: Int) in
      progress?(WorkProgress(activity: activity, done: done, total: total)) ?? ()
    }
    var trials: [ClusterCount.Trial] = []
    var chosen = count
    if chosen == nil {
      let found = ClusterCount(space, starts: Self.starts, seed: seed) {
        report("counting clusters", $0, ClusterCount.tried.count)
      }
      (trials, chosen) = (found.trials, found.best)
    }
    let found = KMeans.best(space, count: chosen ?? 1, starts: Self.starts, seed: seed) {
      report("clustering", $0, Self.starts)
    }
    self.trials = trials
    clusters = found.numberedClusters
  }
}
