/// Reads pieces of a file for the keys of its rows, or for the rows of some keys.
final class TransferScanWorker {
  let block = RowBlock()
  /// The key of each row.
  private(set) var ids: [UInt64] = []
  /// The rows of the keys that are looked for.
  private(set) var rows: [(id: UInt64, row: TransferRow)] = []

  private let file: ImportedFile
  private let judge: RowJudge
  private let split: SourcePlan.Split
  private let wanted: Set<UInt64>
  private let (by, from, until): (Int?, Int?, Int?)

  /// - Parameter wanted: the keys whose rows are kept; none while keys are only counted.
  init(
    _ file: ImportedFile, _ plan: SourcePlan, _ split: SourcePlan.Split, _ rule: TransferSplit,
    of wanted: Set<UInt64>
  ) {
    (self.file, self.split, self.wanted) = (file, split, wanted)
    judge = RowJudge(
      plan, file.layout, leavesBlanksOut: file.rows.leavesBlanksOut, profiles: file.profiles)
    (by, from) = (plan.source.column(rule.by), plan.source.column(rule.from))
    until = rule.until.flatMap(plan.source.column)
  }

  /// Reads the block.
  func process() {
    block.cut()
    ids.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
    for row in block.rows {
      let verdict = judge.judge(row, in: block)
      guard verdict == .good || verdict == .rejected, let id = judge.subjectHash else { continue }
      ids.append(id)
      guard wanted.contains(id) else { continue }
      rows.append((id, self.row(on: row.line, isRejected: verdict == .rejected)))
    }
  }

  private func row(on line: Int, isRejected: Bool) -> TransferRow {
    TransferRow(
      place: RowPlace(file: file.index, line: line), id: text(split.subject), branch: text(by),
      from: text(from), until: text(until), wholes: split.shared.map(text), isRejected: isRejected)
  }

  private func text(_ column: Int?) -> String {
    column.map { String(decoding: judge.values[$0], as: UTF8.self) } ?? ""
  }
}
