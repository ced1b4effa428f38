import Diagnostics
import ScorecardPolicy
import SyntheticBanks

/// A policy in a text, with columns and a detail table to fill in.
enum SmallPolicy {
  /// The text of a policy whose subject table has these columns.
  static func text(staff: String, details: String = "") -> String {
    """
    policy: small
    effective_from: 2026-03-01
    tables:
      staff:
        key: id
        columns:
          branch: text
          plan: {unit: CNY10k, minimum: 0}
    \(indented(staff, 6))
    \(indented(details, 2))
    scorecard:
      dimensions:
        only:
          measures:
            one: {score: 100 * plan / 500万元}
    rankings:
      place: {by: total, within: branch}
    """
  }

  /// The policy of that text.
  static func policy(staff: String = "", details: String = "") throws -> Policy {
    try PolicyReader.read(text(staff: staff, details: details), file: "small.yaml").policy
  }

  /// What is wrong with the policy of that text.
  static func faults(staff: String, details: String = "") -> [Diagnostic] {
    do throws(DiagnosedFailure) {
      return try PolicyReader.read(text(staff: staff, details: details), file: "small.yaml")
        .findings
    } catch {
      return error.diagnostics
    }
  }

  private static func indented(_ text: String, _ spaces: Int) -> String {
    text.split(separator: "\n").map { String(repeating: " ", count: spaces) + $0 }
      .joined(separator: "\n")
  }
}
