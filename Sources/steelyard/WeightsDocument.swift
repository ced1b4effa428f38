import AHP
import JudgementPanels

/// The JSON of `weights` and of each judgement set in `check`.
struct WeightsDocument: Encodable {
  let labels: [String]
  let method: String
  let scale: String?
  let weights: [Double]
  let lambdaMax: Double
  let lambdaMaxBounds: [Double]
  let consistencyIndex: Double
  let randomIndex: Double?
  let randomIndexSource: String
  let consistencyRatio: Double?
  let geometricConsistencyIndex: Double?
  let consistent: Bool?
  let worstJudgement: Worst?
  let details: DetailsDocument?
  let incomplete: IncompleteDocument?
  /// Only where a file names its respondents.
  let respondents: [RespondentDocument]?

  struct Worst: Encodable {
    let row: String
    let column: String
    let given: Double
    let implied: Double
    let factor: Double
    let consistencyRatioIfRevised: Double?
  }

  init(
    _ analysis: JudgementAnalysis, _ panel: PanelAnalysis? = nil, details: DetailsDocument? = nil,
    scale: JudgementScale? = nil
  ) {
    self.scale = scale?.rawValue
    self.details = details
    incomplete = analysis.completion.map(IncompleteDocument.init)
    respondents = panel?.respondents.map(RespondentDocument.init)
    labels = analysis.labels
    method = analysis.method.rawValue
    weights = analysis.weights
    lambdaMax = analysis.lambdaMax
    lambdaMaxBounds = [analysis.lambdaMaxBounds.lowerBound, analysis.lambdaMaxBounds.upperBound]
    consistencyIndex = analysis.consistencyIndex
    randomIndex = analysis.randomIndex
    randomIndexSource = analysis.randomIndexSource
    consistencyRatio = analysis.consistencyRatio
    geometricConsistencyIndex = analysis.geometricConsistencyIndex
    consistent = analysis.isConsistent
    worstJudgement = analysis.worstJudgement.map {
      Worst(
        row: $0.row, column: $0.column, given: $0.given.value, implied: $0.implied,
        factor: $0.factor, consistencyRatioIfRevised: $0.ratioIfRevised)
    }
  }
}
