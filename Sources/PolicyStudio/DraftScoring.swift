import PolicyAnalysis
import ScoringEngine
import ScoringPlan

/// Scores drafts over one population in memory: of the plan only what depends on the numbers that differ
/// from the policy's.
///
/// The results are to the bit those of scoring everybody by the draft.
struct DraftScoring: Sendable {
  /// Some numbers that vary, and the population prepared for them.
  private struct Prepared {
    let slots: Set<ParameterSlot>
    let reweighting: Reweighting
  }

  /// The policy as it stands.
  let baseline: ScoredPopulation
  let options: ScoringOptions
  /// For weights, which are moved most, then for every number that no detail row depends on.
  private let prepared: [Prepared]

  /// Scores everybody by a plan.
  ///
  /// - Parameter weights: the parameters that are weights.
  init(
    _ plan: Plan, _ population: Population, weights: Set<ParameterSlot>, options: ScoringOptions
  ) {
    self.options = options
    let runs = [weights, plan.subjectParameters].map { slots in
      var options = options
      options.varying = slots
      return (slots, PlanEngine(plan: plan).score(population, options: options))
    }
    baseline = runs[1].1
    prepared = runs.compactMap { slots, scored in
      Reweighting(scored, varying: slots, options: options).map {
        Prepared(slots: slots, reweighting: $0)
      }
    }
  }

  /// Everybody by a draft's plan.
  func scored(_ plan: Plan) -> ScoredPopulation {
    guard plan.hasSameStructure(as: baseline.plan) else {
      return PlanEngine(plan: plan).score(baseline.population, options: options)
    }
    if plan.values == baseline.values { return baseline }
    let pairs = zip(plan.values.values, baseline.values.values).enumerated()
    let slots = pairs.filter { $0.element.0 != $0.element.1 }.map { ParameterSlot($0.offset) }
    if let ready = prepared.first(where: { $0.slots.isSuperset(of: slots) }) {
      return ready.reweighting.scored(with: plan.values)
    }
    return PlanEngine(plan: baseline.plan, values: plan.values)
      .score(baseline.population, options: options)
  }
}
