import SeededRandom
import Testing

@testable import PolicyAnalysis

@Suite("Clusters of comparable subjects")
struct StandardsClusterTests {
  /// Points round centres far apart, each with so many coordinates.
  private static func blobs(
    _ centres: [Double], each count: Int, dimension: Int = 2, seed: UInt64 = 5
  ) -> DriverSpace {
    var generator = SplitMix64(seed: seed)
    let coordinates = centres.flatMap { centre in
      (0..<count * dimension).map { _ in centre + Double.random(in: -1...1, using: &generator) }
    }
    return DriverSpace(
      count: centres.count * count, dimension: dimension, coordinates: coordinates)
  }

  /// Points without any clusters.
  private static func cloud(_ count: Int, dimension: Int, seed: UInt64) -> DriverSpace {
    blobs([0], each: count, dimension: dimension, seed: seed)
  }

  @Test("the objective never rises", arguments: 1...20)
  func objective(seed: UInt64) {
    let space = Self.cloud(200, dimension: 3, seed: seed)
    var random = SplitMix64(seed: seed)
    let found = KMeans(space, count: 6, random: &random)
    #expect(found.objectives.count > 1)
    for (before, after) in zip(found.objectives, found.objectives.dropFirst()) {
      #expect(after <= before * (1 + 1e-12))
    }
  }

  @Test(
    "in the end each centre is the mean of its points and the nearest to them", arguments: 1...5)
  func settled(seed: UInt64) {
    let space = Self.cloud(150, dimension: 2, seed: seed)
    var random = SplitMix64(seed: seed)
    let found = KMeans(space, count: 4, random: &random)
    for cluster in 0..<4 {
      let members = found.clusters.indices.filter { found.clusters[$0] == cluster }
      #expect(!members.isEmpty)
      for axis in 0..<2 {
        let mean =
          members.reduce(0) { $0 + space.coordinates[$1 * 2 + axis] } / Double(members.count)
        #expect(abs(mean - found.centres[cluster * 2 + axis]) < 1e-12)
      }
    }
    for point in 0..<space.count {
      let distances = (0..<4).map { cluster in
        (0..<2).reduce(0) {
          let step = space.coordinates[point * 2 + $1] - found.centres[cluster * 2 + $1]
          return $0 + step * step
        }
      }
      #expect(distances[found.clusters[point]] == distances.min())
    }
  }

  @Test("the same seed gives the same clusters, and more starts none that are worse")
  func seeded() {
    let space = Self.cloud(120, dimension: 4, seed: 9)
    let first = KMeans.best(space, count: 5, starts: 3, seed: 7)
    #expect(first.clusters == KMeans.best(space, count: 5, starts: 3, seed: 7).clusters)
    #expect(KMeans.best(space, count: 5, starts: 12, seed: 7).objective <= first.objective)
  }

  @Test("clusters that lie apart are found, whatever the seed", arguments: 1...10)
  func apart(seed: UInt64) {
    let space = Self.blobs([0, 20, 50], each: 40)
    let found = KMeans.best(space, count: 3, starts: 10, seed: seed).numberedClusters
    #expect(found == [0, 1, 2].flatMap { Array(repeating: $0, count: 40) })
  }

  @Test("no more clusters come out than there are different points")
  func repeated() {
    let space = DriverSpace(count: 6, dimension: 1, coordinates: [1, 1, 2, 2, 1, 2])
    let found = KMeans.best(space, count: 4, starts: 3, seed: 1)
    #expect(Set(found.clusters).count == 2)
    #expect(found.objective == 0)
    let none = DriverSpace(count: 3, dimension: 0, coordinates: [])
    #expect(KMeans.best(none, count: 2, starts: 2, seed: 1).clusters == [0, 0, 0])
  }

  @Test("silhouettes are those worked out by hand")
  func silhouette() {
    // 0, 1 against 10, 11: within 1; to the others on average 10.5 and 9.5.
    let space = DriverSpace(count: 4, dimension: 1, coordinates: [0, 1, 10, 11])
    let mean = Silhouette(space).mean([0, 0, 1, 1])
    #expect(abs(mean - (9.5 / 10.5 + 8.5 / 9.5) / 2) < 1e-12)
    // A point alone counts 0; 0: (10 - 1) / 10, 1: (9 - 1) / 9.
    let three = DriverSpace(count: 3, dimension: 1, coordinates: [0, 1, 10])
    #expect(abs(Silhouette(three).mean([0, 0, 1]) - (0.9 + 8.0 / 9) / 3) < 1e-12)
  }

  @Test("the number of clusters is that of the blobs", arguments: [2, 3, 5, 8])
  func count(blobs: Int) {
    let space = Self.blobs((0..<blobs).map { Double($0 * $0) * 8 }, each: 30)
    #expect(ClusterCount(space, starts: 10, seed: 1) { _ in }.best == blobs)
  }

  @Test("on many points a sample gives the number")
  func sampled() {
    let space = Self.blobs([0, 30, 90], each: 700)
    let found = ClusterCount(space, starts: 3, seed: 4) { _ in }
    #expect(found.best == 3)
    #expect(found.trials.map(\.count) == Array(2...8))
  }

  @Test("what cannot be divided is one cluster")
  func undivided() {
    let same = DriverSpace(count: 5, dimension: 1, coordinates: [3, 3, 3, 3, 3])
    #expect(ClusterCount(same, starts: 3, seed: 1) { _ in }.best == 1)
    let two = DriverSpace(count: 2, dimension: 1, coordinates: [1, 2])
    #expect(ClusterCount(two, starts: 3, seed: 1) { _ in }.best == 1)
  }

  @Test("every driver that is not constant counts alike: total variance 1")
  func space() {
    let subjects = ComparableSubjects(
      keys: (0..<8).map { "\($0)" }, targetName: "y", target: (0..<8).map(Double.init),
      drivers: [
        Driver(name: "size", values: .numbers([3, 1, 4, 1, 5, 9, 2, 6])),
        Driver(name: "class", values: .texts(["a", "b", "a", "c", "a", "a", "b", "c"])),
        Driver(name: "same", values: .texts([String](repeating: "x", count: 8))),
      ])
    let space = DriverSpace(subjects)
    #expect(space.dimension == 4)
    let variances = (0..<4).map { axis in
      let deviation = Moments((0..<8).map { space.coordinates[$0 * 4 + axis] }).deviation
      return deviation * deviation
    }
    #expect(abs(variances[0] - 1) < 1e-12)
    #expect(abs(variances[1...].reduce(0, +) - 1) < 1e-12)
  }

  // R's quantile(x, p), type 7, for x = 1, 2, 3, 4: 1, 1.75, 2.5, 3.25, 4.
  @Test(
    "quantiles are by straight lines between sorted numbers",
    arguments: zip([0, 0.25, 0.5, 0.75, 1], [1, 1.75, 2.5, 3.25, 4]))
  func quantile(share: Double, expected: Double) {
    #expect(Quantile.of([3, 1, 4, 2], share: share) == expected)
    #expect(Quantile.of([7], share: share) == 7)
  }
}
