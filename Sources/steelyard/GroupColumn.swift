import ArgumentParser
import Diagnostics
import PolicyAnalysis
import ScoringPlan

/// The text column that makes groups of people.
enum GroupColumn {
  /// The column that the user names.
  static func named(_ by: String, of plan: Plan) throws -> String {
    if plan.groupColumns.contains(by) { return by }
    let hint =
      Spelling.didYouMean(by, among: plan.groupColumns)
      ?? (plan.groupColumns.isEmpty
        ? "it has none" : "they are \(plan.groupColumns.joined(separator: ", "))")
    throw ValidationError(
      "--by takes a text column of the table \(plan.tables[0].name), not \"\(by)\"; \(hint)")
  }
}
