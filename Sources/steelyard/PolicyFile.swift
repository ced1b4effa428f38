import Diagnostics
import ScorecardPolicy
import ScoringPlan

/// Policies as commands take them.
enum PolicyFile {
  /// The policy of a file with its weights computed, and everything its author must see.
  static func read(_ file: String) throws -> (resolved: ResolvedPolicy, findings: [Diagnostic]) {
    let (policy, findings) = try PolicyReader.read(contentsOf: file)
    let resolved = try ResolvedPolicy(policy)
    return (resolved, findings + resolved.findings)
  }

  /// The plan of a file, for scoring, and the files it was read from: an inconsistent judgement set
  /// is an error. Other findings are shown, if that is wanted. `start` is where the policy says from when on it holds.
  static func plan(
    _ file: String, showsFindings: Bool = true
  ) throws -> (plan: Plan, files: [String], start: SourceLocation?) {
    let (resolved, plan) = try resolved(file, showsFindings: showsFindings)
    return (plan, resolved.policy.files, resolved.policy.effectiveFromLocation)
  }

  /// The policy of a file with its weights computed, and its plan for scoring; otherwise as `plan`.
  static func resolved(
    _ file: String, showsFindings: Bool = true
  ) throws -> (resolved: ResolvedPolicy, plan: Plan) {
    let (resolved, findings) = try read(file)
    let faults = resolved.inconsistencies
    if !faults.isEmpty { throw DiagnosedFailure(faults) }
    if showsFindings { Terminal.complain(findings) }
    return (resolved, Plan(resolved))
  }
}
