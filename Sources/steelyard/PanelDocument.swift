import AHP
import JudgementPanels

/// The JSON of `panel`.
struct PanelDocument: Encodable {
  let files: [String]
  let sets: [Part]
  let diagnostics: [CheckDocument.Entry]

  struct Part: Encodable {
    let set: String?
    let aggregate: String
    let labels: [String]
    let weights: [Double]
    let group: WeightsDocument
    let respondents: [RespondentDocument]
    let consensus: Double?
    let clusters: Clusters?
    let spreads: [Spread]
    let mostDisputed: Spread?
  }

  struct Clusters: Encodable {
    let threshold: Double
    let clusters: [[String]]
    let unclustered: [String]
  }

  struct Spread: Encodable {
    let row: String
    let column: String
    let respondentCount: Int
    let geometricMean: Double
    let geometricDeviation: Double
    let smallest: Double
    let smallestBy: String
    let largest: Double
    let largestBy: String

    init(_ spread: PairSpread) {
      (row, column, respondentCount) = (spread.row, spread.column, spread.count)
      (geometricMean, geometricDeviation) = (spread.mean, spread.deviation)
      (smallest, smallestBy) = (spread.smallest.value, spread.smallestBy)
      (largest, largestBy) = (spread.largest.value, spread.largestBy)
    }
  }
}

extension PanelDocument.Part {
  /// What the panel says of one set.
  init(_ panel: PanelAnalysis) {
    self.init(
      set: panel.name, aggregate: panel.aggregation.rawValue, labels: panel.labels,
      weights: panel.weights, group: WeightsDocument(panel.group),
      respondents: panel.respondents.map(RespondentDocument.init), consensus: panel.consensus,
      clusters: panel.clusters.map {
        PanelDocument.Clusters(
          threshold: $0.threshold, clusters: $0.clusters, unclustered: $0.unclustered)
      }, spreads: panel.spreads.map(PanelDocument.Spread.init),
      mostDisputed: panel.widestSpread.map(PanelDocument.Spread.init))
  }
}
