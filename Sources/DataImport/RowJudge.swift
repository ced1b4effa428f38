/// Judges the rows of one file, one after the other: what a row is, and what its cells become.
///
/// What it says of a row stands in it until the next.
final class RowJudge {
  /// A repair of a cell.
  struct Repair {
    let column: Int
    let before: UnsafeBufferPointer<UInt8>
    let after: UnsafeBufferPointer<UInt8>
    let rules: [RepairRule]
  }

  /// Something that rejects a row; no column where it is the row as a whole.
  struct Fault {
    let column: Int?
    let words: String
  }

  /// The cells of the source's columns as they are to be written.
  var values: [UnsafeBufferPointer<UInt8>]
  /// What was repaired.
  private(set) var repairs: [Repair] = []
  /// What rejects the row.
  private(set) var faults: [Fault] = []
  /// How many cells only had their decimal point moved to another unit, by column.
  private(set) var converted: [Int]
  /// The columns whose cell is not a number that can be added up.
  private(set) var unreadable: Set<Int> = []

  /// Whether the row was read cell by cell, so that `values` are its own.
  private(set) var hasCells = false

  /// The subjects that a good row is split into; none where it stays as it is.
  var parts: [TransferPart] = []
  /// The cells that differ between them.
  var wholes: [Whole] = []
  /// What was changed for the subject that was taken last.
  var partRepairs: [Repair] = []

  let plan: SourcePlan
  let layout: FileLayout
  let transfers: Transfers?
  /// The place of the file among those of the import.
  let file: Int
  private let desks: [ColumnDesk]
  /// What becomes of each cell, for those who keep account of the column.
  private(set) var outcomes: [CellOutcome]
  private let sorter: LineSorter
  private let constants: [UnsafeBufferPointer<UInt8>?]
  private let constantMemory = ByteArena()
  private let leavesBlanksOut: Bool
  /// The cells above, for blanks of merged cells.
  private var above: [[UInt8]]

  /// - Parameter transfers: who is split; nil while nobody knows.
  init(
    _ plan: SourcePlan, _ layout: FileLayout, leavesBlanksOut: Bool, profiles: [ColumnProfile]?,
    transfers: Transfers? = nil, file: Int = 0
  ) {
    (self.plan, self.layout, self.leavesBlanksOut) = (plan, layout, leavesBlanksOut)
    (self.transfers, self.file) = (transfers, file)
    desks = layout.forms.enumerated().map { index, form in
      ColumnDesk(CellRepairer(form, seen: profiles?[index]))
    }
    outcomes = Array(repeating: .unchanged, count: layout.forms.count)
    sorter = LineSorter(plan.source, layout, key: plan.subject ?? plan.required.first)
    let memory = constantMemory
    constants = plan.source.columns.map { column in column.constant.map { memory.copy($0) } }
    let blank = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    values = Array(repeating: blank, count: layout.forms.count)
    converted = Array(repeating: 0, count: layout.forms.count)
    above = Array(repeating: [], count: layout.forms.count)
  }

  /// Judges a row. Repaired texts are kept in the block.
  func judge(_ row: RowBlock.Row, in block: RowBlock) -> RowVerdict {
    repairs.removeAll(keepingCapacity: true)
    faults.removeAll(keepingCapacity: true)
    if !unreadable.isEmpty { unreadable.removeAll() }
    if !parts.isEmpty { parts.removeAll() }
    if !wholes.isEmpty { wholes.removeAll() }
    hasCells = false
    let fields = block.fields[row.fields]
    if row.fault == nil {
      var filled = 0
      for field in fields where !LineSorter.isBlank(field) { filled += 1 }
      if filled == 0 { return .blank }
      if let rule = sorter.rule(fields, filled: filled) { return .dropped(rule) }
    }
    guard checkShape(row, fields) else { return .rejected }
    hasCells = true
    for column in desks.indices { judge(column, fields, block) }
    if isFiltered() { return .filtered }
    checkKeys()
    if faults.isEmpty, let rule = findParts(row, in: block) { return .dropped(rule) }
    return faults.isEmpty ? .good : .rejected
  }

