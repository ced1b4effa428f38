import ResultRecords
import ScoringEngine
import ScoringPlan

extension DataOptions {
  /// The people of a plan's tables, corrected if that is asked for.
  func population(
    for plan: Plan, threads: Int, progress: @escaping (WorkProgress) -> Void
  ) throws -> Population {
    try Population.load(plan, try jobData(for: plan), threads: threads, progress: progress)
      .population
  }
}
