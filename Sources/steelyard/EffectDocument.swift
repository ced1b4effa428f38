import PolicyAnalysis

/// The JSON of what a change of policy does, in a few numbers.
struct EffectDocument: Encodable {
  let compared: Int
  let unmatched: Int
  let gradeChanges: Int?
  let gradesUp: Int
  let gradesDown: Int
  let rankMovers: Int
  let meanRankShift: Double
  let scoreChanges: Int
  let payroll: Payroll?

  struct Payroll: Encodable {
    let before: Double?
    let after: Double?
    let paidMore: Int
    let paidLess: Int
  }

  init(_ effect: PolicyEffect) {
    compared = effect.compared
    unmatched = effect.unmatched
    gradeChanges = effect.gradeChanges
    (gradesUp, gradesDown) = (effect.gradesUp, effect.gradesDown)
    rankMovers = effect.rankMovers
    meanRankShift = effect.meanRankShift
    scoreChanges = effect.scoreChanges
    // JSON has no infinity.
    payroll = effect.payroll.map {
      Payroll(
        before: $0.before.isFinite ? $0.before : nil, after: $0.after.isFinite ? $0.after : nil,
        paidMore: effect.paidMore, paidLess: effect.paidLess)
    }
  }
}
