import ColumnStore

/// Reads pieces of a file once more and writes what becomes of their rows.
final class WriteWorker {
  /// The text of one output, and where rows end that may have to be left out.
  final class Output {
    var writer = DelimitedWriter()
    /// Of each row that is written for the first of a key only: the key's hash, and where it ends.
    var rows: [(key: UInt64, end: Int)] = []
    var rowCount = 0
  }

  let block = RowBlock()
  /// One for each table of the source.
  let tables: [Output]
  let repairs = Output()
  let rejects = Output()
  private(set) var counts = RowCounts()

  private let survey: Survey
  private let plan: SourcePlan
  private let file: ImportedFile
  private let fileNames: [String]
  let judge: RowJudge
  private let repairedRules: RepairNames
  private let rejectedKeys: [UInt64: (column: Int, words: String)]
  private let lastRows: [UInt64: RowPlace]
  private let unverified: Set<Int>

  init(_ file: ImportedFile, _ survey: Survey, fileNames: [String]) {
    (self.file, self.survey, self.fileNames) = (file, survey, fileNames)
    plan = survey.plans[file.source]
    judge = RowJudge(
      plan, file.layout, leavesBlanksOut: file.rows.leavesBlanksOut, profiles: file.profiles,
      transfers: survey.transfers, file: file.index)
    tables = plan.rows.map { _ in Output() }
    repairedRules = RepairNames(plan.source)
    rejectedKeys = survey.rejectedKeys[file.source] ?? [:]
    lastRows = survey.lastRows[file.source] ?? [:]
    unverified = Set(file.totals.disagreements.map(\.line))
  }

  /// Works on the block.
  func process() {
    block.cut()
    counts = RowCounts()
    for output in tables + [repairs, rejects] {
      output.writer.removeBytes()
      output.rows.removeAll(keepingCapacity: true)
      output.rowCount = 0
    }
    for row in block.rows {
      counts.read += 1
      take(row)
    }
  }

  private func take(_ row: RowBlock.Row) {
    switch judge.judge(row, in: block) {
    case .blank: counts.blank += 1
    case .dropped(let rule):
      drop(row, rule == .totalRow && unverified.contains(row.line) ? .unverifiedTotal : rule)
    case .filtered: counts.filtered += 1
    case .rejected: reject(row)
    case .good: takeGood(row)
    }
  }

  private func takeGood(_ row: RowBlock.Row) {
    if let other = survey.repeated[RowPlace(file: file.index, line: row.line)] {
      judge.reject(nil, "the same row stands on \(words(for: other))")
      return reject(row)
    }
    guard !judge.parts.isEmpty else {
      if isUsable(row) {
        countUsed(row)
        write(row)
      }
      return
    }
    for part in judge.parts {
      judge.takePart(part, in: block)
      guard isUsable(row) else { return }
    }
    countUsed(row)
    for part in judge.parts {
      judge.takePart(part, in: block)
      write(row)
      log(part, row)
    }
  }

  /// Whether nothing in other rows keeps the row from being written; else it is listed.
  private func isUsable(_ row: RowBlock.Row) -> Bool {
    for key in plan.keys {
      let hash = Fingerprint.of(judge.values[key.columns[0]])
      if let known = rejectedKeys[hash], known.column == key.columns[0] {
        judge.reject(known.column, known.words)
        reject(row)
        return false
      }
    }
    if let subject = judge.subjectHash, let reason = survey.rejectedSubjects[subject],
      reason.place != RowPlace(file: file.index, line: row.line)
    {
      setAside(row, reason)
      return false
    }
    if judge.isUnmatched(survey.lookups) {
      for words in judge.unmatchedWords(survey.lookups, survey.lookupPlans) {
        judge.reject(words.column, words.words)
      }
      reject(row)
      return false
    }
    if isSuperseded(row) {
      drop(row, .earlierRow)
      return false
    }
    return true
  }

  private func words(for place: RowPlace) -> String {
    place.file == file.index ? "line \(place.line)" : "\(fileNames[place.file]):\(place.line)"
  }

  /// Whether another row of its key counts.
  private func isSuperseded(_ row: RowBlock.Row) -> Bool {
    guard !lastRows.isEmpty else { return false }
    let place = RowPlace(file: file.index, line: row.line)
    return plan.keys.contains { key in
      guard case .table = key.use,
        let last = lastRows[Fingerprint.of(judge.values[key.columns[0]])]
      else { return false }
      return last != place
    }
  }

  // MARK: Rows that are written

  private func write(_ row: RowBlock.Row) {
    for (rows, output) in zip(plan.rows, tables) { write(rows, output, row) }
  }

