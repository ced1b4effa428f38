import SeededRandom

/// Writes the rows of one chunk of a file with dirt among them, and what it did.
struct DirtWriter {
  private let layer: DirtLayer
  private var generator: SplitMix64
  /// The bytes so far, in UTF-8.
  private(set) var bytes: [UInt8] = []
  /// The faults, their rows and lines counted from the start of the chunk.
  private(set) var faults: [Fault] = []
  private(set) var rowCount = 0
  private(set) var lineCount = 0
  /// Whether the branch that is written stands in merged cells.
  private var merging = Merging.undecided

  private enum Merging {
    case undecided
    case merged
    case apart
  }

  init(_ layer: DirtLayer, _ generator: SplitMix64) {
    self.layer = layer
    self.generator = generator
  }

  /// Writes a row of clean cells, the key first.
  mutating func write(_ clean: [[UInt8]]) {
    rowCount += 1
    let cells = layer.isPrinted ? zip(clean, layer.columns).map(layer.printed) : clean
    if layer.isPrinted, writePrinted(cells) { return }
    if chance(layer.rates.row) {
      if chance(layer.rates.wholeRow), writeWholeRow(cells) { return }
      if writeCellFault(cells) { return }
    }
    if chance(layer.rates.quotes) {
      let place = generator.next(below: cells.count)
      var fields = fields(cells)
      let field = FieldText.alwaysQuoted(cells[place])
      if field != fields[place] {
        note(.quotes, place, cells[place], field, .none)
        fields[place] = field
      }
      writeLine(fields)
      return
    }
    writeLine(fields(cells))
  }

  /// Writes what may stand after the rows of a branch: a subtotal of each column's numbers, or a line
  /// that is no row.
  mutating func endBranch(totals clean: [[UInt8]]) {
    let totals = printed(totals: clean)
    merging = .undecided
    guard chance(layer.rates.line) else { return }
    switch generator.next(below: 5) {
    case 0: writeTotal("小计", totals, .subtotal)
    case 1: writeOdd("第\(1 + generator.next(below: 90))页", .pageLine)
    case 2:
      note(.repeatedHeader, [], Self.joined(layer.columns.map(\.header)), .reject, row: 0)
      writeLine(fields(layer.columns.map { Array($0.header.utf8) }))
    case 3:
      note(.emptyLine, [], [], .none, row: 0)
      writeLine([[]])
    default: writeTotal("合计", totals, .subtotal)
    }
  }

  /// Writes what stands at the end of a file.
  mutating func endFile(totals clean: [[UInt8]]) {
    let totals = printed(totals: clean)
    guard layer.rates.line > 0 else { return }
    writeTotal("总计", totals, .total)
    writeOdd("制表人：王芳　审核：李伟　打印日期：2026年4月1日", .junkTail)
  }

  // MARK: Printed tables

  private func printed(totals: [[UInt8]]) -> [[UInt8]] {
    zip(totals, layer.columns.dropFirst()).map(layer.printed)
  }

  /// Writes a row of merged cells, or with a negative number in brackets; false where the row is to
  /// be written as others are.
  private mutating func writePrinted(_ cells: [[UInt8]]) -> Bool {
    if let place = layer.columns.firstIndex(where: \.isBranch), writeMerged(cells, place) {
      return true
    }
    let negative = cells.indices.first {
      layer.columns[$0].role == .number && cells[$0].first == UInt8(ascii: "-")
    }
    guard let place = negative, chance(0.3) else { return false }
    var changed = cells
    changed[place] = Array("(".utf8) + cells[place].dropFirst() + Array(")".utf8)
    note(.brackets, place, cells[place], changed[place], .reject)
    writeLine(fields(changed))
    return true
  }

  /// Writes a row of a branch whose name stands in one merged cell: with its first row alone.
  private mutating func writeMerged(_ cells: [[UInt8]], _ place: Int) -> Bool {
    if merging == .undecided {
      merging = chance(0.1) ? .merged : .apart
      if merging == .merged { writeLine(fields(cells)) }
      return merging == .merged
    }
    guard merging == .merged else { return false }
    var changed = cells
    changed[place] = []
    note(
      .mergedBlank, place, cells[place], [], layer.columns[place].isRequired ? .reject : .none)
    writeLine(fields(changed))
    return true
  }

