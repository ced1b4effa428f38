import PolicyAnalysis
import ScoringEngine

/// Everything that `analyze sensitivity` has to say.
struct SensitivityReport {
  /// The policy file.
  let file: String
  let analysis: SensitivityAnalysis
  /// Those with most effect first.
  let responses: [NumberResponse]
  /// Nil where they were not asked for.
  let derivatives: JudgementDerivatives?
  /// What the data's folder says about them.
  let notice: String?

  init(
    file: String, analysis: SensitivityAnalysis, responses: [NumberResponse],
    derivatives: JudgementDerivatives?, notice: String?
  ) {
    (self.file, self.analysis, self.notice) = (file, analysis, notice)
    self.responses = responses.byEffect
    self.derivatives = derivatives
  }

  /// How many people are scored.
  var scored: Int { analysis.baseline.counts[0].scored }

  /// The unit of pay; nil where the policy names none.
  var payUnit: String? { analysis.policy.plan.payroll?.unit?.description }
}
