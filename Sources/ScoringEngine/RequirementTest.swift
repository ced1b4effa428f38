import ScoringPlan

/// Tells which subjects have a value that they must have.
struct RequirementTest {
  private let requirement: Requirement
  private let value: RegisterColumn
  private let applies: RegisterColumn?
  private let decimals: Int

  init(_ run: ScoringRun, _ requirement: Requirement) {
    self.requirement = requirement
    value = run.column(requirement.register, of: 0)
    applies = requirement.applies.map { run.column($0, of: 0) }
    decimals = run.plan.decimals
  }

  /// Whether a subject has the value, or need not have it.
  func isPassed(by subject: Int) -> Bool {
    switch value.states[subject] {
    case ValueState.present:
      if !requirement.mustRank { return true }
      if ScoreKey.key(of: value.values[subject], decimals: decimals) != nil { return true }
    case ValueState.missing:
      if requirement.allowsMissing { return true }
    default: break
    }
    guard let applies else { return false }
    return applies.states[subject] == ValueState.present && applies.values[subject] == 0
  }
}
