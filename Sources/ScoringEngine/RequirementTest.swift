import ScoringPlan

/// Tells which rows have a value that they must have.
struct RequirementTest {
  private let requirement: Requirement
  private let value: RegisterPlace
  private let applies: RegisterPlace?
  private let scale: Double

  /// - Parameter place: where a register's values are, from the first row on that is asked about.
  init(_ requirement: Requirement, decimals: Int, place: (Register) -> RegisterPlace) {
    self.requirement = requirement
    scale = ScoreKey.scale(decimals)
    value = place(requirement.register)
    applies = requirement.applies.map(place)
  }

  /// Calls `body` with each of some rows that lacks the value.
  func forEachFailure(among rows: Range<Int>, _ body: (Int) -> Void) {
    // Mostly no value is missing or too large, which passes without branches tell.
    let (values, states) = (value.values + rows.lowerBound, value.states + rows.lowerBound)
    if BlockRegisters.isPresent(states, rows.count),
      !requirement.mustRank || haveKeys(values, rows.count)
    {
      return
    }
    for row in rows where !isPassed(by: row) { body(row) }
  }

  /// Whether all values are small enough to be ranked.
  private func haveKeys(_ values: UnsafePointer<Double>, _ count: Int) -> Bool {
    var withoutKey: UInt64 = 0
    for row in 0..<count {
      withoutKey |= ScoreKey.hasKey(values[row], scale: scale) ? 0 : 1
    }
    return withoutKey == 0
  }

  /// Whether a row has the value, or need not have it.
  func isPassed(by row: Int) -> Bool {
    switch value.states[row] {
    case ValueState.present:
      if !requirement.mustRank { return true }
      if ScoreKey.key(of: value.values[row], scale: scale) != nil { return true }
    case ValueState.missing:
      if requirement.allowsMissing { return true }
    default: break
    }
    guard let applies else { return false }
    return applies.states[row] == ValueState.present && applies.values[row] == 0
  }
}
