import AHP

/// Judgements to change together, and what comes of it.
public struct RepairProposal: Sendable {
  /// What is changed, in reading order.
  public let changes: [JudgementChange]
  /// The matrix with the changes.
  public let matrix: PairwiseComparisonMatrix
  /// What the changed matrix says, by the eigenvector.
  public let analysis: JudgementAnalysis
  /// The largest change of a weight.
  public let largestShift: Double
  /// Whether the labels stand in the same order by weight as before.
  public let keepsOrder: Bool

  /// The sum of the steps of the changes.
  public var steps: Double { changes.reduce(0) { $0 + $1.steps } }

  init(
    _ changes: [(pair: Int, proposed: Judgement)], of given: PairwiseComparisonMatrix,
    _ before: JudgementAnalysis, _ randomIndex: RandomIndex
  ) throws {
    let pairs = LogMatrix.pairs(given.size)
    var judgements = given.upperTriangle
    for change in changes { judgements[change.pair] = change.proposed }
    matrix = PairwiseComparisonMatrix(labels: given.labels, upperTriangle: judgements)
    analysis = try JudgementAnalysis(
      matrix, randomIndex: randomIndex, maximumRatio: before.maximumRatio)
    self.changes = changes.map { change in
      let (row, column) = pairs[change.pair]
      return JudgementChange(
        row: given.labels[row], column: given.labels[column],
        given: given.upperTriangle[change.pair], proposed: change.proposed)
    }
    largestShift = zip(before.weights, analysis.weights).map { abs($0 - $1) }.max() ?? 0
    keepsOrder = Self.order(before.weights) == Self.order(analysis.weights)
  }

  private static func order(_ weights: [Double]) -> [Int] {
    weights.indices.sorted { (-weights[$0], $0) < (-weights[$1], $1) }
  }
}
