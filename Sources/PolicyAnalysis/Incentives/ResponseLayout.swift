import ScoringEngine
import ScoringPlan

/// Which registers make a response.
struct ResponseLayout {
  let registers: [Register]
  /// For each ranking and grade the places of the truths that bar from it.
  private let bars: [[Int]]
  private let gradePlace: Int?
  private let codes: [Double]
  private let scale: Double

  init(_ trials: CellTrials, outcome: Register, decimals: Int, grading: Grading?) {
    let plan = trials.plan
    var registers = [outcome]
    var bars: [[Int]] = []
    for ineligible in plan.rankings.map(\.ineligible) + plan.gradings.map(\.ineligible) {
      bars.append(
        ineligible.map { truth in
          if let known = registers.firstIndex(of: truth), known > 0 { return known }
          registers.append(truth)
          return registers.count - 1
        })
    }
    gradePlace = grading.map { _ in registers.count }
    if let grading { registers.append(grading.result) }
    (self.registers, self.bars) = (registers, bars)
    codes = grading.map { trials.codes(of: $0) } ?? []
    scale = ScoreKey.scale(decimals + IncentiveResponse.fineDecimals)
  }

  /// What comes of a trial; nil where the person would be rejected.
  func response(_ results: CellTrialResults, _ trial: Int) -> IncentiveResponse? {
    if results.isRejected[trial] { return nil }
    let eligible = bars.count { truths in !truths.contains { results[$0, trial] == 1 } }
    let code = gradePlace.flatMap { results[$0, trial] }
    return IncentiveResponse(
      key: key(results[0, trial] ?? 0), eligible: eligible,
      band: code.flatMap { codes.firstIndex(of: $0) } ?? codes.count)
  }

  private func key(_ number: Double) -> Int64 {
    ScoreKey.key(of: number, scale: scale) ?? (number < 0 ? .min / 4 : .max / 4)
  }
}
