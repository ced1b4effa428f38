/// How well weights fit the judgements that they come from.
///
/// Golany, B., Kress, M. (1993), A multicriteria evaluation of methods for obtaining weights from
/// ratio-scale matrices, European Journal of Operational Research 69(2), 210-220.
public struct PriorityFit: Hashable, Sendable {
  /// The square root of the sum over all i and j of (a_ij - w_i / w_j)^2.
  public let euclideanDistance: Double
  /// How many pairs the weights put in another order than the judgement of the pair does; one half where
  /// only one of the two sees both as equal, within a relative 1e-12.
  public let violations: Double

  /// Compares weights with a matrix of the same labels. O(n^2).
  init(of priorities: PriorityVector, to matrix: PairwiseComparisonMatrix) {
    let weights = priorities.weights
    var errors: [Double] = []
    var violations = 0.0
    for (pair, judgement) in zip(matrix.pairs, matrix.upperTriangle) {
      let implied = weights[pair.first] / weights[pair.second]
      errors += [judgement.value - implied, judgement.reciprocalValue - 1 / implied]
      let signs = [
        Judgement.order(judgement.logarithm), Judgement.order(naturalLogarithm(implied)),
      ]
      violations += Double(abs(signs[0] - signs[1])) / 2
    }
    // Squares of the largest judgements would overflow.
    let largest = errors.map(\.magnitude).max() ?? 0
    let squares = errors.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }
    euclideanDistance = largest > 0 ? largest * squares.squareRoot() : 0
    self.violations = violations
  }
}
