import ScoringEngine
import ScoringPlan

/// Where a respondent who is also a subject stands by some weights.
public struct PanelStanding: Sendable, Equatable {
  /// The value after the gates; the total where a policy has none.
  public let final: Double?
  /// The rank in each ranking, in the policy's order; nil where there is none.
  public let ranks: [Int?]
  /// The grade of each kind, in the policy's order; empty where ineligible, nil where rejected.
  public let grades: [String?]
  /// What is paid; nil where the policy says nothing of it.
  public let pay: Double?

  init(_ row: Int, in scored: ScoredPopulation) {
    let plan = scored.plan
    let isRejected = scored.isRejected(row)
    let value = { (register: Register) in isRejected ? nil : scored.column(register)?[row] }
    final = value(plan.layout.final ?? plan.layout.total)
    ranks = plan.rankings.map { value($0.result).map { Int($0) } }
    grades = plan.gradings.map { isRejected ? nil : scored.column($0.result)?.text(of: row) }
    pay = plan.payroll.flatMap { value($0.register) }
  }

  /// Whether rank, grade or pay are not the same, the final apart.
  public func differs(from other: PanelStanding) -> Bool {
    ranks != other.ranks || grades != other.grades || pay != other.pay
  }
}
