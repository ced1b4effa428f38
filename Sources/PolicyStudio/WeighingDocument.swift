import AHP
import AnalysisReport
import JudgementPanels
import LinearAlgebra
import ScorecardPolicy

/// One set of weights as a page shows it: judgements beside what they imply, or plain numbers.
struct WeighingDocument: Encodable, Sendable {
  /// The judgement farthest from what the weights imply.
  struct Worst: Encodable, Sendable {
    let row: Int
    let column: Int
    let implied: Double
    let ratioIfRevised: Double?
    /// The nearest judgement on the scale to what is implied; where that is the one given, what is implied, with
    /// two decimals.
    let suggestion: String
    let ratioIfSuggested: Double?
  }

  /// What one person of a panel said.
  struct Respondent: Encodable, Sendable {
    let name: String
    let cells: [RespondentCell]
  }

  struct RespondentCell: Encodable, Sendable {
    let row: Int
    let column: Int
    let text: String
    let position: Double
  }

  let path: String
  /// `judgements` or `numbers`.
  let kind: String
  let weights: [Double]
  /// The weights by the principal eigenvector, where they are derived otherwise.
  let eigenvector: [Double]?
  let ratio: Double?
  let limit: Double?
  let isConsistent: Bool
  let lambdaMax: Double?
  let method: String?
  let randomIndex: String?
  let cells: [WeighingPart.Cell]
  let worst: Worst?
  let nearest: NearestJudgements?
  let respondents: [Respondent]

  /// - Parameter basis: the judgements that numbers stand instead of; nil where there are none.
  init(
    _ resolved: ResolvedWeights, at path: String, basis: JudgementsDeclaration?
  ) throws(LinearAlgebraError) {
    self.path = path
    weights = resolved.weights
    guard let declaration = resolved.declaration, let analysis = resolved.analysis else {
      (kind, ratio, limit, isConsistent, lambdaMax) = ("numbers", nil, nil, true, nil)
      (method, randomIndex, cells, worst, respondents) = (nil, nil, [], nil, [])
      eigenvector = nil
      nearest = try NearestJudgements(resolved.labels, resolved.weights, basis)
      return
    }
    (kind, nearest) = ("judgements", nil)
    (ratio, limit) = (analysis.consistencyRatio, analysis.maximumRatio)
    isConsistent = analysis.isConsistent ?? true
    lambdaMax = analysis.lambdaMax
    eigenvector =
      declaration.method == .eigenvector
      ? nil : try PriorityVector(declaration.matrix, method: .eigenvector).weights
    (method, randomIndex) = (declaration.method.rawValue, declaration.randomIndex.name)
    cells = WeighingPart.cells(of: declaration, resolved.weights)
    worst =
      try analysis.worstJudgement.map { (worst) throws(LinearAlgebraError) in
        try Self.worst(worst, declaration, analysis)
      } ?? nil
    respondents = Self.respondents(declaration)
  }

  private static func worst(
    _ worst: WorstJudgement, _ declaration: JudgementsDeclaration, _ analysis: JudgementAnalysis
  ) throws(LinearAlgebraError) -> Worst? {
    let matrix = declaration.matrix
    guard let row = matrix.labels.firstIndex(of: worst.row),
      let column = matrix.labels.firstIndex(of: worst.column)
    else { return nil }
    let suggestion = suggestion(for: worst)
    var judgements = matrix.upperTriangle
    let before = (0..<row).reduce(0) { $0 + matrix.size - 1 - $1 }
    judgements[before + column - row - 1] = suggestion
    let revised = try JudgementAnalysis(
      PairwiseComparisonMatrix(labels: matrix.labels, upperTriangle: judgements),
      method: declaration.method, randomIndex: declaration.randomIndex,
      maximumRatio: analysis.maximumRatio)
    return Worst(
      row: row, column: column, implied: worst.implied, ratioIfRevised: worst.ratioIfRevised,
      suggestion: suggestion.text,
      // With gaps the index is that of the comparisons made: the two cannot be held against each other.
      ratioIfSuggested: declaration.completed == nil ? revised.consistencyRatio : nil)
  }

  private static func suggestion(for worst: WorstJudgement) -> Judgement {
    let nearest = JudgementSteps.nearest(to: worst.implied)
    guard nearest.value == worst.given.value else { return nearest }
    let isMore = worst.implied >= 1
    let hundredths = ((isMore ? worst.implied : 1 / worst.implied) * 100).rounded() / 100
    let text = hundredths.asWritten
    return (try? Judgement(isMore ? text : "1/\(text)")) ?? nearest
  }

  /// The spread of a panel; nobody where one person judged.
  private static func respondents(_ declaration: JudgementsDeclaration) -> [Respondent] {
    guard let set = declaration.respondents, set.respondents.count > 1 else { return [] }
    let places = declaration.panelLabels.compactMap { set.labels.firstIndex(of: $0) }
    return set.respondents.enumerated().map { number, respondent in
      let cells = places.indices.flatMap { row in
        places.indices.dropFirst(row + 1).compactMap { column -> RespondentCell? in
          guard let judgement = set.judgement(of: respondent, places[row], places[column]) else {
            return nil
          }
          return RespondentCell(
            row: row, column: column, text: judgement.text,
            position: JudgementSteps.position(of: judgement.value))
        }
      }
      return Respondent(name: respondent.name ?? "\(number + 1)", cells: cells)
    }
  }
}
