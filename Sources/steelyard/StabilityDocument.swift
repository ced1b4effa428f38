import PolicyAnalysis
import ScoringPlan

/// The JSON of `analyze uncertainty`.
struct StabilityDocument: Encodable {
  let policy: String
  let version: String
  let spread: String
  let draws: Int
  let seed: UInt64
  let safeShare: Double
  let subjects: Int
  let weights: [Weighing]
  let unchanged: [String]
  let rankings: [Ranking]
  let grades: [Grade]
  let fragile: [Fragile]
  /// Only where one person is asked for.
  let subject: StabilitySubjectDocument?
  let notice: String?

  struct Weighing: Encodable {
    let path: String
    let bands: [Band]
  }

  struct Band: Encodable {
    let label: String
    let weight: Double
    let mean: Double
    let low: Double
    let median: Double
    let high: Double
  }

  struct Ranking: Encodable {
    let name: String
    let ranked: Int
    let medianBand: Int?
    let widestBand: Int?
    let everFirst: Int
    let quantileDraws: Int
  }

  struct Grade: Encodable {
    let name: String
    let labels: [String]
    let safe: Int
    let fragile: Int
    let groupedBy: String?
    let groups: [Group]?
  }

  struct Group: Encodable {
    let name: String?
    let groupCount: Int
    let subjects: Int
    let safe: Int
  }

  struct Fragile: Encodable {
    let key: String
    let grade: String
    let label: String
    let share: Double
    let other: String?
    let flip: Flip?
    let difference: Difference?
  }

  struct Flip: Encodable {
    let judgement: Judgement?
    let respondent: String?
    let to: Double?
    let label: String?
  }

  struct Difference: Encodable {
    let judgement: Judgement
    let kept: Double
    let lost: Double
    let deviations: Double
  }

  /// A judgement, or a respondent as a whole.
  struct Judgement: Encodable {
    let path: String?
    let respondent: String?
    let row: String?
    let column: String?
    let given: Double?

    init(_ input: JudgementInput) {
      (path, respondent, row) = (input.path, input.respondent, input.row)
      (column, given) = (input.column, input.given)
    }
  }

  init(_ report: StabilityReport) {
    let stability = report.stability
    let plan = stability.scored.plan
    (policy, version) = (plan.policy, plan.version)
    (spread, draws, seed) = (report.way.rawValue, stability.draws.count, stability.draws.seed)
    (safeShare, subjects, notice) = (stability.limit, stability.rows.count, report.notice)
    weights = zip(stability.draws.weighings, stability.draws.bands).map { weighing, bands in
      Weighing(
        path: weighing.path,
        bands: bands.map {
          Band(
            label: $0.label, weight: $0.given, mean: $0.mean, low: $0.low, median: $0.median,
            high: $0.high)
        })
    }
    unchanged = stability.draws.unchanged.map(\.path)
    rankings = stability.rankings.map { ranking in
      let summary = RankingSummary(ranking)
      return Ranking(
        name: ranking.name, ranked: summary.ranked, medianBand: summary.medianBand,
        widestBand: summary.widestBand, everFirst: summary.everFirst,
        quantileDraws: ranking.quantileDraws)
    }
    grades = stability.grades.indices.map { Grade($0, report) }
    fragile = stability.fragile.map { Fragile($0, stability) }
    subject = report.subject.map { StabilitySubjectDocument($0, stability) }
  }
}

extension StabilityDocument.Grade {
  fileprivate init(_ index: Int, _ report: StabilityReport) {
    let stability = report.stability
    (name, labels) = (stability.grades[index].name, stability.grades[index].labels)
    fragile = stability.fragile.count { $0.grade == index }
    safe = stability.rows.count - fragile
    groupedBy = report.column
    groups = report.column.flatMap { stability.groups(of: index, by: $0) }?.map {
      StabilityDocument.Group(
        name: $0.name, groupCount: $0.groupCount, subjects: $0.subjects, safe: $0.safe)
    }
  }
}

extension StabilityDocument.Fragile {
  fileprivate init(_ one: FragileSubject, _ stability: PolicyStability) {
    let grade = stability.grades[one.grade]
    key = stability.key(of: one.subject)
    self.grade = grade.name
    label = grade.labels[grade.given[one.subject]]
    share = one.keptShare
    other = one.other.map { grade.labels[$0] }
    flip = one.flip.map { flip in
      StabilityDocument.Flip(
        judgement: flip.input.map { StabilityDocument.Judgement(stability.inputs[$0]) },
        respondent: flip.respondent, to: flip.judgement,
        label: one.flipLabel.map { grade.labels[$0] })
    }
    difference = one.difference.map {
      StabilityDocument.Difference(
        judgement: StabilityDocument.Judgement(stability.inputs[$0.input]), kept: $0.kept,
        lost: $0.lost, deviations: $0.deviations)
    }
  }
}
