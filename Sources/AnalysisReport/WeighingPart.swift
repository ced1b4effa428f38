import AHP
import LinearAlgebra
import ScorecardPolicy

/// One set of weights that comes of judgements, beside what they imply.
package struct WeighingPart: Encodable, Sendable {
  /// Something that is weighed.
  struct Label: Encodable, Sendable {
    let name: String
    let title: PageText
  }

  /// The judgement of a row against a column, which count from 0.
  package struct Cell: Encodable, Sendable {
    let row: Int
    let column: Int
    let text: String
    let value: Double
    /// The quotient of the weights.
    let implied: Double
    /// Whether somebody judged it; otherwise it is completed from the others.
    let isGiven: Bool
  }

  /// The judgement farthest from what the weights imply.
  struct Worst: Encodable, Sendable {
    let row: Int
    let column: Int
    let implied: Double
    let ratioIfRevised: Double?
  }

  let path: String
  let title: PageText
  let method: String
  let ratio: Double?
  let limit: Double
  let labels: [Label]
  let weights: [Double]
  /// The weights by the principal eigenvector, where the policy derives them otherwise.
  let eigenvector: [Double]?
  let cells: [Cell]
  let worst: Worst?
  /// Between which ends 95 of 100 draws lie, of judgements within half a step of the scale.
  let halfStep: [[Double]]?
  /// The same within a whole step.
  let wholeStep: [[Double]]?

  /// The judgements at a path; nil where the weights come of none.
  init?(
    _ resolved: ResolvedWeights, at path: String, text: String?, _ labels: NumberLabels,
    bands: (half: [[Double]], whole: [[Double]])?
  ) throws(LinearAlgebraError) {
    guard let declaration = resolved.declaration, let analysis = resolved.analysis else {
      return nil
    }
    let dimension = NumberLabels.dimension(in: path)
    let matrix = declaration.matrix
    let weights = resolved.weights
    self.path = path
    title = labels.weighing(at: path, text: text)
    method = declaration.method.rawValue
    (ratio, limit) = (analysis.consistencyRatio, analysis.maximumRatio)
    self.labels = resolved.labels.map { Label(name: $0, title: labels.item($0, in: dimension)) }
    self.weights = weights
    eigenvector =
      declaration.method == .eigenvector
      ? nil : try PriorityVector(matrix, method: .eigenvector).weights
    cells = Self.cells(of: declaration, weights)
    worst = analysis.worstJudgement.flatMap { worst in
      guard let row = matrix.labels.firstIndex(of: worst.row),
        let column = matrix.labels.firstIndex(of: worst.column)
      else { return nil }
      return Worst(
        row: row, column: column, implied: worst.implied, ratioIfRevised: worst.ratioIfRevised)
    }
    (halfStep, wholeStep) = (bands?.half, bands?.whole)
  }

  /// The upper triangle of judgements beside what weights imply.
  package static func cells(
    of declaration: JudgementsDeclaration, _ weights: [Double]
  ) -> [Cell] {
    let matrix = declaration.matrix
    let given = declaration.completed?.given
    return matrix.labels.indices.flatMap { row in
      matrix.labels.indices.dropFirst(row + 1).map { column in
        let judgement = matrix.judgement(row, column)
        return Cell(
          row: row, column: column, text: judgement.text, value: judgement.value,
          implied: weights[row] / weights[column],
          isGiven: given.map { $0.judgement(row, column) != nil } ?? true)
      }
    }
  }
}
