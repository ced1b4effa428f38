import PolicyAnalysis

/// The JSON of `analyze fairness`.
struct FairnessDocument: Encodable {
  let policies: [Policy]
  let people: Int
  let unmatched: Int
  let best: String
  let measure: String?
  let whole: Group
  let tables: [Table]
  let notice: String?

  struct Policy: Encodable {
    let policy: String
    let version: String
    let file: String
  }

  struct Table: Encodable {
    let column: String
    let cuts: [Double]?
    let groups: [Group]
    let leastRatio: Double?
    let leastRatioThen: Double?
  }

  struct Group: Encodable {
    let group: String?
    let from: Double?
    let to: Double?
    let together: Int?
    let people: Int
    let figures: Figures
    let then: Figures?
    let gains: Gains?
  }

  struct Figures: Encodable {
    let meanFinal: Double
    let best: Int
    let share: Double
    let ratio: Double?
    let belowFourFifths: Bool
    let pay: Double?
    let meanPay: Double?
  }

  struct Gains: Encodable {
    let gainMore: Int
    let gain: Int
    let same: Int
    let lose: Int
    let loseMore: Int
  }

  init(_ report: FairnessReport) {
    let analysis = report.analysis
    policies = zip(report.plans, report.files).map {
      Policy(policy: $0.policy, version: $0.version, file: $1)
    }
    people = analysis.whole.count
    unmatched = analysis.unmatchedCount
    best = report.best
    measure = analysis.measure?.rawValue
    whole = Group(analysis.whole, isWhole: true)
    tables = analysis.tables.map { table in
      Table(
        column: table.division.column,
        cuts: table.division.cuts.isEmpty ? nil : table.division.cuts,
        groups: table.groups.map { Group($0) }, leastRatio: table.leastRatio,
        leastRatioThen: table.otherLeastRatio)
    }
    notice = report.notice
  }
}

extension FairnessDocument.Group {
  fileprivate init(_ group: FairnessGroup, isWhole: Bool = false) {
    var (name, from, to): (String?, Double?, Double?) = (nil, nil, nil)
    switch group.label {
    case .text(let text): name = text
    case .band(let low, let high): (from, to) = (low, high)
    case .missing, .others: break
    }
    self.init(
      group: name, from: from, to: to,
      together: group.label == .others && !isWhole ? group.mergedGroups : nil,
      people: group.count, figures: FairnessDocument.Figures(group.figures),
      then: group.otherFigures.map(FairnessDocument.Figures.init),
      gains: group.gains.map {
        FairnessDocument.Gains(
          gainMore: $0.gainMore, gain: $0.gain, same: $0.same, lose: $0.lose,
          loseMore: $0.loseMore)
      })
  }
}

extension FairnessDocument.Figures {
  fileprivate init(_ figures: FairnessFigures) {
    self.init(
      meanFinal: figures.meanFinal, best: figures.bestCount, share: figures.bestShare,
      ratio: figures.ratio, belowFourFifths: figures.isBelowFourFifths, pay: figures.pay,
      meanPay: figures.meanPay)
  }
}
