import ScoringPlan

/// Requirements as whole numbers: the code of a fault, or minus the number of a text.
struct RequirementSQL {
  /// How a requirement can fail.
  struct Failure {
    /// A whole number where it does, else NULL.
    let expression: String
    /// The reasons by their numbers.
    let reasons: [Int: String]
  }

  private let relation: SQLRelation
  private var dialect: SQLDialect { relation.dialect }

  /// The requirements of subjects in a relation.
  init(_ relation: SQLRelation) { self.relation = relation }

  /// How requirements can fail, in order.
  func failures(of requirements: [Requirement]) -> [Failure] {
    requirements.enumerated().compactMap { failure(of: $1, number: -1 - 2 * $0) }
  }

  private func failure(of requirement: Requirement, number: Int) -> Failure? {
    let facts = relation.facts(requirement.register)
    let column = relation.column(requirement.register)
    var reasons: [Int: String] = [:]
    var parts: [String] = []
    if let fault = relation.fault(requirement.register) {
      parts.append(fault)
      for code in facts.faults { reasons[code.number] = code.reason(relation.plan) }
    }
    if facts.mayBeMissing, !requirement.allowsMissing {
      parts.append("CASE WHEN \(column) IS NULL THEN \(number) END")
      reasons[number] = "\(requirement.name) has no value"
    }
    if requirement.mustRank, facts.kind == .number, let beyond = isBeyond(column, facts) {
      parts.append("CASE WHEN \(beyond) THEN \(number - 1) END")
      let largest = ScoreKey.limit / ScoreKey.scale(relation.plan.decimals)
      reasons[number - 1] =
        "\(requirement.name) compares people by a number beyond the \(largest) that it can "
        + "compare; check the units of what the number comes from"
    }
    guard !parts.isEmpty else { return nil }
    var expression =
      parts.count > 1 ? "COALESCE(\(parts.joined(separator: ", ")))" : parts[0]
    if let applies = requirement.applies, !isAlwaysTrue(applies) {
      expression =
        "CASE WHEN COALESCE(\(relation.column(applies)), TRUE) THEN \(expression) END"
    }
    return Failure(expression: expression, reasons: reasons)
  }

  private func isAlwaysTrue(_ register: Register) -> Bool {
    relation.facts(register).constant == .truth(true)
  }

  /// The condition that a number has no `ScoreKey`; nil when it always has.
  private func isBeyond(_ column: String, _ facts: RegisterFacts) -> String? {
    let scale = ScoreKey.scale(relation.plan.decimals)
    if facts.range.magnitude * scale < ScoreKey.limit / 2 { return nil }
    return "ABS(\(column) * \(dialect.double(scale)) + \(dialect.double(0.5))) >= "
      + dialect.double(ScoreKey.limit)
  }

  /// The number of the first failure.
  func first(_ failures: [Failure]) -> String {
    let all = failures.map(\.expression)
    return all.count > 1 ? "COALESCE(\n    \(all.joined(separator: ",\n    ")))" : all[0]
  }

  /// The branches that give each number its reason.
  func reasons(_ failures: [Failure]) -> [String] {
    var reasons: [Int: String] = [:]
    for failure in failures { reasons.merge(failure.reasons) { first, _ in first } }
    return reasons.sorted { $0.key < $1.key }
      .map { "WHEN \($0.key) THEN \(dialect.text($0.value))" }
  }
}

extension SQLRelation {
  /// Takes a requirement for met: of subjects for which it is not, nobody sees what follows.
  mutating func assume(_ requirement: Requirement) {
    if let applies = requirement.applies,
      facts(applies).constant != .truth(true)
    {
      return
    }
    guard registers[requirement.register]?.facts.constant == nil else { return }
    registers[requirement.register]?.fault = nil
    registers[requirement.register]?.facts.faults = []
    if !requirement.allowsMissing {
      registers[requirement.register]?.facts.mayBeMissing = false
    }
    if requirement.mustRank {
      let limit = ScoreKey.limit / ScoreKey.scale(plan.decimals)
      let range = facts(requirement.register).range
      registers[requirement.register]?.facts.range = NumberRange(
        low: max(range.low, -limit), high: min(range.high, limit), grain: range.grain)
    }
  }
}
