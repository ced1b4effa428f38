/// First and second derivatives of the logarithm of the principal eigenvalue by the logarithms of the
/// missing judgements.
///
/// P_ij = a_ij u_j / (lambda u_i) is a Markov chain. A power of e on the judgements tilts it, and the
/// logarithm of the eigenvalue is the cumulant function of what is counted along the chain, here the
/// passages i to j less those j to i: the gradient is the mean, the Hessian the covariance in the long
/// run (Dembo, A., Zeitouni, O. (1998), Large Deviations Techniques and Applications, section 3.1,
/// doi:10.1007/978-1-4612-5320-4), which martingale differences give without cancellation.
struct FlowModel {
  private let graph: ComparisonGraph
  private let size: Int
  /// The chain's flows pi_i P_ij, row by row, and the stationary distribution pi.
  let flows: [Double]
  private let stationary: [Double]
  private let chain: [Double]
  private let elimination: GroundedElimination
  /// One derivative for each missing pair.
  let gradient: [Double]

  init(_ graph: ComparisonGraph, _ balance: PerronBalance) {
    let size = graph.size
    self.graph = graph
    self.size = size
    var chain = balance.elements
    for row in 0..<size {
      for column in 0..<size { chain[row * size + column] /= balance.rowSums[row] }
    }
    elimination = GroundedElimination(size: size, rates: chain)
    stationary = elimination.stationary
    var flows = chain
    for row in 0..<size {
      for column in 0..<size { flows[row * size + column] *= stationary[row] }
    }
    self.chain = chain
    self.flows = flows
    gradient = graph.missing.map {
      flows[$0.first * size + $0.second] - flows[$0.second * size + $0.first]
    }
  }

  /// Minus the inverse Hessian times the gradient. O(m n^2 + m^2 n + m^3).
  func newtonStep() -> [Double] {
    CholeskySolution.solve(hessian(), gradient.map { -$0 })
  }

  /// The second derivatives, row by row.
  private func hessian() -> [Double] {
    let count = graph.missing.count
    let potentials = graph.missing.indices.map(potential)
    let inflows = potentials.indices.map { inflow($0, potentials[$0]) }
    var hessian = [Double](repeating: 0, count: count * count)
    for row in 0..<count {
      let pair = graph.missing[row]
      let (to, fro) = (
        flows[pair.first * size + pair.second], flows[pair.second * size + pair.first]
      )
      for column in 0...row {
        let other = potentials[column]
        let isSame = row == column ? 1.0 : 0
        let change = other[pair.second] - other[pair.first]
        var sum =
          to * (isSame - gradient[column] + change)
          + fro * (isSame + gradient[column] + change)
        for node in 0..<size { sum += potentials[row][node] * inflows[column][node] }
        hessian[row * count + column] = sum
        hessian[column * count + row] = sum
      }
    }
    return hessian
  }

  /// Solves Poisson's equation (I - P) h = f - g for one missing pair, f being the mean of what the next
  /// passage counts and g the gradient.
  private func potential(_ index: Int) -> [Double] {
    let pair = graph.missing[index]
    var sources = [Double](repeating: -gradient[index], count: size)
    sources[pair.first] += chain[pair.first * size + pair.second]
    sources[pair.second] -= chain[pair.second * size + pair.first]
    return elimination.potentials(sources)
  }

  /// For each node the sum over passages into it of flow times martingale difference,
  /// count - g + h(to) - h(from).
  private func inflow(_ index: Int, _ potential: [Double]) -> [Double] {
    let pair = graph.missing[index]
    var sums = [Double](repeating: 0, count: size)
    for from in 0..<size {
      for to in 0..<size {
        sums[to] += flows[from * size + to] * (potential[to] - potential[from] - gradient[index])
      }
    }
    sums[pair.second] += flows[pair.first * size + pair.second]
    sums[pair.first] -= flows[pair.second * size + pair.first]
    return sums
  }
}

/// Solves systems with a symmetric positive definite matrix.
private enum CholeskySolution {
  /// The solution, for a matrix row by row; what rounding has left without a positive pivot is solved as
  /// though its pivot were barely positive. O(n^3).
  static func solve(_ matrix: [Double], _ target: [Double]) -> [Double] {
    let size = target.count
    // Rows and columns scaled to a diagonal of 1, so that small curvatures keep their digits.
    let scale = (0..<size).map { index in
      let diagonal = matrix[index * size + index]
      return diagonal > .leastNormalMagnitude ? 1 / diagonal.squareRoot() : 0
    }
    var factor = matrix
    for row in 0..<size {
      for column in 0..<size { factor[row * size + column] *= scale[row] * scale[column] }
    }
    for column in 0..<size {
      var pivot = factor[column * size + column]
      for index in 0..<column {
        pivot -= factor[column * size + index] * factor[column * size + index]
      }
      let root = max(pivot, Double(size) * .ulpOfOne).squareRoot()
      factor[column * size + column] = root
      for row in (column + 1)..<max(size, column + 1) {
        var sum = factor[row * size + column]
        for index in 0..<column {
          sum -= factor[row * size + index] * factor[column * size + index]
        }
        factor[row * size + column] = sum / root
      }
    }
    var solution = zip(target, scale).map { $0 * $1 }
    for row in 0..<size {
      for column in 0..<row { solution[row] -= factor[row * size + column] * solution[column] }
      solution[row] /= factor[row * size + row]
    }
    for row in (0..<size).reversed() {
      for column in (row + 1)..<max(size, row + 1) {
        solution[row] -= factor[column * size + row] * solution[column]
      }
      solution[row] /= factor[row * size + row]
    }
    return zip(solution, scale).map { $0 * $1 }
  }
}
