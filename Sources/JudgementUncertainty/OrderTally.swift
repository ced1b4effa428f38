/// How often draws put labels in which order.
struct OrderTally {
  /// For each label how often it is first, second and so on.
  private(set) var rankCounts: [[Int]]
  /// In how many draws two labels have changed places.
  private(set) var changedCount = 0
  /// In how many draws none of the first labels is first.
  private(set) var firstChangedCount = 0
  /// The orders, the most frequent first, equally frequent ones by their labels.
  let orders: [(order: [Int], count: Int)]

  init(given: [Double], _ draws: WeightDraws) {
    let size = given.count
    rankCounts = given.map { _ in [Int](repeating: 0, count: size) }
    let before = Self.order(given, before: Array(given.indices))
    let keys = given.map(Self.key)
    var counts: [[Int]: Int] = [:]
    for draw in 0..<draws.count {
      let weights = Array(draws[draw])
      let order = Self.order(weights, before: before)
      counts[order, default: 0] += 1
      for (rank, label) in order.enumerated() { rankCounts[label][rank] += 1 }
      let drawn = weights.map(Self.key)
      if Self.isTurned(keys, drawn) { changedCount += 1 }
      let largest = drawn.max()
      let isFirst = given.indices.contains {
        keys[$0] == keys[before[0]] && drawn[$0] == largest
      }
      if !isFirst { firstChangedCount += 1 }
    }
    orders = counts.sorted { one, other in
      one.value != other.value
        ? one.value > other.value : one.key.lexicographicallyPrecedes(other.key)
    }.map { ($0.key, $0.value) }
  }

  /// The labels by weight, the weightiest first; equals as they stood before.
  static func order(_ weights: [Double], before: [Int]) -> [Int] {
    let keys = weights.map(key)
    return before.enumerated().sorted { one, other in
      (keys[one.element], -one.offset) > (keys[other.element], -other.offset)
    }.map(\.element)
  }

  /// Weights that only rounding tells apart are equal.
  private static func key(_ weight: Double) -> Double { (weight * 1e12).rounded() }

  private static func isTurned(_ given: [Double], _ drawn: [Double]) -> Bool {
    given.indices.contains { one in
      given.indices.contains { other in given[one] > given[other] && drawn[one] < drawn[other] }
    }
  }
}
