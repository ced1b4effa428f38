import ScoringPlan

/// What the reasons tell of a subject that a requirement rejects after the first segment.
struct ReasonInputs {
  private let plan: Plan
  private let trace: PlanTrace

  init(_ plan: Plan) {
    self.plan = plan
    trace = PlanTrace(plan)
  }

  /// The registers whose values a reason names.
  func values(in stages: Range<Int>) -> [Register] {
    inputs(in: stages).flatMap { $0.prefix(PlanInterpreter.mostNamedInputs) }
  }

  /// The registers of which a reason tells whether they are missing.
  func states(in stages: Range<Int>) -> [Register] { inputs(in: stages).flatMap(\.self) }

  private func inputs(in stages: Range<Int>) -> [[Register]] {
    plan.stages[stages].flatMap { stage -> [[Register]] in
      guard case .require(let requirements) = stage else { return [] }
      return requirements.map { trace.inputs(of: $0.register).map(\.register) }
    }
  }
}
