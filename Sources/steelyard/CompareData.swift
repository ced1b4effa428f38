import ArgumentParser
import ResultRecords
import ScoringPlan

/// Where the tables of several policies are, which need not have the same ones.
struct CompareData {
  private let options: DataOptions

  init(_ options: DataOptions) { self.options = options }

  /// For each plan the files of its tables, with the corrections, which hold for all.
  func jobs(of plans: [Plan]) throws -> [JobData] {
    let names = plans.flatMap { $0.tables.map(\.name) }
    _ = try options.namedFiles(ofTables: names.filter(isFirst(in: names)))
    return try plans.map { plan in
      var own = options
      let tables = Set(plan.tables.map(\.name))
      own.tables = options.tables.filter { tables.contains(String($0.prefix { $0 != "=" })) }
      return try own.jobData(for: plan)
    }
  }

  /// Whether a name has not been met before.
  private func isFirst(in names: [String]) -> (String) -> Bool {
    var seen: Set<String> = []
    return { seen.insert($0).inserted }
  }
}
