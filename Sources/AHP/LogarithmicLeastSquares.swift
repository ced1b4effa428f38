/// The weights whose quotients come nearest to some judgements in the sum of squared logarithms.
///
/// One linear system with the Laplacian of the graph of comparisons, each weighted: Crawford and
/// Williams' geometric means when every pair is compared. Bozoki, S., Fulop, J., Ronyai, L. (2010), On
/// optimal completion of incomplete pairwise comparison matrices, Mathematical and Computer Modelling
/// 52(1-2), 318-333, doi:10.1016/j.mcm.2010.02.047, section 4; Kwiesielewicz, M. (1996), European
/// Journal of Operational Research 93(3), 594-600.
struct LogarithmicLeastSquares {
  /// One comparison: the logarithm of the judgement of the pair's first against its second.
  struct Observation {
    let pair: ComparedPair
    let logarithm: Double
    /// How much its square counts, above 0.
    var weight = 1.0
  }

  private let size: Int
  private let laplacian: GroundedElimination

  /// Prepares the graph of some pairs, which must connect all nodes. O(n^3).
  init(size: Int, pairs: [(pair: ComparedPair, weight: Double)]) {
    self.size = size
    var rates = [Double](repeating: 0, count: size * size)
    for (pair, weight) in pairs {
      rates[pair.first * size + pair.second] += weight
      rates[pair.second * size + pair.first] += weight
    }
    laplacian = GroundedElimination(size: size, rates: rates)
  }

  /// Prepares a connected graph whose comparisons all count alike.
  init(_ graph: ComparisonGraph) {
    self.init(size: graph.size, pairs: graph.compared.map { ($0, 1) })
  }

  /// The logarithms of the weights, the first of them 0, from one observation or more for each pair that
  /// the graph was made of. O(n^2).
  func logarithms(_ observations: [Observation]) -> [Double] {
    var sources = [Double](repeating: 0, count: size)
    for observation in observations {
      let flow = observation.weight * observation.logarithm
      sources[observation.pair.first] += flow
      sources[observation.pair.second] -= flow
    }
    return laplacian.potentials(sources)
  }

  /// How uncertain the logarithm of the quotient of two weights is: its variance, where every
  /// comparison of weight 1 has the variance 1. O(n^2).
  ///
  /// As a network of resistors has it, one of 1 ohm for each comparison, this is the resistance between
  /// the two. Klein, D. J., Randic, M. (1993), Resistance distance, Journal of Mathematical Chemistry 12,
  /// 81-95, doi:10.1007/BF01164627.
  func resistance(_ pair: ComparedPair) -> Double {
    var sources = [Double](repeating: 0, count: size)
    sources[pair.first] = 1
    sources[pair.second] = -1
    let potentials = laplacian.potentials(sources)
    return potentials[pair.first] - potentials[pair.second]
  }
}
