/// A matrix with a non-negative number between every two nodes, and minus the sum of each row on the
/// diagonal, eliminated without a single subtraction.
///
/// The rates of a Markov chain, or the Laplacian of a graph. As nothing is subtracted, no digits cancel:
/// every element comes out with a small relative error, however far apart the numbers are. Grassmann,
/// W. K., Taksar, M. I., Heyman, D. P. (1985), Operations Research 33(5), 1107-1116,
/// doi:10.1287/opre.33.5.1107; O'Cinneide, C. A. (1993), Numerische Mathematik 65, 109-120,
/// doi:10.1007/BF01385743.
struct GroundedElimination {
  private let size: Int
  /// Row by row: left of the diagonal the rates when their row is eliminated, on the diagonal their
  /// sum, and right of it the shares by which rows are folded into earlier ones.
  private var elements: [Double]
  /// What leaves each row for nowhere.
  private var leaks: [Double]

  /// Eliminates from the last node to the second: O(n^3).
  ///
  /// - Parameters:
  ///   - rates: the numbers between nodes, row by row; the diagonal is not read. They connect all nodes.
  ///   - leaks: what each row's diagonal exceeds the sum of its rates by, none below 0; nil for zeros.
  init(size: Int, rates: [Double], leaks: [Double]? = nil) {
    self.size = size
    elements = rates
    self.leaks = leaks ?? [Double](repeating: 0, count: size)
    for node in (0..<size).reversed() {
      var sum = self.leaks[node]
      for column in 0..<node { sum += elements[node * size + column] }
      elements[node * size + node] = sum
      for row in 0..<node { fold(node, into: row) }
    }
  }

  private mutating func fold(_ node: Int, into row: Int) {
    let share = elements[row * size + node] / elements[node * size + node]
    elements[row * size + node] = share
    guard share > 0 else { return }
    for column in 0..<node where column != row {
      elements[row * size + column] += share * elements[node * size + column]
    }
    leaks[row] += share * leaks[node]
  }

  /// The potentials whose flows out of the nodes are `sources`, which must sum to 0 where nothing leaks:
  /// then the first node's is 0. O(n^2).
  func potentials(_ sources: [Double]) -> [Double] {
    var flows = sources
    for node in (1..<max(size, 1)).reversed() {
      for row in 0..<node { flows[row] += elements[row * size + node] * flows[node] }
    }
    flows[0] = leaks[0] > 0 ? flows[0] / elements[0] : 0
    for node in 1..<max(size, 1) {
      var sum = flows[node]
      for column in 0..<node { sum += elements[node * size + column] * flows[column] }
      flows[node] = sum / elements[node * size + node]
    }
    return flows
  }

  /// The stationary distribution of the chain with these rates, its sum 1; nothing may leak. O(n^2).
  var stationary: [Double] {
    var measure = [Double](repeating: 0, count: size)
    measure[0] = 1
    for node in 1..<max(size, 1) {
      for row in 0..<node { measure[node] += measure[row] * elements[row * size + node] }
    }
    let sum = measure.reduce(0, +)
    return measure.map { $0 / sum }
  }
}
