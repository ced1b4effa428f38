/// One judgement beside what the weights and the other judgements say about its pair.
public struct JudgementDetail: Hashable, Sendable {
  /// The label of the row, which stands above the column in the matrix.
  public let row: String
  /// The label of the column.
  public let column: String
  /// The judgement given for row against column.
  public let given: Judgement
  /// The quotient of the two weights, row by column.
  public let implied: Double
  /// The given by the implied, 1 where they are the same.
  ///
  /// Saaty, T. L. (2003), European Journal of Operational Research 145(1), 85-91,
  /// doi:10.1016/S0377-2217(02)00227-8.
  public var error: Double { given.value / implied }
  /// The mean over all other labels k of |ln a_ij - ln(a_ik a_kj)|, 0 where every way round by a third label
  /// gives the same; nil below three labels.
  ///
  /// Siraj, S., Mikhailov, L., Keane, J. A. (2015), European Journal of Operational Research 242(2),
  /// 557-567, doi:10.1016/j.ejor.2014.10.024, which has `dissonance` too.
  public let congruence: Double?
  /// The share of all other labels k by which the way round says that the other one of the two is more
  /// important; nil below three labels.
  public let dissonance: Double?

  /// Every judgement of a matrix in reading order, beside weights in the order of its labels. O(n^3).
  public static func all(
    of matrix: PairwiseComparisonMatrix, priorities: PriorityVector
  ) -> [JudgementDetail] {
    precondition(priorities.labels == matrix.labels, "weights and matrix must have the same labels")
    let support = matrix.size > 2 ? PairSupport(matrix) : nil
    return zip(matrix.pairs, matrix.upperTriangle).map { pair, given in
      JudgementDetail(
        row: matrix.labels[pair.first], column: matrix.labels[pair.second], given: given,
        implied: priorities.weights[pair.first] / priorities.weights[pair.second],
        congruence: support?.congruence(pair), dissonance: support?.dissonance(pair))
    }
  }
}
