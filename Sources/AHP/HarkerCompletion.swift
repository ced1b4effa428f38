/// Priorities from the judgements given alone, by Harker's matrix: 0 for each gap, and on the diagonal 1
/// more than the number of gaps in the row.
///
/// Its right principal eigenvector w is that of the matrix whose gaps are w_i / w_j. Harker, P. T. (1987),
/// Incomplete pairwise comparisons in the analytic hierarchy process, Mathematical Modelling 9(11),
/// 837-848, doi:10.1016/0270-0255(87)90503-3.
struct HarkerCompletion {
  private let graph: ComparisonGraph

  init(_ graph: ComparisonGraph) { self.graph = graph }

  /// The logarithms of the weights, from one observation for each compared pair. O(n^3).
  func logarithms(_ observations: [LogarithmicLeastSquares.Observation]) -> [Double] {
    let size = graph.size
    var logarithms = [Double](repeating: -.infinity, count: size * size)
    var gaps = [Int](repeating: 0, count: size)
    for pair in graph.missing {
      gaps[pair.first] += 1
      gaps[pair.second] += 1
    }
    for row in 0..<size { logarithms[row * size + row] = naturalLogarithm(Double(1 + gaps[row])) }
    for observation in observations {
      let pair = observation.pair
      logarithms[pair.first * size + pair.second] = observation.logarithm
      logarithms[pair.second * size + pair.first] = -observation.logarithm
    }
    let start = LogarithmicLeastSquares(graph).logarithms(observations)
    var balance = PerronBalance(size: size, logarithms: logarithms, scale: start)
    balance.balance()
    return balance.scale
  }
}
