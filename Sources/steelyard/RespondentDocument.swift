import JudgementPanels

/// One respondent of a panel in the JSON of `weights` and `panel`.
struct RespondentDocument: Encodable {
  let name: String?
  let weight: Double
  let share: Double
  let excluded: Bool
  let comparedPairs: Int
  let consistencyRatio: Double?
  let consistent: Bool?
  let weights: [Double]?
  let withoutThem: Absence?

  struct Absence: Encodable {
    let weights: [Double]
    let label: String
    let change: Double
    let changesOrder: Bool
  }

  init(_ respondent: RespondentAnalysis) {
    name = respondent.name
    weight = respondent.weight
    share = respondent.share
    excluded = respondent.isExcluded
    comparedPairs = respondent.comparedCount
    consistencyRatio = respondent.analysis?.consistencyRatio
    consistent = respondent.analysis?.isConsistent
    weights = respondent.analysis?.weights
    withoutThem = respondent.absence.map {
      Absence(
        weights: $0.weights, label: $0.label, change: $0.change, changesOrder: $0.changesOrder)
    }
  }
}
