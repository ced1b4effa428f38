import ColumnStore
import DelimitedText
import ScoringPlan

/// The tables of a plan in memory, detail rows linked to their subjects, faulty rows set apart.
///
/// Subjects are counted by their rows in the subject table, from 0, rejected ones included.
public struct Population: Sendable {
  /// The tables, as in `Plan.tables`.
  public let tables: [Table]
  /// The texts of all tables.
  public let pool: TextPool
  /// For each table the rows that cannot be scored, in order of rows.
  public let rejectedRows: [[RejectedRow]]
  /// For each detail table the rows passed over because nobody knows their key.
  let ignoredCounts: [Int]
  /// Which subjects are rejected, whether for their own row or for one of their detail rows.
  let isRejected: [Bool]
  /// For each detail table the good rows of each subject.
  let details: [DetailIndex]

  /// The number of rows in the subject table.
  public var subjectCount: Int { tables[0].rowCount }

  /// Reads a plan's tables from files.
  ///
  /// - Parameters:
  ///   - plan: the plan whose tables are read.
  ///   - files: for the name of each table its files, in the order in which their rows count.
  ///   - progress: called every few megabytes.
  /// - Throws: `TableReadError` when a file cannot be read as the table; faulty rows do not throw.
  /// - Complexity: linear in the size of the files, in time and memory.
  public static func load(
    _ plan: Plan, files: [String: [String]], progress: ((WorkProgress) -> Void)? = nil
  ) throws(TableReadError) -> Population {
    var loader = PopulationLoader(plan, progress: progress)
    for table in plan.tables.indices {
      try loader.read(table, files: files[plan.tables[table].name] ?? [])
    }
    return loader.finish()
  }

  /// Reads a plan's tables from texts already in memory; otherwise like reading files.
  public static func load(
    _ plan: Plan, texts: [String: [DecodedText]], progress: ((WorkProgress) -> Void)? = nil
  ) throws(TableReadError) -> Population {
    var loader = PopulationLoader(plan, progress: progress)
    for table in plan.tables.indices {
      try loader.read(table, texts: texts[plan.tables[table].name] ?? [])
    }
    return loader.finish()
  }

  /// The first subject of that key, rejected or not; nil when there is none. O(subjects).
  public func subject(withKey key: String) -> Int? {
    guard let code = pool.find(key) else { return nil }
    return tables[0].keys.firstIndex(of: code)
  }

  /// What an interpreter needs to evaluate one subject: its row, and for each detail table the rows
  /// linked to it, in the order of the table's column for that, or else of the files.
  public func interpreterInput(_ subject: Int) -> (subject: [Value], details: [[[Value]]]) {
    let rows = details.enumerated().map { index, detail in
      detail.rows[detail.range(of: subject)].map { values(of: Int($0), in: tables[index + 1]) }
    }
    return (values(of: subject, in: tables[0]), rows)
  }

  private func values(of row: Int, in table: Table) -> [Value] {
    [text(table.keys[row])]
      + table.columns.map { column in
        guard column.states[row] == Column.present else { return .missing }
        return switch column.type {
        case .number, .date, .period: .number(column.values[row])
        case .truth: .truth(column.values[row] != 0)
        case .text: text(column.codes[row])
        }
      }
  }

  private func text(_ code: Int32) -> Value {
    code < 0 ? .missing : .text(pool.text(of: code))
  }
}