  private func countUsed(_ row: RowBlock.Row) {
    counts.used += 1
    for repair in judge.commonRepairs { log(repair, row) }
    if row.fields.count > file.layout.headers.count {
      logWords(
        row.line, "", "\(row.fields.count) fields", "\(file.layout.headers.count) fields",
        "extra-blank-fields")
    }
  }

  private func write(_ rows: SourcePlan.Rows, _ output: Output, _ row: RowBlock.Row) {
    if rows.isOneForKey, let key = rows.key {
      let hash = Fingerprint.of(judge.values[key])
      if let last = lastRows[hash], last != RowPlace(file: file.index, line: row.line) { return }
      writeRow(rows, output, nil)
      output.rows.append((hash, output.writer.count))
      return
    }
    if rows.unpivoted.isEmpty {
      writeRow(rows, output, nil)
      output.rowCount += 1
    } else {
      for part in rows.unpivoted { writeRow(rows, output, part) }
      output.rowCount += rows.unpivoted.count
    }
  }

  private func writeRow(
    _ rows: SourcePlan.Rows, _ output: Output, _ part: (column: Int, label: String)?
  ) {
    for column in rows.columns { output.writer.append(utf8: judge.values[column]) }
    if let part {
      output.writer.append(part.label)
      output.writer.append(utf8: judge.values[part.column])
    }
    for join in rows.joins {
      let found = survey.lookups[join.lookup].row(Fingerprint.of(judge.values[join.on]))
      if let found {
        for cell in found { output.writer.append(cell) }
      } else {
        for _ in 0..<join.width { output.writer.appendEmpty() }
      }
    }
    output.writer.endRow()
  }

  // MARK: Rows that are not written

  private func drop(_ row: RowBlock.Row, _ rule: DropRule) {
    counts.dropped[rule, default: 0] += 1
    logWords(row.line, "", block.text(of: row), "", rule.rawValue)
  }

  private func reject(_ row: RowBlock.Row) {
    counts.rejected += 1
    if judge.subjectHash == nil { counts.rejectedWithoutSubject += 1 }
    let reasons = judge.faults.enumerated().map { index, fault in
      guard index > 0, let column = fault.column else { return fault.words }
      return "\(plan.source.columns[column].name): \(fault.words)"
    }
    let column = judge.faults.first?.column.map { plan.source.columns[$0].name } ?? ""
    list(row, column, reasons.joined(separator: "; "))
  }

  private func setAside(_ row: RowBlock.Row, _ reason: Survey.Reason) {
    counts.setAside += 1
    let subject = plan.subject.map { plan.source.columns[$0].name } ?? ""
    let words =
      reason.words.isEmpty
      ? "set aside: a row of the same \(subject) is rejected, \(words(for: reason.place))"
      : "set aside: \(subject) \(reason.words)"
        + (reason.place.file == file.index ? "" : " of \(fileNames[reason.place.file])")
    list(row, "", words)
  }

  private func list(_ row: RowBlock.Row, _ column: String, _ reason: String) {
    rejects.writer.append(file.name)
    rejects.writer.append(row.line)
    rejects.writer.append(column)
    rejects.writer.append(reason)
    rejects.writer.append(block.text(of: row))
    rejects.writer.endRow()
  }

  // MARK: The log

  private func log(_ repair: RowJudge.Repair, _ row: RowBlock.Row) {
    log(
      row.line, plan.source.columns[repair.column].name, repair.before, repair.after,
      repairedRules.text(repair.rules))
  }

  /// What was changed for one of the subjects of a row, and which days it has.
  private func log(_ part: TransferPart, _ row: RowBlock.Row) {
    for repair in judge.partRepairs { log(repair, row) }
    guard plan.split?.isOwn == true else { return }
    logWords(row.line, "", "\(part.first) to \(part.last)", part.words, "days-of-transfer")
  }

  private func log(
    _ line: Int, _ column: String, _ before: UnsafeBufferPointer<UInt8>,
    _ after: UnsafeBufferPointer<UInt8>, _ rule: String
  ) {
    counts.repairs += 1
    repairs.writer.append(file.name)
    repairs.writer.append(line)
    repairs.writer.append(column)
    repairs.writer.append(utf8: before)
    repairs.writer.append(utf8: after)
    repairs.writer.append(rule)
    repairs.writer.endRow()
  }

  private func logWords(
    _ line: Int, _ column: String, _ before: String, _ after: String, _ rule: String
  ) {
    repairs.writer.append(file.name)
    repairs.writer.append(line)
    repairs.writer.append(column)
    repairs.writer.append(before)
    repairs.writer.append(after)
    repairs.writer.append(rule)
    repairs.writer.endRow()
  }
}
