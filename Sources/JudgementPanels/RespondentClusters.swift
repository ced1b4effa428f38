import Foundation

/// Respondents of one mind: groups within which priorities are alike.
///
/// After Goepel's group consensus cluster analysis (AHP-OS since April 2022): the similarity of two
/// respondents is their consensus S*. The one who is similar to the most others, above a threshold,
/// makes a cluster with them; then the same among those who are left, until nobody is similar to
/// anybody. Here equals are decided by the larger sum of similarities and then by name, so that the
/// order of the file does not matter.
public struct RespondentClusters: Hashable, Sendable {
  /// The clusters in the order found, each with at least two names, in the order of names.
  public let clusters: [[String]]
  /// Those of no cluster, in the order of names.
  public let unclustered: [String]
  /// The similarity above which two are of one mind.
  public let threshold: Double

  /// The clusters at one threshold, or at the best one of 0.975, 0.95 ... 0.70.
  ///
  /// The best has the fewest clusters and unclustered together, the highest such threshold; there must
  /// be two clusters or more, at most four unclustered, and in the first cluster a consensus above
  /// 0.675. Where no threshold is such, there are no clusters: nil. O(t k^3) for t thresholds and k
  /// respondents.
  public init?(
    _ respondents: [(name: String, priorities: [Double])], threshold: Double? = nil,
    scaleMaximum: Double = 9
  ) {
    let members = respondents.sorted { $0.name < $1.name }
    let similarity = SimilarityMatrix(members.map(\.priorities), scaleMaximum)
    let tried = threshold.map { [$0] } ?? Self.thresholds
    let found = tried.map { (threshold: $0, clusters: similarity.clusters(above: $0)) }
    let best =
      threshold != nil
      ? found.first
      : found.filter { isFit($0.clusters) }.min { parts($0.clusters) < parts($1.clusters) }
    guard members.count > 1, let best, similarity.isDefined else { return nil }
    clusters = best.clusters.map { $0.map { members[$0].name } }
    let clustered = Set(best.clusters.joined())
    unclustered = members.indices.filter { !clustered.contains($0) }.map { members[$0].name }
    self.threshold = best.threshold

    func parts(_ clusters: [[Int]]) -> Int {
      clusters.count + members.count - clusters.joined().count
    }
    func isFit(_ clusters: [[Int]]) -> Bool {
      guard clusters.count > 1, members.count - clusters.joined().count < 5 else { return false }
      let first = GroupConsensus.value(
        clusters[0].map { members[$0].priorities }, scaleMaximum: scaleMaximum)
      return (first ?? 0) > 0.675
    }
  }

  private static let thresholds = (28...39).reversed().map { Double($0) / 40 }
}

/// How alike every two respondents are.
private struct SimilarityMatrix {
  private let rows: [[Double]]
  /// Whether there is a similarity at all.
  let isDefined: Bool

  init(_ priorities: [[Double]], _ scaleMaximum: Double) {
    rows = priorities.map { one in
      priorities.map { GroupConsensus.value([one, $0], scaleMaximum: scaleMaximum) ?? 0 }
    }
    isDefined = (priorities.first?.count ?? 0) > 1
  }

  /// Positions of those who are together, in the order found.
  func clusters(above threshold: Double) -> [[Int]] {
    var left = Set(rows.indices)
    var clusters: [[Int]] = []
    while let cluster = largest(among: left, above: threshold) {
      clusters.append(cluster)
      left.subtract(cluster)
    }
    return clusters
  }

  private func largest(among left: Set<Int>, above threshold: Double) -> [Int]? {
    let ordered = left.sorted()
    var best: (members: [Int], sum: Double)?
    for center in ordered {
      let members = ordered.filter { $0 == center || rows[center][$0] > threshold }
      let sum = members.map { rows[center][$0] }.sorted().reduce(0, +)
      guard members.count > 1 else { continue }
      if let best, (members.count, sum) <= (best.members.count, best.sum) { continue }
      best = (members, sum)
    }
    return best?.members
  }
}
