import PolicyAnalysis
import ResultRecords
import ScoringEngine
import ScoringPlan

/// The people whom an analysis looks at.
struct AnalyzedData {
  private let options: DataOptions

  init(_ options: DataOptions) { self.options = options }

  /// Loads a plan's tables, with the corrections if there are any, and scores them.
  func score(
    _ plan: Plan, _ scoring: ScoringOptions, _ progress: @escaping (WorkProgress) -> Void
  ) throws -> ScoredPopulation {
    let loaded = try Population.load(
      plan, try options.jobData(for: plan), threads: scoring.threads, progress: progress)
    return PlanEngine(plan: plan).score(loaded.population, options: scoring, progress: progress)
  }

  /// Says which rows are at fault, which an analysis leaves out.
  static func complain(_ scored: ScoredPopulation, _ threads: Int) throws {
    let rejected = scored.rejectedRows(threads: threads)
    if rejected.isEmpty { return }
    Terminal.note(firstOf: rejected.flatMap(\.faults))
    let count = rejected.count == 1 ? "1 row is" : "\(rejected.count) rows are"
    Terminal.note("warning: \(count) at fault; nothing was looked at in them")
    throw Outcome.findings
  }

  /// Names divided by commas.
  static func names(_ list: String) -> [String] {
    list.split(separator: ",").map { $0.drop { $0 == " " }.description }
  }
}
