import ColumnStore

/// Reads pieces of a file to see what is in them, and decides nothing.
final class SurveyWorker {
  /// A row with a key that has a use.
  struct KeyedRow {
    /// The place of the key among those of the source.
    let key: Int
    let sighting: KeyRegistry.Sighting
    /// The cells that are kept, for lookups and tables with `pivot`.
    let cells: [String]
    /// The column of a table with `pivot`.
    let column: Int
    /// The hash of the key alone, without the column's name.
    let owner: UInt64
  }

  /// A row that is rejected, and whose it is.
  struct Rejection {
    let subject: UInt64
    let line: Int
  }

  let block = RowBlock()
  private(set) var profiles: [ColumnProfile] = []
  private(set) var prints: [RowPrints.Print] = []
  private(set) var keyed: [KeyedRow] = []
  private(set) var rejections: [Rejection] = []
  private(set) var totals = TotalsPiece(width: 0)
  /// The line on which a quote is opened that is never closed: what follows it is no row.
  private(set) var unclosedLine: Int?
  private(set) var farRows: [Int: ImportedFile.FarRows] = [:]
  /// Rows of people who are split, with numbers of which nobody has said what becomes of them.
  private(set) var splitRows = ImportedFile.FarRows()

  private let plan: SourcePlan
  private let layout: FileLayout
  private let judge: RowJudge
  private let lookups: [LookupTable]
  /// Whether the columns' profiles are known already.
  private let isSecond: Bool
  private let summed: [Int]
  private let neighbours: [(column: Int, near: Int)]
  /// The column that each field of the file is read as.
  private let columnOfField: [Int?]

  init(
    _ file: ImportedFile, _ plan: SourcePlan, lookups: [LookupTable], transfers: Transfers?
  ) {
    (self.plan, self.lookups, layout) = (plan, lookups, file.layout)
    judge = RowJudge(
      plan, layout, leavesBlanksOut: file.rows.leavesBlanksOut, profiles: file.profiles,
      transfers: transfers, file: file.index)
    summed = plan.summed
    isSecond = file.profiles != nil
    neighbours = plan.source.columns.enumerated().compactMap { index, column in
      guard !column.acceptsRatio, let near = column.near else { return nil }
      return plan.source.column(near).map { (index, $0) }
    }
    var columns = [Int?](repeating: nil, count: layout.headers.count)
    for (column, field) in layout.fields.enumerated() {
      if let field { columns[field] = column }
    }
    columnOfField = columns
  }

  /// Reads the block.
  func process() {
    block.cut()
    profiles = layout.forms.map { ColumnProfile($0) }
    prints.removeAll(keepingCapacity: true)
    keyed.removeAll(keepingCapacity: true)
    rejections.removeAll(keepingCapacity: true)
    totals = TotalsPiece(width: summed.count)
    farRows = [:]
    splitRows = ImportedFile.FarRows()
    unclosedLine = block.rows.first { $0.fault == .unclosed }?.line
    for row in block.rows { take(row) }
  }

  private func take(_ row: RowBlock.Row) {
    let verdict = judge.judge(row, in: block)
    switch verdict {
    case .blank: return
    case .dropped(.totalRow): addTotal(row)
    case .dropped(.outsidePeriod):
      addToTotals()
      profile(row)
    case .dropped: return
    case .filtered: addToTotals()
    case .rejected:
      addToTotals()
      profile(row)
      reject(row)
    case .good:
      addToTotals()
      profile(row)
      compareNeighbours(row)
      addFingerprint(row)
      takeParts(row)
    }
  }

  private func takeParts(_ row: RowBlock.Row) {
    guard !judge.parts.isEmpty else { return takeKeys(row) }
    noteUndecided(row)
    for part in judge.parts {
      judge.takePart(part, in: block)
      takeKeys(row)
    }
  }

  private func takeKeys(_ row: RowBlock.Row) {
    if judge.isUnmatched(lookups) { reject(row) }
    addKeys(row)
  }

  private func noteUndecided(_ row: RowBlock.Row) {
    guard let split = plan.split, !split.undecided.isEmpty else { return }
    var found = ImportedFile.FarRows()
    found.count = 1
    let id = String(decoding: judge.values[split.subject], as: UTF8.self)
    let name = plan.source.columns[split.subject].name
    found.examples = [ImportQuestion.Example(line: row.line, text: "\(name) \(id)")]
    splitRows.add(found)
  }

