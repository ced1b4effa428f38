import PolicyAnalysis
import ResultRecords
import ScoringPlan

/// A plan and the data that `compare` scores with it.
struct CompareJob {
  let plan: Plan
  let data: JobData

  init(_ plan: Plan, _ data: JobData) { (self.plan, self.data) = (plan, data) }

  /// The same over the data as they stand.
  var withoutCorrections: CompareJob { CompareJob(plan, JobData(files: data.files)) }

  /// Whether what was loaded for another is what this one needs.
  func readsSameData(as other: CompareJob) -> Bool {
    data == other.data && plan.readsSameTables(as: other.plan)
  }
}
