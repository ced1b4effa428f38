import ScoringEngine
import ScoringPlan

/// Varies the numbers of a policy, one at a time, over people in memory.
///
/// Of the plan only what depends on the number varied is run again. Every result is what scoring everybody
/// by the policy with that number in it gives, whatever the number of threads.
public final class SensitivityAnalysis {
  /// The policy.
  public let policy: VariablePolicy
  /// The people as the policy scores them.
  public let baseline: ScoredPopulation
  let options: ScoringOptions
  /// What was prepared for the slots that were varied last; weights and judgements that lead to the same
  /// slots follow each other.
  private var prepared: (slots: Set<ParameterSlot>, reweighting: Reweighting?)?

  /// Scores a population that was loaded for the policy's plan.
  public init(
    _ policy: VariablePolicy, _ population: Population, options: ScoringOptions = ScoringOptions()
  ) {
    self.policy = policy
    self.options = options
    baseline = PlanEngine(plan: policy.plan).score(population, options: options)
  }

  /// What comes of the values of a number, which must be one of the policy's. The present value is marked
  /// where it is among them.
  ///
  /// - Throws: `LinearAlgebraError` when an eigenvalue is not found.
  /// - Complexity: one run of everything, then for each value what depends on the number, and O(n log n)
  ///   in subjects.
  public func response(
    of number: PolicyNumber, over neighbourhood: Neighbourhood
  ) throws -> NumberResponse {
    let variants = try neighbourhood.values.map { value in
      value == number.value
        ? .values(policy.plan.values) : try policy.variant(of: number, at: value)
    }
    let slots = self.slots(variants)
    let points = zip(neighbourhood.values, variants).map { value, variant in
      point(value, isPresent: value == number.value, variant, slots)
    }
    return NumberResponse(number: number, points: points)
  }

  /// What comes of the neighbourhood of every number, in the order of the policy's numbers.
  ///
  /// - Parameter progress: called before each number and at the end.
  public func responses(
    progress: ((WorkProgress) -> Void)? = nil
  ) throws -> [NumberResponse] {
    let numbers = policy.numbers
    let report = { (done: Int) in
      progress?(WorkProgress(activity: "varying", done: done, total: numbers.count)) ?? ()
    }
    let responses = try numbers.enumerated().map { index, number in
      report(index)
      return try response(of: number, over: Neighbourhood(of: number))
    }
    report(numbers.count)
    return responses
  }

  /// The slots in which variants differ from the policy.
  private func slots(_ variants: [PolicyVariant]) -> Set<ParameterSlot> {
    let own = policy.plan.values.values
    var slots: Set<ParameterSlot> = []
    for case .values(let vector) in variants {
      for (index, value) in vector.values.enumerated() where value != own[index] {
        slots.insert(ParameterSlot(index))
      }
    }
    return slots
  }

  private func point(
    _ value: Double, isPresent: Bool, _ variant: PolicyVariant, _ slots: Set<ParameterSlot>
  ) -> NumberResponse.Point {
    var (effect, refusal): (PolicyEffect?, String?) = (nil, nil)
    switch variant {
    case .refused(let refused): refusal = refused.reason
    case .values(let values): effect = self.effect(of: scored(with: values, varying: slots))
    case .plan(let plan):
      effect = self.effect(
        of: PlanEngine(plan: plan).score(baseline.population, options: options))
    }
    return NumberResponse.Point(
      value: value, isPresent: isPresent, effect: effect, refusal: refusal)
  }

  private func effect(of after: ScoredPopulation) -> PolicyEffect {
    PolicyEffect(ofSamePopulation: Compared(before: baseline, after: after))
  }

  private func scored(
    with values: ParameterVector, varying slots: Set<ParameterSlot>
  ) -> ScoredPopulation {
    if values == policy.plan.values { return baseline }
    if prepared?.slots != slots { prepared = (slots, reweighting(varying: slots)) }
    return prepared?.reweighting?.scored(with: values)
      ?? PlanEngine(plan: policy.plan, values: values)
      .score(baseline.population, options: options)
  }

  /// Nil where detail rows depend on the slots, so that everything is run again.
  private func reweighting(varying slots: Set<ParameterSlot>) -> Reweighting? {
    var options = options
    options.varying = slots
    let scored = PlanEngine(plan: policy.plan).score(baseline.population, options: options)
    return Reweighting(scored, varying: slots, options: options)
  }
}