  /// The cells of a row of totals, each as a number where it is one.
  func total(_ row: RowBlock.Row, in block: RowBlock, column: Int) -> UnsafeBufferPointer<UInt8>? {
    guard let field = layout.fields[column], field < row.fields.count else { return nil }
    let cell = block.fields[row.fields.lowerBound + field]
    switch desks[column].repair(cell) {
    case .unchanged: return cell
    case .fixed(let text, _): return block.arena.copy(text)
    default: return nil
    }
  }

  /// Too many or too few fields, or broken quotes.
  private func checkShape(
    _ row: RowBlock.Row, _ fields: ArraySlice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    if let fault = row.fault {
      reject(nil, fault.rawValue)
      return false
    }
    let width = layout.headers.count
    if fields.count > width {
      // Blank fields beyond the last column hold nothing that could belong elsewhere.
      guard fields.dropFirst(width).allSatisfy(LineSorter.isBlank) else {
        reject(nil, "\(fields.count) fields where the header has \(width)")
        return false
      }
    } else if fields.count < width, !leavesBlanksOut {
      reject(nil, "\(fields.count) fields where the header has \(width)")
      return false
    }
    return true
  }

  private func judge(
    _ column: Int, _ fields: ArraySlice<UnsafeBufferPointer<UInt8>>, _ block: RowBlock
  ) {
    let blank = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    if let constant = constants[column] {
      values[column] = constant
      return
    }
    guard let field = layout.fields[column] else { return }
    let cell = field < fields.count ? fields[fields.startIndex + field] : blank
    let outcome = desks[column].repair(cell)
    outcomes[column] = outcome
    switch outcome {
    case .unchanged, .asked:
      values[column] = cell
    case .fixed(let text, let rules):
      values[column] = block.arena.copy(text)
      note(column, cell, rules)
    case .missing(let rules):
      values[column] = blank
      if !rules.isEmpty { note(column, cell, rules) }
    case .fromAbove:
      values[column] = above[column].withUnsafeBufferPointer { block.arena.copy($0) }
      note(column, cell, [.fillDown])
    case .rejected(let reason):
      values[column] = blank
      unreadable.insert(column)
      reject(column, "\(shown(cell)): \(reason.words)")
    }
    if layout.forms[column].blanks == .fillDown { above[column] = Array(values[column]) }
  }

  private func note(
    _ column: Int, _ before: UnsafeBufferPointer<UInt8>, _ rules: [RepairRule]
  ) {
    if rules == [.unitOfColumn] {
      converted[column] += 1
    } else {
      repairs.append(
        Repair(column: column, before: before, after: values[column], rules: rules))
    }
  }

  private func isFiltered() -> Bool {
    plan.filters.contains { filter in
      let isKept = filter.values.contains(String(decoding: values[filter.column], as: UTF8.self))
      // Who cannot tell whether a row is wanted must not leave it out.
      return !isKept && !unreadable.contains(filter.column)
    }
  }

  private func checkKeys() {
    for column in plan.required where values[column].isEmpty && !unreadable.contains(column) {
      reject(column, "the key is blank")
    }
    for pivot in plan.pivots where !unreadable.contains(pivot.name) {
      let label = String(decoding: values[pivot.name], as: UTF8.self)
      if !label.isEmpty, pivot.labels[label] == nil {
        reject(pivot.name, "\"\(label)\" is not among the columns of pivot:")
      }
    }
  }

  /// Rejects the row for a reason that others know.
  func reject(_ column: Int?, _ words: String) {
    faults.append(Fault(column: column, words: words))
  }

  /// A cell in quotes, cut where it is long.
  private func shown(_ cell: UnsafeBufferPointer<UInt8>) -> String {
    let text = String(decoding: cell.prefix(200), as: UTF8.self)
    return "\"\(text.count > 40 ? text.prefix(40) + "..." : text)\""
  }
}
