import PolicyAnalysis

/// The JSON of `analyze flip`.
struct FlipDocument: Encodable {
  let subjects: [String]?
  let norm: String?
  let flips: [FlipEntry]?
  let by: String?
  let groups: [Group]?
  let notice: String?

  struct Group: Encodable {
    let group: String?
    let intervals: [Interval]
  }

  struct Interval: Encodable {
    let path: String
    let weight: String?
    let judgement: [String]?
    let kept: String
    let present: Double
    let lower: End
    let upper: End
    let exact: Bool
  }

  struct End: Encodable {
    let value: Double
    let key: String?
    let verified: Bool
  }

  init(_ report: FlipReport, _ laboratory: FlipLaboratory) {
    notice = report.notice
    switch report {
    case .flips(let subjects, let norm, let flips, _):
      self.subjects = subjects
      self.norm = norm.rawValue
      self.flips = flips.map { FlipEntry($0, laboratory) }
      (by, groups) = (nil, nil)
    case .intervals(let by, let groups, _):
      (subjects, norm, flips) = (nil, nil, nil)
      self.by = by
      self.groups = groups.map {
        Group(group: $0.group, intervals: $0.intervals.map(Interval.init))
      }
    }
  }
}

extension FlipDocument.Interval {
  fileprivate init(_ interval: SteadyInterval) {
    path = interval.path
    switch interval.subject {
    case .weight(let label): (weight, judgement) = (label, nil)
    case .judgement(let row, let column): (weight, judgement) = (nil, [row, column])
    }
    (kept, present) = (interval.kept.rawValue, interval.present)
    (lower, upper) = (FlipDocument.End(interval.lower), FlipDocument.End(interval.upper))
    exact = interval.isExact
  }
}

extension FlipDocument.End {
  fileprivate init(_ end: SteadyInterval.End) {
    (value, key, verified) = (end.value, end.key, end.isVerified)
  }
}
