import ColumnStore
import ScoringPlan

/// Links the rows of detail tables to their subjects.
struct DetailLinker {
  private let plan: Plan
  private let tables: [Table]
  private let subjects: SubjectKeys
  private let pool: TextPool

  init(_ plan: Plan, _ tables: [Table], _ subjects: SubjectKeys, _ pool: TextPool) {
    (self.plan, self.tables, self.subjects, self.pool) = (plan, tables, subjects, pool)
  }

  /// Links the good rows of a table and adds to the rejections: rows of unknown keys, unless the
  /// plan ignores them with whatever is wrong in them, the subjects of all rejected rows, and those
  /// of rows that share their place in the table's order.
  func link(
    _ table: Int, _ rejections: inout RejectionList
  ) -> (index: DetailIndex, ignoredCount: Int) {
    var isRejected = rejections.mask(of: table)
    var owners = [Int32](repeating: -1, count: isRejected.count)
    var ignoredCount = 0
    for (row, key) in tables[table].keys.enumerated() {
      let subject = key < 0 ? -1 : subjects.row(of: key)
      if subject < 0, key >= 0 {
        if plan.tables[table].ignoresUnknownKeys {
          rejections.pardon(row, in: table)
          ignoredCount += 1
          continue
        }
        rejections.reject(
          row, in: table, column: plan.tables[table].keyName, text: pool.text(of: key),
          reason: "no row of the table \(tables[0].name) has this key")
        isRejected[row] = true
      }
      if !isRejected[row] {
        owners[row] = subject
      } else if subject >= 0 {
        rejections.rejectSubject(Int(subject), for: row, in: table)
      }
    }
    var index = DetailIndex(subjects: owners, subjectCount: tables[0].rowCount)
    if let order = plan.tables[table].order { sort(&index, of: table, by: order, &rejections) }
    return (index, ignoredCount)
  }

  /// Brings each subject's rows into their order and rejects the subjects for whom there is none.
  private func sort(
    _ index: inout DetailIndex, of table: Int, by order: Register,
    _ rejections: inout RejectionList
  ) {
    let column = tables[table].columns[order.index - 1]
    index.sort(by: column.values)
    index.forEachRepetition(of: column.values) { subject, row, other in
      rejections.rejectSubject(
        subject, forRows: row, other, in: table, sharing: column.name)
    }
  }
}
