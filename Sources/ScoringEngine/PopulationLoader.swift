import ColumnStore
import DelimitedText
import ScoringPlan

/// Reads the tables of a plan one after another and brings their rows together.
struct PopulationLoader {
  private let plan: Plan
  private let progress: ((WorkProgress) -> Void)?
  private var pool = TextPool()
  private var tables: [Table] = []
  private var faults: [[RowFault]] = []

  init(_ plan: Plan, progress: ((WorkProgress) -> Void)?) {
    self.plan = plan
    self.progress = progress
    // Before all others, so that lookups are arrays over few codes.
    for text in plan.texts { _ = pool.code(for: text) }
  }

  /// Reads one table from sources.
  mutating func read(_ table: Int, sources: [TextSource]) throws(TableReadError) {
    keep(
      try TableReader.read(
        specification(table, sources: sources.count), sources: sources, pool: &pool,
        progress: report("reading \(plan.tables[table].name)")))
  }

  /// Reads the wanted rows of one table; see `TableReader`.
  mutating func read(
    _ table: Int, sources: [TextSource], threads: Int, chunkSize: Int,
    isWanted: @escaping (Int, RowBatch, Int) -> Bool
  ) throws(TableReadError) {
    keep(
      try TableReader.read(
        specification(table, sources: sources.count), sources: sources, pool: &pool,
        threads: threads, chunkSize: chunkSize, isWanted: isWanted))
  }

  /// Links all rows once all tables are read.
  func finish() -> Population {
    var rejections = RejectionList(tables, faults: faults)
    let subjects = SubjectKeys(tables[0].keys, codeCount: pool.count)
    for (row, first) in subjects.repetitions {
      rejections.reject(row, in: 0, column: plan.tables[0].keyName, repeating: first, pool)
    }
    let linker = DetailLinker(plan, tables, subjects, pool)
    let links = (1..<tables.count).map { linker.link($0, &rejections) }
    return Population(
      tables: tables, pool: pool, rejectedRows: rejections.rows,
      ignoredCounts: links.map(\.ignoredCount), isRejected: rejections.mask(of: 0),
      details: .indexed(links.map(\.index)), rowCounts: tables.map(\.rowCount))
  }

  private mutating func keep(_ result: TableReadResult) {
    tables.append(result.table)
    faults.append(result.faults)
  }

  private func specification(_ table: Int, sources: Int) -> TableSpecification {
    precondition(sources > 0, "no file is given for the table \(plan.tables[table].name)")
    return TableSpecification(plan.tables[table])
  }

  private func report(_ activity: String) -> ((Int, Int) -> Void)? {
    progress.map { progress in
      { progress(WorkProgress(activity: activity, done: $0, total: $1, measure: .bytes)) }
    }
  }
}
