/// The mean consistency index of random matrices with gaps, completed lambda-optimally.
///
/// The fewer comparisons, the less they can contradict each other: a ratio of judgements with gaps by a
/// random index of complete matrices would look better than it is. Always 0 where the comparisons form a
/// tree, which cannot contradict itself.
public struct IncompleteRandomIndex: Hashable, Sendable {
  /// The index.
  public let value: Double
  /// Where it is from, to be printed with every ratio: the name of a table, or `simulated`.
  public let source: String
  /// The standard error of a simulated value; nil where it is from a table.
  public let standardError: Double?
  /// How many random matrices a simulated value is the mean of; nil where it is from a table.
  public let draws: Int?

  init(_ value: Double, _ source: String, standardError: Double? = nil, draws: Int? = nil) {
    self.value = value
    self.source = source
    self.standardError = standardError
    self.draws = draws
  }

  /// The value for the size and the number of gaps in the table of Agoston and Csato,
  /// `agoston-csato-2022`; nil where it does not reach.
  public static func tabulated(_ graph: ComparisonGraph) -> IncompleteRandomIndex? {
    guard !graph.isTree else { return IncompleteRandomIndex(0, tableName) }
    return printed(size: graph.size, missing: graph.missingCount).map {
      IncompleteRandomIndex($0, tableName)
    }
  }

  /// What the table prints for `size` rows with `missing` pairs not compared, the mean over all graphs of
  /// comparisons, connected or not; nil where it does not reach.
  ///
  /// Agoston, K. C., Csato, L. (2022), Inconsistency thresholds for incomplete pairwise comparison
  /// matrices, Omega 108, 102576, doi:10.1016/j.omega.2021.102576.
  public static func printed(size: Int, missing: Int) -> Double? {
    guard let row = table[size], row.indices.contains(missing) else { return nil }
    return row[missing]
  }

  /// A random index of complete matrices made less for the gaps, by the factor 1 - 2 m / ((n - 1) (n - 2))
  /// that the same paper finds near the truth; nil where the complete table does not reach.
  public static func scaled(
    _ randomIndex: RandomIndex, _ graph: ComparisonGraph
  ) -> IncompleteRandomIndex? {
    guard !graph.isTree else { return IncompleteRandomIndex(0, randomIndex.name) }
    let size = Double(graph.size)
    return randomIndex.value(size: graph.size).map {
      IncompleteRandomIndex(
        $0 * (1 - 2 * Double(graph.missingCount) / ((size - 1) * (size - 2))),
        graph.isComplete ? randomIndex.name : "\(randomIndex.name), scaled for gaps")
    }
  }

  /// The table's value where it reaches, else that simulated for the very comparisons made.
  public static func best(for graph: ComparisonGraph) -> IncompleteRandomIndex {
    tabulated(graph) ?? simulated(graph)
  }

  static let tableName = "agoston-csato-2022"

  private static let table: [Int: [Double]] = [
    4: [0.884, 0.583, 0.306, 0.053],
    5: [1.109, 0.925, 0.739, 0.557, 0.379, 0.212, 0.059],
    6: [1.249, 1.128, 1.007, 0.883, 0.758, 0.634, 0.510, 0.389, 0.271, 0.161],
    7: [1.341, 1.256],
  ]
}
