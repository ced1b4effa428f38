/// A rigorous interval round the smallest principal eigenvalue that a completion can have.
///
/// For any circulation m_ij >= 0 (as much flows into each node as out of it; sum 1) the sum of
/// m_ij ln (a_ij m_i / m_ij), m_i being what flows through i, is at most ln lambda, by Jensen's
/// inequality. Where as much flows to as fro between the pairs not compared, their values drop out, and
/// the sum bounds every completion at once. The flows at the minimum reach it. Donsker, M. D., Varadhan,
/// S. R. S. (1975), Communications on Pure and Applied Mathematics 28(1), 1-47,
/// doi:10.1002/cpa.3160280102.
struct LambdaOptimum {
  private let graph: ComparisonGraph
  private let size: Int
  private let balance: PerronBalance

  init(_ graph: ComparisonGraph, _ balance: PerronBalance) {
    self.graph = graph
    size = graph.size
    self.balance = balance
  }

  /// From what every completion has at least, to what this one has at most.
  func bounds(_ matrix: PairwiseComparisonMatrix) -> ClosedRange<Double> {
    let upper = CollatzWielandt.bounds(
      matrix.elements, balance.scale.map(exponentials(balance.scale))
    )
    .upperBound
    let lower = max(exponential(dualValue()).nextDown, Double(size))
    return min(lower, upper)...upper
  }

  private func exponentials(_ scale: [Double]) -> (Double) -> Double {
    let largest = scale.max() ?? 0
    return { exponential($0 - largest) }
  }

  /// The bound of ln lambda by a circulation near the flows, less all that rounding can have added.
  private func dualValue() -> Double {
    let flows = circulation()
    let through = (0..<size).map { row in
      flows[row * size..<(row + 1) * size].reduce(0, +)
    }
    let total = through.reduce(0, +)
    var sum = 0.0
    for row in 0..<size {
      for column in 0..<size where flows[row * size + column] > 0 {
        let flow = flows[row * size + column]
        sum += flow * naturalLogarithm(balance.elements[row * size + column] / flow * through[row])
      }
    }
    // Logarithms of elements are sums of three numbers; a circulation that is not quite one lets the
    // scaling in, by its rounding times the largest exponent.
    let exponent =
      (balance.scale.map(\.magnitude).max() ?? 0)
      + (balance.logarithms.map(\.magnitude).max() ?? 0)
    let rounding = Double(size * size + 10) * .ulpOfOne * (2 + exponent)
    return sum / total - rounding
  }

  /// Flows like those of the completed matrix, made equal to and fro between pairs not compared, and
  /// balanced at each node along comparisons that were made.
  private func circulation() -> [Double] {
    var flows = FlowModel(graph, balance).flows
    for pair in graph.missing {
      let (to, fro) = (pair.first * size + pair.second, pair.second * size + pair.first)
      let mean = (flows[to] + flows[fro]) / 2
      (flows[to], flows[fro]) = (mean, mean)
    }
    var excess = (0..<size).map { node in
      (0..<size).reduce(0) { $0 + flows[node * size + $1] - flows[$1 * size + node] }
    }
    for (node, parent) in graph.spanningTree.reversed() {
      if excess[node] > 0 {
        flows[parent * size + node] += excess[node]
      } else {
        flows[node * size + parent] -= excess[node]
      }
      excess[parent] += excess[node]
    }
    return flows
  }
}
