import LinearAlgebra

/// What a pairwise comparison matrix says: the priorities, and how consistent its judgements are.
///
/// Saaty, T. L. (1980), The Analytic Hierarchy Process, McGraw-Hill, for the consistency index and
/// ratio; Aguaron, J., Moreno-Jimenez, J. M. (2003), European Journal of Operational Research 147(1),
/// 137-145, doi:10.1016/S0377-2217(02)00255-2, for the geometric consistency index.
public struct JudgementAnalysis: Hashable, Sendable {
  /// The weight of each label.
  public let priorities: PriorityVector
  /// How the weights were derived.
  public let method: PriorityMethod
  /// The principal eigenvalue, at least n.
  ///
  /// The Perron root for `eigenvector`, inside `lambdaMaxBounds`; for any other method the mean of
  /// (A w)_i / w_i, which may lie outside.
  public let lambdaMax: Double
  /// A rigorous interval round the Perron root of the matrix as written, whatever the method.
  public let lambdaMaxBounds: ClosedRange<Double>
  /// (lambdaMax - n) / (n - 1); 0 for one and two labels.
  public let consistencyIndex: Double
  /// The random index for n: 0 for one and two labels, nil where its table does not reach.
  public let randomIndex: Double?
  /// The name of the table that the random index is from.
  public let randomIndexSource: String
  /// The consistency index divided by the random index; 0 for one and two labels, nil without random index.
  public let consistencyRatio: Double?
  /// The ratio that the judgements must stay below.
  public let maximumRatio: Double
  /// 2 / ((n - 1) (n - 2)) times the sum over pairs of the squared logarithm of a_ij w_j / w_i, with
  /// weights by row geometric means whatever the method; nil below three labels.
  public let geometricConsistencyIndex: Double?
  /// The judgement farthest from what the weights imply, the first in reading order among equals.
  ///
  /// Nil below three labels and when every judgement is what the weights imply within 1e-12.
  public let worstJudgement: WorstJudgement?

  /// What is weighed, in the order of the matrix.
  public var labels: [String] { priorities.labels }
  /// The weights in the order of the labels; their sum is 1.
  public var weights: [Double] { priorities.weights }
  /// Whether the consistency ratio is below `maximumRatio`; nil when there is no ratio.
  public var isConsistent: Bool? { consistencyRatio.map { $0 < maximumRatio } }

  /// The consistency ratio by another random index: 0 for one and two labels, nil where it does not reach.
  public func consistencyRatio(by index: RandomIndex) -> Double? {
    guard labels.count > 2 else { return 0 }
    return index.value(size: labels.count).map { consistencyIndex / $0 }
  }

  /// Analyses a matrix of any size. O(n^3).
  ///
  /// - Throws: `notConverged` when LAPACK finds no eigenvalues.
  public init(
    _ matrix: PairwiseComparisonMatrix, method: PriorityMethod = .eigenvector,
    randomIndex: RandomIndex = .saaty1980, maximumRatio: Double = 0.1
  ) throws(LinearAlgebraError) {
    let solution = try Solution(matrix, method)
    priorities = solution.priorities
    self.method = method
    lambdaMax = solution.lambdaMax
    lambdaMaxBounds = solution.bounds
    consistencyIndex = solution.consistencyIndex
    self.randomIndex = randomIndex.value(size: matrix.size)
    randomIndexSource = randomIndex.name
    consistencyRatio = solution.consistencyRatio(randomIndex)
    self.maximumRatio = maximumRatio
    geometricConsistencyIndex = geometricIndex(matrix)
    worstJudgement = try Self.worstJudgement(matrix, solution.priorities, method, randomIndex)
  }

  private static func worstJudgement(
    _ matrix: PairwiseComparisonMatrix, _ priorities: PriorityVector, _ method: PriorityMethod,
    _ randomIndex: RandomIndex
  ) throws(LinearAlgebraError) -> WorstJudgement? {
    let (labels, weights) = (priorities.labels, priorities.weights)
    let factors = zip(matrix.pairs, matrix.upperTriangle).map { pair, given in
      let error = given.value * (weights[pair.second] / weights[pair.first])
      return max(error, 1 / error)
    }
    guard matrix.size > 2, let largest = factors.max(), largest > 1 + tolerance,
      let index = factors.firstIndex(where: { $0 >= largest * (1 - tolerance) })
    else { return nil }
    let pair = matrix.pairs[index]
    let implied = weights[pair.first] / weights[pair.second]
    let revised = matrix.replacing(pair, with: Judgement(computed: implied))
    return WorstJudgement(
      row: labels[pair.first], column: labels[pair.second], given: matrix.upperTriangle[index],
      implied: implied, factor: factors[index],
      ratioIfRevised: try Solution(revised, method).consistencyRatio(randomIndex))
  }

  /// Factors that differ by less, relatively, are equal.
  private static let tolerance = 1e-12
}

/// Priorities by one method, and the eigenvalue that goes with them.
private struct Solution {
  let priorities: PriorityVector
  let lambdaMax: Double
  let bounds: ClosedRange<Double>

  init(
    _ matrix: PairwiseComparisonMatrix, _ method: PriorityMethod
  ) throws(LinearAlgebraError) {
    let principal = try PrincipalEigenpair(matrix)
    bounds = principal.bounds
    if method == .eigenvector {
      priorities = PriorityVector(labels: matrix.labels, proportions: principal.vector)
      lambdaMax = principal.value
    } else {
      priorities = try PriorityVector(matrix, method: method)
      lambdaMax = meanQuotient(matrix, priorities.weights)
    }
  }

  var consistencyIndex: Double {
    let size = Double(priorities.labels.count)
    return size > 2 ? (lambdaMax - size) / (size - 1) : 0
  }

  func consistencyRatio(_ randomIndex: RandomIndex) -> Double? {
    guard priorities.labels.count > 2 else { return 0 }
    return randomIndex.value(size: priorities.labels.count).map { consistencyIndex / $0 }
  }
}

extension PriorityVector {
  /// The priorities that a matrix gives by a method. O(n^3), or O(n^2) for means.
  public init(
    _ matrix: PairwiseComparisonMatrix, method: PriorityMethod
  ) throws(LinearAlgebraError) {
    self.init(labels: matrix.labels, proportions: try method.proportions(matrix))
  }
}

/// The mean of (A w)_i / w_i, exactly n for one and two rows, and never below n, which it cannot be
/// but for rounding.
private func meanQuotient(_ matrix: PairwiseComparisonMatrix, _ weights: [Double]) -> Double {
  let size = Double(matrix.size)
  guard matrix.size > 2 else { return size }
  let quotients = zip(matrix.elements.times(weights), weights).map { $0 / $1 }
  return max(quotients.reduce(0, +) / size, size)
}

/// 2 / ((n - 1) (n - 2)) times the sum over pairs of the squared logarithm of a_ij w_j / w_i.
func geometricIndex(_ matrix: PairwiseComparisonMatrix) -> Double? {
  guard matrix.size > 2 else { return nil }
  let logarithms = rowGeometricMeans(matrix).map(naturalLogarithm)
  let size = Double(matrix.size)
  let sum = zip(matrix.pairs, matrix.upperTriangle).reduce(0) { sum, entry in
    let error = entry.1.logarithm + logarithms[entry.0.second] - logarithms[entry.0.first]
    return sum + error * error
  }
  return 2 / ((size - 1) * (size - 2)) * sum
}
