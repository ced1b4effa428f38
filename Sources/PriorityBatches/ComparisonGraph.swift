/// Which rows of a matrix chains of comparisons connect.
struct ComparisonGraph {
  /// For each row the first row of its group.
  private var group: [Int]

  /// The graph of all comparisons but those missing.
  init(size: Int, without missing: some Collection<ComparedPair>) {
    group = Array(0..<size)
    let missing = Set(missing)
    for pair in ComparedPair.all(size: size) where !missing.contains(pair) {
      let (one, other) = (group[pair.first], group[pair.second])
      guard one != other else { continue }
      for row in 0..<size where group[row] == max(one, other) { group[row] = min(one, other) }
    }
  }

  /// Whether comparisons connect all rows.
  var isConnected: Bool { group.allSatisfy { $0 == 0 } }

  /// The rows of each group.
  var groups: [[Int]] {
    Set(group).sorted().map { number in group.indices.filter { group[$0] == number } }
  }

  /// How many comparisons may be missing at most: size - 1 make a tree.
  static func mostMissing(size: Int) -> Int { max(0, (size - 1) * (size - 2) / 2) }
}