  // MARK: Faults

  private mutating func writeCellFault(_ cells: [[UInt8]]) -> Bool {
    let place = generator.next(below: cells.count)
    let column = layer.columns[place]
    // Most cells can have most kinds; where many draws find none, the row stays clean.
    for _ in 0..<24 {
      let kind = column.kinds[generator.next(below: column.kinds.count)]
      guard
        let dirt = CellDirt(
          kind, cells[place], column, isSubject: layer.isSubject,
          ignoresKeys: layer.ignoresUnknownKeys, bits: generator.next() >> 8)
      else { continue }
      var changed = cells
      changed[place] = dirt.written
      note(kind, place, cells[place], dirt.written, dirt.effect)
      writeLine(fields(changed))
      return true
    }
    return false
  }

  private mutating func writeWholeRow(_ cells: [[UInt8]]) -> Bool {
    let fields = self.fields(cells)
    switch generator.next(below: 4) {
    case 0:
      let effect: FaultEffect = layer.refusesDuplicates ? .reject : .none
      for _ in 0..<2 {
        note(.duplicateRow, line(fields), line(fields), effect)
        writeLine(fields)
      }
    case 1:
      guard layer.isSubject, let place = layer.columns.firstIndex(where: \.isBranch) else {
        return false
      }
      var moved = cells
      moved[place] = Array("\(SyntheticNames.branch(generator.next(below: 100)))".utf8)
      if moved == cells { return false }
      for written in [fields, self.fields(moved)] {
        note(.transfer, line(fields), line(written), .reject)
        writeLine(written)
      }
    case 2:
      let short = Array(fields.dropLast())
      note(.missingField, line(fields), line(short), .reject)
      writeLine(short)
    default:
      let long = fields + [[]]
      note(.extraField, line(fields), line(long), .reject)
      writeLine(long)
    }
    return true
  }

  private mutating func writeTotal(_ name: String, _ totals: [[UInt8]], _ kind: DirtKind) {
    let written = fields([Array(name.utf8)] + totals)
    note(kind, [], line(written), layer.effectOfTotal(), row: 0)
    writeLine(written)
  }

  private mutating func writeOdd(_ text: String, _ kind: DirtKind) {
    note(kind, [], Array(text.utf8), .reject, row: 0)
    writeLine([Array(text.utf8)])
  }

  private mutating func note(
    _ kind: DirtKind, _ place: Int, _ original: [UInt8], _ written: [UInt8], _ effect: FaultEffect
  ) {
    note(kind, original, written, effect, row: rowCount, column: layer.columns[place].header)
  }

  private mutating func note(
    _ kind: DirtKind, _ original: [UInt8], _ written: [UInt8], _ effect: FaultEffect,
    row: Int? = nil, column: String = ""
  ) {
    faults.append(
      Fault(
        row: row ?? rowCount, line: lineCount + 1, column: column, kind: kind,
        original: String(decoding: original, as: UTF8.self),
        written: String(decoding: written, as: UTF8.self), effect: effect))
  }

  // MARK: Bytes

  private func fields(_ cells: [[UInt8]]) -> [[UInt8]] {
    cells.map { FieldText.quoted($0, separator: layer.dress.separator) }
  }

  private func line(_ fields: [[UInt8]]) -> [UInt8] {
    Array(fields.joined(separator: [layer.dress.separator]))
  }

  private static func joined(_ texts: [String]) -> [UInt8] {
    Array(texts.joined(separator: " | ").utf8)
  }

  private mutating func writeLine(_ fields: [[UInt8]]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(layer.dress.separator) }
      bytes += field
    }
    bytes += layer.dress.lineEnd
    lineCount += 1
  }

  private mutating func chance(_ share: Double) -> Bool { generator.nextUnit() < share }
}
