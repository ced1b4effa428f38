/// The values of missing judgements that make the principal eigenvalue as small as it can be.
///
/// The logarithm of the eigenvalue is a strictly convex function of the logarithms of the missing
/// judgements when the comparisons made are connected, so that there is one minimum. Bozoki, S., Fulop,
/// J., Ronyai, L. (2010), On optimal completion of incomplete pairwise comparison matrices,
/// Mathematical and Computer Modelling 52(1-2), 318-333, doi:10.1016/j.mcm.2010.02.047.
///
/// Found by Newton's method: with the eigenvectors a completed matrix is a Markov chain with
/// the flows v_i a_ij u_j / lambda; the derivative by a missing judgement is the difference of the flows
/// to and fro, and the second derivatives are the covariances of those differences in the long run.
struct LambdaOptimalCompletion {
  private let graph: ComparisonGraph
  private let start: LogarithmicLeastSquares

  /// Prepares a connected graph of comparisons. O(n^3).
  init(_ graph: ComparisonGraph) {
    self.graph = graph
    start = LogarithmicLeastSquares(graph)
  }

  /// A completion: the logarithms of the missing judgements, and of the smallest eigenvalue.
  struct Solution {
    /// In the order of the graph's missing pairs.
    let logarithms: [Double]
    let logarithmOfRoot: Double
    /// The matrix balanced, as a certificate of the minimum starts from it.
    let balance: PerronBalance
  }

  /// Solves for the logarithms of the judgements made, in the order of the graph's compared pairs.
  ///
  /// O(n^3 + m n^2 + m^3) for each of some five steps, m judgements being missing.
  func solve(_ given: [Double]) -> Solution {
    let observations = zip(graph.compared, given).map {
      LogarithmicLeastSquares.Observation(pair: $0, logarithm: $1)
    }
    let weights = start.logarithms(observations)
    var iterate = LambdaIterate(graph, given: given, weights: weights)
    // Judgements that contradict each other by many powers of ten make the function all but a polyhedron:
    // then the powers a_ij^s are solved for growing s, each from the last; small s is nearly quadratic.
    let residual =
      observations.map {
        abs($0.logarithm - weights[$0.pair.first] + weights[$0.pair.second])
      }.max() ?? 0
    var power = min(1, Self.largestFreeResidual / max(residual, .leastNormalMagnitude))
    iterate.stretch(by: power)
    iterate.minimize()
    while power < 1 {
      let next = min(1, power * 2)
      iterate.stretch(by: next / power)
      iterate.minimize()
      power = next
    }
    return Solution(
      logarithms: iterate.unknowns, logarithmOfRoot: iterate.logarithmOfRoot,
      balance: iterate.balance)
  }

  private static let largestFreeResidual = 4.0
}

/// Where the minimisation stands.
private struct LambdaIterate {
  private let graph: ComparisonGraph
  private let size: Int
  private(set) var unknowns: [Double]
  private(set) var balance: PerronBalance

  init(_ graph: ComparisonGraph, given: [Double], weights: [Double]) {
    self.graph = graph
    size = graph.size
    unknowns = graph.missing.map { weights[$0.first] - weights[$0.second] }
    var logarithms = [Double](repeating: 0, count: size * size)
    for (pairs, values) in [(graph.compared, given), (graph.missing, unknowns)] {
      for (pair, value) in zip(pairs, values) {
        logarithms[pair.first * size + pair.second] = value
        logarithms[pair.second * size + pair.first] = -value
      }
    }
    balance = PerronBalance(size: size, logarithms: logarithms, scale: weights)
    balance.balance()
  }

  var logarithmOfRoot: Double { balance.logarithmOfRoot }

  /// Solves for a power of the judgements made instead.
  mutating func stretch(by factor: Double) {
    guard factor != 1 else { return }
    balance.stretch(by: factor)
    for index in unknowns.indices { unknowns[index] *= factor }
    balance.balance()
  }

  /// Newton steps until they are too small to matter, or rounding leaves nothing to gain.
  mutating func minimize() {
    guard !unknowns.isEmpty else { return }
    for _ in 0..<Self.mostSteps {
      let model = FlowModel(graph, balance)
      let step = model.newtonStep()
      let length = step.map(\.magnitude).max() ?? 0
      let gain = -zip(step, model.gradient).reduce(0) { $0 + $1.0 * $1.1 }
      guard length > 0, length.isFinite else { return }
      // The curve changes by at most a factor e^|step|: inside this, Newton's method is sure to converge
      // quadratically, and what it gains is too little to be seen in the eigenvalue.
      if length <= Self.sureLength {
        move(by: step)
        if length <= Self.lastLength { return }
      } else if !descend(along: step, length: length, gain: gain) {
        return
      }
    }
  }

  private static let mostSteps = 200
  private static let sureLength = 1e-3
  private static let lastLength = 1e-8

  /// A part of the step that makes the eigenvalue smaller; false when rounding hides every gain.
  private mutating func descend(along step: [Double], length: Double, gain: Double) -> Bool {
    let before = self
    var share = min(1, 8 / length)
    while share > 1e-12 {
      move(by: step.map { $0 * share })
      if logarithmOfRoot <= before.logarithmOfRoot - 0.1 * share * gain { return true }
      self = before
      share /= 2
    }
    return false
  }

  private mutating func move(by step: [Double]) {
    for (index, pair) in graph.missing.enumerated() {
      unknowns[index] += step[index]
      balance.logarithms[pair.first * size + pair.second] = unknowns[index]
      balance.logarithms[pair.second * size + pair.first] = -unknowns[index]
    }
    balance.balance()
  }
}