  private func profile(_ row: RowBlock.Row) {
    let blank = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    guard judge.hasCells, !isSecond else { return }
    for (column, field) in layout.fields.enumerated() {
      guard let field else { continue }
      let cell = field < row.fields.count ? block.fields[row.fields.lowerBound + field] : blank
      profiles[column].add(cell, judge.outcomes[column], line: row.line)
    }
  }

  private func reject(_ row: RowBlock.Row) {
    guard let hash = judge.subjectHash else { return }
    rejections.append(Rejection(subject: hash, line: row.line))
  }

  // MARK: Totals

  private func addToTotals() {
    guard !summed.isEmpty else { return }
    let (judge, summed) = (judge, summed)
    totals.add { index in
      let cell = judge.values[summed[index]]
      guard judge.hasCells, !judge.unreadable.contains(summed[index]) else { return nil }
      return cell.isEmpty ? .zero : ExactDecimal(cell)
    }
  }

  private func addTotal(_ row: RowBlock.Row) {
    let sums = summed.map { column -> (value: ExactDecimal, decimals: Int)? in
      guard let cell = judge.total(row, in: block, column: column), let sum = ExactDecimal(cell)
      else { return nil }
      let decimals = cell.firstIndex(of: UInt8(ascii: ".")).map { cell.count - $0 - 1 } ?? 0
      return (sum, decimals)
    }
    totals.add(total: sums, line: row.line)
  }

  private func compareNeighbours(_ row: RowBlock.Row) {
    for (column, near) in neighbours {
      guard let one = PlainDecimal.number(judge.values[column]),
        let other = PlainDecimal.number(judge.values[near]), one != 0, other != 0,
        !(0.2...5).contains((one / other).magnitude)
      else { continue }
      var found = ImportedFile.FarRows()
      found.count = 1
      let texts = [column, near].map { String(decoding: judge.values[$0], as: UTF8.self) }
      found.examples = [
        ImportQuestion.Example(line: row.line, text: "\(texts[0]) beside \(texts[1])")
      ]
      farRows[column, default: ImportedFile.FarRows()].add(found)
    }
  }

  // MARK: Keys

  /// All cells of the row count, those that are not read too: rows that differ in them are two rows.
  private func addFingerprint(_ row: RowBlock.Row) {
    guard !plan.source.keepsRepeatedRows else { return }
    var fingerprint = Fingerprint()
    for (field, column) in columnOfField.enumerated() {
      if let column {
        fingerprint.add(judge.values[column])
      } else if field < row.fields.count {
        fingerprint.add(LineSorter.trimmed(block.fields[row.fields.lowerBound + field]))
      }
    }
    prints.append(RowPrints.Print(fingerprint, line: row.line, subject: judge.subjectHash))
  }

  private func addKeys(_ row: RowBlock.Row) {
    for (index, key) in plan.keys.enumerated() {
      var (whole, content) = (Fingerprint(), Fingerprint())
      for column in key.columns { whole.add(judge.values[column]) }
      var signature: UInt64 = 0
      let bits = KeyRegistry.signatureBits(key.content.count)
      for (place, column) in key.content.enumerated() {
        content.add(judge.values[column])
        guard place * bits < 64, bits < 64 else { continue }
        let few = Fingerprint.of(judge.values[column]) & ((1 << UInt64(bits)) - 1)
        signature |= few << UInt64(place * bits)
      }
      if bits >= 64, let column = key.content.first {
        signature = Fingerprint.of(judge.values[column])
      }
      let owner = judge.values[key.columns[0]]
      let sighting = KeyRegistry.Sighting(
        key: key.columns.count == 1 ? Fingerprint.of(owner) : whole.first, content: content.first,
        signature: signature, line: row.line, text: owner)
      keyed.append(
        KeyedRow(
          key: index, sighting: sighting, cells: cells(kept: key), column: column(of: key),
          owner: Fingerprint.of(owner)))
    }
  }

  private func cells(kept key: SourcePlan.Key) -> [String] {
    let columns: [Int]
    switch key.use {
    case .lookup: columns = key.content
    // The value stands first among what must agree, and is kept last.
    case .pivot: columns = Array(key.content.dropFirst()) + [key.content[0]]
    case .table, .oneRow: return []
    }
    return columns.map { String(decoding: judge.values[$0], as: UTF8.self) }
  }

  private func column(of key: SourcePlan.Key) -> Int {
    guard case .pivot(let table) = key.use,
      let pivot = plan.pivots.first(where: { $0.table == table })
    else { return 0 }
    return pivot.labels[String(decoding: judge.values[pivot.name], as: UTF8.self)] ?? 0
  }
}
