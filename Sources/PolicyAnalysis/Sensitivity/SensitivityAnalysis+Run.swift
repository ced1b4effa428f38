import ScoringEngine

extension SensitivityAnalysis {
  /// The people as the policy with another value of one of its numbers scores them, to be compared with
  /// `baseline`; nil where the policy cannot have the value.
  ///
  /// - Throws: `LinearAlgebraError` when an eigenvalue is not found.
  /// - Complexity: one run of everything.
  public func run(of number: PolicyNumber, at value: Double) throws -> ScoredPopulation? {
    switch try policy.variant(of: number, at: value) {
    case .refused: nil
    case .values(let values):
      PlanEngine(plan: policy.plan, values: values).score(baseline.population, options: options)
    case .plan(let plan): PlanEngine(plan: plan).score(baseline.population, options: options)
    }
  }
}
