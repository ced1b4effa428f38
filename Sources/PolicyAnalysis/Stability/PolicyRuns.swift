import ScoringEngine
import ScoringPlan

/// Runs of one plan over one population with other weights, each on one thread.
struct PolicyRuns: Sendable {
  /// The run with the policy's own values.
  let base: ScoredPopulation
  private let reweighting: Reweighting?

  /// Scores a population, so that some parameters can vary afterwards.
  init(
    _ plan: Plan, _ population: Population, varying slots: Set<ParameterSlot>, threads: Int,
    progress: ((WorkProgress) -> Void)? = nil
  ) {
    var options = ScoringOptions(threads: threads, keepsMeasures: true)
    options.varying = slots
    self.init(
      PlanEngine(plan: plan).score(population, options: options, progress: progress),
      varying: slots)
  }

  /// From a run that was made so.
  init(_ base: ScoredPopulation, varying slots: Set<ParameterSlot>) {
    self.base = base
    var own = ScoringOptions(threads: 1, keepsMeasures: true)
    own.varying = slots
    reweighting = Reweighting(base, varying: slots, options: own)
  }

  /// The results with other values of what varies.
  func scored(with values: ParameterVector) -> ScoredPopulation {
    reweighting?.scored(with: values)
      ?? PlanEngine(plan: base.plan, values: values).score(
        base.population, options: ScoringOptions(threads: 1))
  }
}
