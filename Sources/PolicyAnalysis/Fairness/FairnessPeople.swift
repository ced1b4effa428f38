import ScoringEngine
import ScoringPlan

/// What one policy gives each of the people who are looked at.
struct FairnessPeople {
  let finals: [Double]
  /// Who has the best grade, or is among the first.
  let isBest: [Bool]
  /// What is paid, nothing where it is missing; nil without a payroll.
  let pay: [Double]?

  init(_ scored: ScoredPopulation, rows: [Int], grading: Grading?, top: TopSize) {
    let plan = scored.plan
    let final = scored.column(plan.layout.final ?? plan.layout.total)
    let finals = rows.map { final?[$0] ?? 0 }
    self.finals = finals
    if let grading, let grades = scored.column(grading.result) {
      let best = grading.bands[0].grade
      isBest = rows.map { row in
        grades.text(of: row).map { $0.utf8.elementsEqual(best.utf8) } ?? false
      }
    } else {
      let keys = finals.map {
        ScoreKey.key(of: $0, decimals: plan.decimals) ?? ($0 < 0 ? .min : .max)
      }
      let last = top.number(of: rows.count)
      isBest = CompetitionRanks.of(keys).map { $0 <= last }
    }
    let amounts = plan.payroll.flatMap { scored.column($0.register) }
    pay = amounts.map { amounts in rows.map { amounts[$0] ?? 0 } }
  }
}
