import SeededRandom

/// Points divided into clusters so that the squared distances to the clusters' means are small.
///
/// Starts as Arthur, D., Vassilvitskii, S. (2007), k-means++: the advantages of careful seeding,
/// SODA '07, 1027-1035; then Lloyd, S. P. (1982), Least squares quantization in PCM, IEEE Transactions
/// on Information Theory 28, 129-137, doi:10.1109/TIT.1982.1056489. The same points, in the same
/// order, and seed give the same clusters.
struct KMeans: Sendable {
  /// After so many steps the clusters are taken as they are.
  private static let mostSteps = 300

  /// The cluster of each point, from 0.
  private(set) var clusters: [Int]
  /// The sum of squared distances to the nearest centre before each step; it never rises.
  private(set) var objectives: [Double] = []
  /// The coordinates of the clusters' means, those of one centre together.
  private(set) var centres: [Double] = []
  private let space: DriverSpace
  /// Each point's squared distance to its centre.
  private var distances: [Double]

  /// What is to be made small.
  var objective: Double { objectives.last ?? 0 }

  /// Clusters from one start. O(points * clusters * coordinates) for each step.
  ///
  /// `count` must be at least 1; no more clusters come out than there are different points.
  init(_ space: DriverSpace, count: Int, random: inout SplitMix64) {
    precondition(count >= 1 && space.count >= 1, "points fall into at least one cluster")
    self.space = space
    clusters = [Int](repeating: -1, count: space.count)
    distances = [Double](repeating: .infinity, count: space.count)
    chooseCentres(count, &random)
    for _ in 0..<Self.mostSteps {
      let isChanged = assign()
      objectives.append(distances.reduce(0, +))
      if !isChanged { break }
      moveCentres()
    }
  }

  /// The best of several starts; the earliest among equals.
  static func best(
    _ space: DriverSpace, count: Int, starts: Int, seed: UInt64, started: (Int) -> Void = { _ in }
  ) -> KMeans {
    var random = SplitMix64(seed: seed)
    var best = KMeans(space, count: count, random: &random)
    for start in 1..<max(starts, 1) {
      started(start)
      let next = KMeans(space, count: count, random: &random)
      if next.objective < best.objective { best = next }
    }
    return best
  }

  /// The clusters numbered from 0 in the order of their first points, those without points left out.
  var numberedClusters: [Int] {
    var numbers: [Int: Int] = [:]
    return clusters.map { cluster in
      let number = numbers[cluster] ?? numbers.count
      numbers[cluster] = number
      return number
    }
  }

  private var clusterCount: Int { space.dimension == 0 ? 1 : centres.count / space.dimension }

  /// The first centre is any point; each further one a point, the likelier the farther it lies, by
  /// the square of the distance, from the nearest centre chosen so far.
  private mutating func chooseCentres(_ count: Int, _ random: inout SplitMix64) {
    var chosen = random.next(below: space.count)
    for _ in 0..<count {
      centres += space.point(chosen)
      shortenDistances(to: chosen)
      let total = distances.reduce(0, +)
      guard total > 0 else { return }
      chosen = pick(random.nextUnit() * total)
    }
  }

  /// Makes a point's distance to its nearest centre that to another point where this is less.
  private mutating func shortenDistances(to chosen: Int) {
    let dimension = space.dimension
    space.coordinates.withUnsafeBufferPointer { points in
      distances.withUnsafeMutableBufferPointer { distances in
        for point in distances.indices {
          var sum = 0.0
          for axis in 0..<dimension {
            let step = points[point * dimension + axis] - points[chosen * dimension + axis]
            sum += step * step
          }
          if sum < distances[point] { distances[point] = sum }
        }
      }
    }
  }

  /// The first point at which the running sum of distances exceeds a threshold.
  private func pick(_ threshold: Double) -> Int {
    var sum = 0.0
    for (point, distance) in distances.enumerated() {
      sum += distance
      if sum > threshold { return point }
    }
    return distances.lastIndex { $0 > 0 } ?? 0
  }

  /// Puts each point into the cluster with the nearest centre, the first among equals; whether any
  /// point changed.
  private mutating func assign() -> Bool {
    var isChanged = false
    let (dimension, count) = (space.dimension, clusterCount)
    space.coordinates.withUnsafeBufferPointer { points in
      centres.withUnsafeBufferPointer { centres in
        for point in 0..<space.count {
          var (nearest, least) = (0, Double.infinity)
          for cluster in 0..<count {
            var sum = 0.0
            for axis in 0..<dimension {
              let step = points[point * dimension + axis] - centres[cluster * dimension + axis]
              sum += step * step
            }
            if sum < least { (nearest, least) = (cluster, sum) }
          }
          if clusters[point] != nearest { isChanged = true }
          clusters[point] = nearest
          distances[point] = least
        }
      }
    }
    return isChanged
  }

  /// Moves each centre to the mean of its points; one without points to the point that lies farthest
  /// from its own centre.
  private mutating func moveCentres() {
    let dimension = space.dimension
    var counts = [Int](repeating: 0, count: clusterCount)
    var sums = [Double](repeating: 0, count: centres.count)
    for (point, cluster) in clusters.enumerated() {
      counts[cluster] += 1
      for axis in 0..<dimension {
        sums[cluster * dimension + axis] += space.coordinates[point * dimension + axis]
      }
    }
    for cluster in counts.indices {
      let range = cluster * dimension..<(cluster + 1) * dimension
      if counts[cluster] > 0 {
        for index in range { centres[index] = sums[index] / Double(counts[cluster]) }
      } else {
        let farthest = distances.indices.max { distances[$0] < distances[$1] } ?? 0
        centres.replaceSubrange(range, with: space.point(farthest))
        distances[farthest] = 0
      }
    }
  }
}
