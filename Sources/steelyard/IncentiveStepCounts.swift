import PolicyAnalysis
import ScoringEngine

/// How many people could reach a better band by one step.
struct IncentiveStepCounts {
  /// By any column.
  let people: Int
  /// Not in the best band, and no step was found.
  let without: Int
  /// For each column how many could by it, and for how many it is the cheapest.
  let byColumn: [(possible: Int, cheapest: Int)]

  /// nil for a policy without grades.
  init?(_ analysis: IncentiveAnalysis) {
    guard analysis.grading != nil else { return nil }
    people = analysis.steps.count
    without = analysis.peopleBelowTheTop - analysis.steps.count
    byColumn = analysis.columns.indices.map { index in
      (
        analysis.stepCount(ofColumn: index),
        analysis.steps.count { $0.column == index }
      )
    }
  }
}
