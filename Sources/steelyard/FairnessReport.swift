import ColumnStore
import PolicyAnalysis
import ScoringEngine
import ScoringPlan

/// Everything that `analyze fairness` has to say.
struct FairnessReport {
  let analysis: FairnessAnalysis
  let files: [String]
  let plans: [Plan]
  let notice: String?

  init(
    _ analysis: FairnessAnalysis, files: [String], runs: [ScoredPopulation], notice: String?
  ) {
    (self.analysis, self.files, self.notice) = (analysis, files, notice)
    plans = runs.map(\.plan)
  }

  var comparesPolicies: Bool { plans.count == 2 }

  /// Whom the shares are of.
  var best: String {
    if let grading = analysis.grading { return "\(grading.name) \(grading.bands[0].grade)" }
    return switch analysis.options.top {
    case .subjects(let count): "first \(count) by final"
    case .percent(let percent): "first \(PlainDecimal.text(percent)) % by final"
    }
  }

  /// What a group is called.
  static func words(_ group: FairnessGroup) -> String {
    switch group.label {
    case .text(let text): text
    case .band(let from?, let to?): "\(PlainDecimal.text(from)) to under \(PlainDecimal.text(to))"
    case .band(let from?, nil): "\(PlainDecimal.text(from)) and more"
    case .band(nil, let to?): "under \(PlainDecimal.text(to))"
    case .band(nil, nil): "all"
    case .missing: "(none)"
    case .others: "(\(group.mergedGroups) groups together)"
    }
  }
}
