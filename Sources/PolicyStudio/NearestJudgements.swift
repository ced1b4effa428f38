import AHP
import LinearAlgebra
import ScorecardPolicy

/// Judgements on the scale 1/9 ... 9 that come near to weights: each is the nearest to the quotient of its
/// two weights.
struct NearestJudgements: Encodable, Sendable {
  struct Cell: Encodable, Sendable {
    let row: Int
    let column: Int
    let text: String
  }

  let cells: [Cell]
  /// The weights that these judgements give by the method of those that they stand instead of, else by the
  /// eigenvector.
  let weights: [Double]
  let ratio: Double?
  /// The largest difference between the weights wanted and those.
  let largestDifference: Double

  /// Nil for fewer than two labels, or where a weight is 0, which no judgements give.
  init?(
    _ labels: [String], _ wanted: [Double], _ basis: JudgementsDeclaration?
  ) throws(LinearAlgebraError) {
    guard labels.count > 1, wanted.allSatisfy({ $0 > 0 }) else { return nil }
    var cells: [Cell] = []
    var judgements: [Judgement] = []
    for row in labels.indices {
      for column in labels.indices.dropFirst(row + 1) {
        let judgement = JudgementSteps.nearest(to: wanted[row] / wanted[column])
        judgements.append(judgement)
        cells.append(Cell(row: row, column: column, text: judgement.text))
      }
    }
    let analysis = try JudgementAnalysis(
      PairwiseComparisonMatrix(labels: labels, upperTriangle: judgements),
      method: basis?.method ?? .eigenvector, randomIndex: basis?.randomIndex ?? .saaty1980)
    self.cells = cells
    weights = analysis.weights
    ratio = analysis.consistencyRatio
    largestDifference = zip(wanted, analysis.weights).map { abs($0 - $1) }.max() ?? 0
  }
}
