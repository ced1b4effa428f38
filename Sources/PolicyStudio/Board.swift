import AnalysisReport
import PolicyAnalysis
import ScorecardPolicy
import ScoringPlan

/// Everything about a draft that is shown while the hand is on the mouse.
struct Board: Encodable, Sendable {
  /// How long it took to make, by parts.
  struct Milliseconds: Encodable, Sendable {
    let policy: Double
    let scoring: Double
    let summary: Double
  }

  /// Why the draft cannot be saved as it is.
  let warning: PageText?
  let weighings: [WeighingDocument]
  let effect: PolicyEffect
  let slopes: SlopePart?
  let distributions: DistributionPart?
  let payroll: PayrollPart?
  let groups: [GroupPart]
  let milliseconds: Milliseconds
}
