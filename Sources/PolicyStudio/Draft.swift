import Diagnostics
import PolicyAnalysis
import ScorecardPolicy
import ScoringPlan

/// A policy with changes laid over it, read like any policy.
struct Draft: Sendable {
  /// What is other.
  let changes: DraftChanges
  /// The policy's text with the changes in it.
  let tuning: PolicyTuning
  /// The policy with its weights.
  let resolved: ResolvedPolicy
  /// Its plan.
  let plan: Plan

  /// - Throws: `DiagnosedFailure` where what comes of it is no policy, `LinearAlgebraError`.
  init(_ changes: DraftChanges, of basis: VariablePolicy) throws {
    self.changes = changes
    if changes.isEmpty {
      (tuning, resolved, plan) = (basis.tuning, basis.resolved, basis.plan)
      return
    }
    let tuning = try basis.tuning.revised(by: changes.revision())
    self.tuning = tuning
    resolved = try ResolvedPolicy(try tuning.policy())
    plan = Plan(resolved)
  }

  /// Why it cannot be scored by the command line or saved; empty where it can: the judgements contradict
  /// each other too much.
  var inconsistencies: [Diagnostic] { resolved.inconsistencies }
}
