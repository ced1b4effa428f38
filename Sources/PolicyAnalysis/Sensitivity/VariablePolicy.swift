import AHP
import Diagnostics
import ScorecardPolicy
import ScoringPlan

/// A policy with all the numbers in it that can be varied.
public struct VariablePolicy: Sendable {
  /// The policy as it stands, with its weights.
  public let resolved: ResolvedPolicy
  /// The plan of the policy as it stands.
  public let plan: Plan
  /// Its numbers: judgements and weights, then the others in the order of the plan, then those in the
  /// formulas of gates. The budget is not among them, nor what is not set.
  public let numbers: [PolicyNumber]
  /// The text of the policy, to be read again with other numbers.
  package let tuning: PolicyTuning
  let weighings: [Weighing]
  /// Numbers that could be set and are not, and the budget: nobody's grade or pay depends on it.
  package let unset: [PolicyNumber]

  /// The numbers of a policy.
  ///
  /// - Throws: `DiagnosedFailure` when the policy is at fault, its judgements not consistent enough among
  ///   it; what `ResolvedPolicy` throws.
  public init(_ tuning: PolicyTuning) throws {
    let resolved = try ResolvedPolicy(try tuning.policy())
    if !resolved.inconsistencies.isEmpty { throw DiagnosedFailure(resolved.inconsistencies) }
    let plan = Plan(resolved)
    let weighings = Weighing.all(of: resolved, in: plan).filter(\.isSum)
    let slots = plan.parameters.indices.compactMap { index in
      PolicyNumber(plan.parameters[index], plan.values.values[index], tuning)
    }
    (self.tuning, self.resolved, self.plan) = (tuning, resolved, plan)
    self.weighings = weighings
    unset = slots.filter { $0.value == nil || $0.kind == .budget }
    numbers =
      weighings.flatMap { $0.judgementNumbers + $0.weightNumbers }
      + slots.filter { $0.value != nil && $0.kind != .budget }
      + PolicyNumber.inGates(of: resolved.policy, tuning)
  }

  /// The weights whose judgements cannot be varied, with the reason.
  public var fixedJudgements: [(path: String, reason: String)] {
    weighings.compactMap { weighing in
      weighing.reasonAgainstJudgements.map { (weighing.path, $0) }
    }
  }

  /// The number at a path: one of `numbers`, a judgement seen from its column, a cap, floor or budget that
  /// is not set, or a number in a formula; nil where there is none.
  public func number(at path: String) -> PolicyNumber? {
    if let number = (numbers + unset).first(where: { $0.path == path }) { return number }
    if let number = numbers.compactMap(\.reversed).first(where: { $0.path == path }) {
      return number
    }
    let steps = path.split(separator: ".")
    guard let place = steps.last.flatMap({ Int($0) }) else { return nil }
    return tuning.number(place, inFormula: steps.dropLast().joined(separator: ".")).map {
      PolicyNumber(path: path, kind: .formulaNumber, value: $0)
    }
  }

  /// The policy with another value of a number.
  func variant(of number: PolicyNumber, at value: Double) throws -> PolicyVariant {
    for weighing in weighings where number.kind == .weight {
      let place = weighing.labels.firstIndex { "\(weighing.path).\($0)" == number.path }
      guard let place else { continue }
      switch weighing.values(plan.values, with: value, at: place) {
      case .success(let values): return .values(values)
      case .failure(let refusal): return .refused(refusal)
      }
    }
    do {
      return try variant(of: ResolvedPolicy(policy(with: number, at: value)))
    } catch let failure as DiagnosedFailure {
      let errors = failure.diagnostics.filter { $0.severity == .error }
      return .refused(.init(errors.map(\.message).joined(separator: "; ")))
    }
  }

  private func policy(
    with number: PolicyNumber, at value: Double
  ) throws(DiagnosedFailure) -> Policy {
    guard let comparison = number.comparison else {
      return try tuning.policy(numbers: [number.path: value])
    }
    return try tuning.policy(judgements: [
      TunedJudgement(
        weights: comparison.weights, row: comparison.row, column: comparison.column,
        judgement: JudgementSteps.judgement(of: value))
    ])
  }

  private func variant(of resolved: ResolvedPolicy) -> PolicyVariant {
    if let fault = resolved.inconsistencies.first { return .refused(.init(fault.message)) }
    let changed = Plan(resolved)
    return changed.hasSameStructure(as: plan) ? .values(changed.values) : .plan(changed)
  }
}
