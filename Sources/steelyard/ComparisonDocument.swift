import PolicyAnalysis

/// The JSON of one policy against the baseline.
struct ComparisonDocument: Encodable {
  let from: String
  let to: String
  let compared: Int
  let unmatched: [Unmatched]
  let finalChange: ChangeDistribution?
  let spearman: Double?
  let kendallTauB: Double?
  let top: [Top]
  let rank: RankMovement
  let rankings: [Ranking]
  let groupedBy: String?
  let groups: [Group]
  let grades: [Grade]
  let payroll: Payroll?
  let movers: [MoverDocument]
  let sameStructure: Bool
  let parameters: [Parameter]

  struct Unmatched: Encodable {
    let key: String
    let before: String
    let after: String
  }

  struct Top: Encodable {
    let percent: Double?
    let rank: Int
    let before: Int
    let after: Int
    let both: Int
    let overlap: Double
  }

  struct Ranking: Encodable {
    let name: String
    let movement: RankMovement
  }

  struct Group: Encodable {
    let name: String?
    let subjects: Int
    let rank: RankMovement
    let meanChange: Double
    let gradeChanges: [String: Int]
    let payroll: Payroll?
  }

  struct Grade: Encodable {
    let name: String
    let labels: [String]
    /// Subjects with each grade before (outer) and after (inner).
    let transitions: [[Int]]
  }

  struct Payroll: Encodable {
    let before: Double?
    let after: Double?
    let gaining: Int
    let losing: Int
    let unchanged: Int
    let gained: Double?
    let lost: Double?
  }

  struct Parameter: Encodable {
    let path: String
    let unit: String?
    let from: Double?
    let to: Double?
  }

  init(_ report: CompareReport, _ index: Int) {
    let comparison = report.comparisons[index]
    from = report.files[0]
    to = report.files[index + 1]
    compared = comparison.subjects.count
    unmatched = comparison.unmatched.map {
      Unmatched(
        key: $0.key, before: $0.presence.before.rawValue, after: $0.presence.after.rawValue)
    }
    finalChange = comparison.changes
    spearman = comparison.spearman
    kendallTauB = comparison.kendallTauB
    top = comparison.tops.map(Top.init)
    rank = comparison.movement
    rankings = comparison.subjects.rankings.map {
      Ranking(name: $0.name, movement: $0.movement)
    }
    groupedBy = comparison.groupColumn
    groups = comparison.groups.map { Group($0, comparison.subjects.grades) }
    grades = comparison.subjects.grades.map {
      Grade(name: $0.name, labels: $0.labels, transitions: $0.transitions)
    }
    payroll = comparison.payroll.map(Payroll.init)
    movers = comparison.movers.map { MoverDocument($0, comparison.subjects) }
    sameStructure = comparison.hasSameStructure
    parameters = comparison.parameters.map {
      Parameter(
        path: $0.path, unit: $0.unit?.description, from: $0.values.before, to: $0.values.after)
    }
  }
}

extension ComparisonDocument.Top {
  fileprivate init(_ top: TopOverlap) {
    if case .percent(let share) = top.size { percent = share } else { percent = nil }
    rank = top.rank
    before = top.counts.before
    after = top.counts.after
    both = top.both
    overlap = top.overlap
  }
}

extension ComparisonDocument.Group {
  fileprivate init(_ group: GroupMovement, _ grades: [ComparedGrade]) {
    name = group.name
    subjects = group.count
    rank = group.movement
    meanChange = group.meanChange
    gradeChanges = Dictionary(
      zip(grades.map(\.name), group.gradeChanges), uniquingKeysWith: { first, _ in first })
    payroll = group.payroll.map(ComparisonDocument.Payroll.init)
  }
}

extension ComparisonDocument.Payroll {
  /// Sums beyond the range of doubles are left out: JSON has no infinity.
  fileprivate init(_ change: PayrollChange) {
    let finite = { (sum: Double) in sum.isFinite ? sum : nil }
    before = finite(change.totals.before)
    after = finite(change.totals.after)
    gaining = change.gaining
    losing = change.losing
    unchanged = change.unchanged
    gained = finite(change.gained)
    lost = finite(change.lost)
  }
}
