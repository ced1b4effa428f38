/// Which pairs of some things were compared: the graph whose edges are the comparisons.
public struct ComparisonGraph: Hashable, Sendable {
  /// How many things there are.
  public let size: Int
  /// The pairs compared, each once, in reading order.
  let compared: [ComparedPair]
  /// The pairs not compared, in reading order.
  let missing: [ComparedPair]

  /// The graph of some comparisons of `size` things, which count from 0.
  ///
  /// - Returns: nil unless every comparison is of two different things inside 0 ..< size; a pair that
  ///   stands twice, in either direction, counts once.
  public init?(size: Int, comparisons: [(row: Int, column: Int)]) {
    guard size > 0,
      comparisons.allSatisfy({
        0..<size ~= $0.row && 0..<size ~= $0.column && $0.row != $0.column
      })
    else { return nil }
    self.init(size: size, compared: Set(comparisons.map { ComparedPair($0.row, $0.column) }))
  }

  /// The graph of all comparisons of `size` things, at least one, but those missing.
  public init(size: Int, without missing: some Collection<ComparedPair>) {
    self.init(size: size, compared: Set(ComparedPair.all(size: size)).subtracting(missing))
  }

  init(size: Int, compared: Set<ComparedPair>) {
    self.size = size
    let pairs = ComparedPair.all(size: size)
    self.compared = pairs.filter(compared.contains)
    missing = pairs.filter { !compared.contains($0) }
  }

  /// The number of pairs compared.
  public var comparisonCount: Int { compared.count }

  /// The number of pairs not compared.
  public var missingCount: Int { missing.count }

  /// How many comparisons of `size` things may be missing at most: size - 1 make a tree.
  public static func mostMissing(size: Int) -> Int { max(0, (size - 1) * (size - 2) / 2) }

  /// Whether every pair is compared.
  public var isComplete: Bool { missing.isEmpty }

  /// Whether chains of comparisons lead from each thing to each other, so that all can be weighed.
  public var isConnected: Bool { groups.count == 1 }

  /// Whether the comparisons are just enough to connect all: no two chains lead to one pair, so that
  /// no judgement can contradict another.
  public var isTree: Bool { isConnected && compared.count == size - 1 }

  /// What chains of comparisons connect: each group, and the groups by their first members, in order.
  public var groups: [[Int]] {
    var group = Array(0..<size)
    for pair in compared {
      let (one, other) = (group[pair.first], group[pair.second])
      for index in group.indices where group[index] == max(one, other) {
        group[index] = min(one, other)
      }
    }
    return Set(group).sorted().map { number in (0..<size).filter { group[$0] == number } }
  }

  /// Each thing but the first with the thing nearer to the first that it hangs on, such that the nearer
  /// one always stands earlier in the list; only for a connected graph.
  var spanningTree: [(node: Int, parent: Int)] {
    var reached = [0]
    var tree: [(node: Int, parent: Int)] = []
    var isReached = [Bool](repeating: false, count: size)
    isReached[0] = true
    var next = 0
    while next < reached.count {
      let parent = reached[next]
      next += 1
      for pair in compared where pair.first == parent || pair.second == parent {
        let node = pair.first == parent ? pair.second : pair.first
        guard !isReached[node] else { continue }
        isReached[node] = true
        reached.append(node)
        tree.append((node, parent))
      }
    }
    return tree
  }
}
