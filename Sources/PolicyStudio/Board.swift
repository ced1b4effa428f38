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
  let effect: EffectDocument
  let slopes: SlopePart?
  let distributions: DistributionPart?
  let payroll: PayrollPart?
  let groups: [GroupPart]
  let milliseconds: Milliseconds
}

/// What a draft does to people, in a few numbers.
struct EffectDocument: Encodable, Sendable {
  let compared: Int
  let unmatched: Int
  let gradeChanges: Int?
  let gradesUp: Int
  let gradesDown: Int
  let rankMovers: Int
  let meanRankShift: Double
  let scoreChanges: Int
  let paidMore: Int
  let paidLess: Int

  init(_ effect: PolicyEffect) {
    (compared, unmatched) = (effect.compared, effect.unmatched)
    (gradeChanges, gradesUp, gradesDown) = (effect.gradeChanges, effect.gradesUp, effect.gradesDown)
    (rankMovers, meanRankShift) = (effect.rankMovers, effect.meanRankShift)
    (scoreChanges, paidMore, paidLess) = (effect.scoreChanges, effect.paidMore, effect.paidLess)
  }
}
