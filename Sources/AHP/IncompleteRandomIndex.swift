/// The mean consistency index of random matrices with gaps, completed lambda-optimally.
///
/// The fewer comparisons, the less they can contradict each other: a ratio of judgements with gaps by a
/// random index of complete matrices would look better than it is. Always 0 where the comparisons form a
/// tree, which cannot contradict itself.
public struct IncompleteRandomIndex: Hashable, Sendable {
  /// The index.
  public let value: Double
  /// Where it is from, to be printed with every ratio: the name of a table, `simulated`, or
  /// `tree`.
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
    guard !graph.isTree else { return tree }
    return printed(size: graph.size, missing: graph.missingCount).map {
      IncompleteRandomIndex($0, tableName)
    }
  }

  /// What the table prints for `size` rows with `missing` pairs not compared, the mean over connected
  /// graphs of comparisons; nil where it does not reach.
  ///
  /// The paper's completions are the least eigenvalue's among values from 1/9 to 9, ours among all
  /// positive ones: so the table lies above the simulation, the more so the more pairs are missing (it
  /// prints .053 for four labels with three gaps, which form a tree).
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
    guard !graph.isTree else { return tree }
    let size = Double(graph.size)
    return randomIndex.value(size: graph.size).map {
      IncompleteRandomIndex(
        $0 * (1 - 2 * Double(graph.missingCount) / ((size - 1) * (size - 2))),
        graph.isComplete ? randomIndex.name : "\(randomIndex.name), scaled for gaps")
    }
  }

  /// That of comparisons which form a tree: 0, from the source `tree`.
  static let tree = IncompleteRandomIndex(0, "tree")

  static let tableName = "agoston-csato-2022"

  private static let table: [Int: [Double]] = [
    4: [0.884, 0.583, 0.306, 0.053],
    5: [1.109, 0.925, 0.739, 0.557, 0.379, 0.212, 0.059],
    6: [1.249, 1.128, 1.007, 0.883, 0.758, 0.634, 0.510, 0.389, 0.271, 0.161],
    7: [1.341, 1.256],
  ]
}
