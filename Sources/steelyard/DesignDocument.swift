import PolicyAnalysis

/// The JSON of `analyze design`.
struct DesignDocument: Encodable {
  let design: String
  let outcome: String
  let distance: Double?
  let tried: Int
  let possible: Int?
  let triedBelow: Int?
  let conflict: [String]?
  let open: [String]?
  let checks: [Check]
  let policies: [Policy]?
  let notice: String?

  struct Policy: Encodable {
    let changes: [Change]
    let checks: [Check]
  }

  struct Change: Encodable {
    let kind: String
    let path: String
    let row: String?
    let column: String?
    let before: String?
    let after: String
  }

  struct Check: Encodable {
    let name: String
    let measure: String
    let value: Double?
    let met: Bool
  }

  init(_ report: DesignReport) {
    let answer = report.answer
    (design, notice) = (report.name, report.notice)
    (distance, tried, triedBelow) = (answer.distance, answer.tried, answer.triedBelow)
    possible = answer.possible
    checks = answer.checks.map(Check.init)
    switch answer.outcome {
    case .found(let candidates):
      (outcome, conflict, open) = ("found", nil, nil)
      policies = candidates.map {
        Policy(changes: $0.changes.map(Change.init), checks: $0.checks.map(Check.init))
      }
    case .conflict(let names): (outcome, conflict, open, policies) = ("conflict", names, nil, nil)
    case .open(let names): (outcome, conflict, open, policies) = ("open", nil, names, nil)
    case .stopped: (outcome, conflict, open, policies) = ("stopped", nil, nil, nil)
    }
  }
}

extension DesignDocument.Change {
  fileprivate init(_ change: DesignAnswer.Change) {
    (kind, path, row) = (change.kind.rawValue, change.path, change.row)
    (column, before, after) = (change.column, change.before, change.after)
  }
}

extension DesignDocument.Check {
  fileprivate init(_ check: DesignAnswer.Check) {
    (name, measure, value, met) = (check.name, check.measure, check.value, check.isMet)
  }
}
