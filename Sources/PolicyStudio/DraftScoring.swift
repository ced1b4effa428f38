import PolicyAnalysis
import ScoringEngine
import ScoringPlan
import Synchronization

/// Scores drafts over one population in memory: of the plan only what depends on the numbers that differ
/// from the policy's.
///
/// The results are to the bit those of scoring everybody by the draft.
final class DraftScoring: Sendable {
  /// How many sets of varying numbers are kept prepared: each holds columns of the population.
  private static let most = 2

  /// Some numbers that vary, and the population prepared for it; nil where everything is run again.
  private struct Prepared {
    let slots: Set<ParameterSlot>
    let reweighting: Reweighting?
  }

  /// The policy as it stands.
  let baseline: ScoredPopulation
  let options: ScoringOptions
  private let prepared = Mutex<[Prepared]>([])

  init(_ plan: Plan, _ population: Population, options: ScoringOptions) {
    self.options = options
    baseline = PlanEngine(plan: plan).score(population, options: options)
  }

  /// Everybody by a draft's plan.
  func scored(_ plan: Plan) -> ScoredPopulation {
    guard plan.hasSameStructure(as: baseline.plan) else {
      return PlanEngine(plan: plan).score(baseline.population, options: options)
    }
    if plan.values == baseline.values { return baseline }
    if let reweighting = reweighting(varying: slots(in: plan.values)) {
      return reweighting.scored(with: plan.values)
    }
    return PlanEngine(plan: baseline.plan, values: plan.values)
      .score(baseline.population, options: options)
  }

  private func slots(in values: ParameterVector) -> Set<ParameterSlot> {
    let pairs = zip(values.values, baseline.values.values).enumerated()
    return Set(pairs.filter { $0.element.0 != $0.element.1 }.map { ParameterSlot($0.offset) })
  }

  /// The population prepared for these numbers, or for more than these, the one used last first.
  private func reweighting(varying slots: Set<ParameterSlot>) -> Reweighting? {
    let found = prepared.withLock { prepared -> Prepared? in
      guard let place = prepared.firstIndex(where: { slots.isSubset(of: $0.slots) }) else {
        return nil
      }
      let found = prepared.remove(at: place)
      prepared.insert(found, at: 0)
      return found
    }
    if let found { return found.reweighting }
    let made = Prepared(slots: slots, reweighting: prepare(slots))
    prepared.withLock { $0 = [made] + $0.prefix(Self.most - 1) }
    return made.reweighting
  }

  /// Nil where detail rows depend on the numbers.
  private func prepare(_ slots: Set<ParameterSlot>) -> Reweighting? {
    var options = options
    options.varying = slots
    let scored = PlanEngine(plan: baseline.plan).score(baseline.population, options: options)
    return Reweighting(scored, varying: slots, options: options)
  }
}
