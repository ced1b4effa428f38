/// The comparison not yet made that would tell most.
///
/// The one whose two weights the judgements given tell least about: the pair of largest effective
/// resistance. Where judgements are off by independent errors of one variance in their logarithms, the
/// resistance is the variance of the logarithm of the pair's quotient of weights in units of that one.
/// Asking it divides the volume (squared) of the confidence region of all weights by 1 + resistance,
/// more than any other question (D-optimality). Osting, B., Brune, C., Osher, S. J. (2014), Optimal data
/// collection for informative rankings expose well-connected graphs, Journal of Machine Learning Research
/// 15, 2981-3012.
public struct NextComparison: Hashable, Sendable {
  /// The label of the row, which stands above the column in the matrix.
  public let row: String
  /// The label of the column.
  public let column: String
  /// The effective resistance between the two in the graph of comparisons, each being 1 ohm.
  public let resistance: Double
}

extension IncompleteMatrix {
  /// The pairs not compared, the one most worth asking first; equals in reading order. O(n^3 + m n^2).
  public var nextComparisons: [NextComparison] {
    let squares = LogarithmicLeastSquares(graph)
    let resistances = graph.missing.map(squares.resistance)
    // Resistances that differ by rounding are equal.
    let ranks = resistances.map { ($0 * 1e9).rounded() }
    let order = ranks.indices.sorted { (-ranks[$0], $0) < (-ranks[$1], $1) }
    return order.map { index in
      let pair = graph.missing[index]
      return NextComparison(
        row: labels[pair.first], column: labels[pair.second], resistance: resistances[index])
    }
  }
}
