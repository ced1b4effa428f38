import AHP
import JudgementRepair

/// The JSON of `repair`.
struct RepairDocument: Encodable {
  let labels: [String]
  let weights: [Double]
  let consistencyRatio: Double?
  let randomIndexSource: String
  let maximumRatio: Double
  let fewest: Int
  let proposals: [Proposal]
  let singleChanges: [Proposal]

  struct Proposal: Encodable {
    let changes: [Change]
    let steps: Double
    let consistencyRatio: Double?
    let weights: [Double]
    let largestShift: Double
    let keepsOrder: Bool
  }

  struct Change: Encodable {
    let row: String
    let column: String
    let from: String
    let to: String
    let steps: Double
  }

  init(_ report: RepairReport) {
    labels = report.analysis.labels
    weights = report.analysis.weights
    consistencyRatio = report.analysis.consistencyRatio
    randomIndexSource = report.analysis.randomIndexSource
    maximumRatio = report.analysis.maximumRatio
    fewest = report.fewest
    proposals = report.proposals.map(Self.proposal)
    singleChanges = report.singleChanges.map(Self.proposal)
  }

  private static func proposal(_ proposal: RepairProposal) -> Proposal {
    Proposal(
      changes: proposal.changes.map {
        Change(
          row: $0.row, column: $0.column, from: $0.given.text, to: $0.proposed.text,
          steps: $0.steps)
      }, steps: proposal.steps, consistencyRatio: proposal.analysis.consistencyRatio,
      weights: proposal.analysis.weights, largestShift: proposal.largestShift,
      keepsOrder: proposal.keepsOrder)
  }
}
