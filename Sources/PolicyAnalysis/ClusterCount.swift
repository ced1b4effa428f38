import SeededRandom

/// How many clusters subjects fall into: the number with the largest mean silhouette.
struct ClusterCount {
  /// The mean silhouette of one number of clusters.
  struct Trial: Sendable, Equatable {
    let count: Int
    let silhouette: Double
  }

  /// The numbers that are tried as far as the subjects allow.
  static let tried = 2...8
  /// Silhouettes need every distance; beyond so many subjects a sample stands for all.
  private static let largestSample = 1000

  /// What was tried, fewest clusters first; empty when there is nothing to divide.
  let trials: [Trial]

  /// The number with the largest mean silhouette, the least among equals; 1 when none was tried.
  var best: Int {
    trials.reduce(nil as Trial?) { best, trial in
      guard let best, best.silhouette >= trial.silhouette else { return trial }
      return best
    }?.count ?? 1
  }

  /// Tries each number that the points can be divided into, on a sample if they are many.
  init(_ space: DriverSpace, starts: Int, seed: UInt64, tried: (Int) -> Void) {
    let sample = Self.sample(space, seed: seed)
    let most = min(sample.differentCount, sample.count - 1, Self.tried.upperBound)
    guard most >= Self.tried.lowerBound else {
      trials = []
      return
    }
    let silhouette = Silhouette(sample)
    trials = (Self.tried.lowerBound...most).map { count in
      tried(count - Self.tried.lowerBound)
      let clusters = KMeans.best(sample, count: count, starts: starts, seed: seed).numberedClusters
      return Trial(count: count, silhouette: silhouette.mean(clusters))
    }
  }

  /// Every point, or so many of them, each as likely as any other, in their order.
  ///
  /// Knuth, The Art of Computer Programming, volume 2, section 3.4.2, algorithm S.
  private static func sample(_ space: DriverSpace, seed: UInt64) -> DriverSpace {
    guard space.count > largestSample else { return space }
    var random = SplitMix64(seed: seed)
    var places: [Int] = []
    for point in 0..<space.count {
      let wanted = largestSample - places.count
      if random.next(below: space.count - point) < wanted { places.append(point) }
    }
    return space.taking(places)
  }
}
