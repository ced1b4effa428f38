import PlanSQL

/// Why a policy is not written in SQL, as people read it.
enum UnsupportedPlanText {
  /// Shows every reason with its place in the policy.
  static func complain(_ plan: UnsupportedPlan) {
    for reason in plan.reasons {
      Terminal.error("\(reason.path): \(reason.problem) (\(reason.formula))")
      Terminal.note("  try: \(reason.advice)")
    }
  }
}
