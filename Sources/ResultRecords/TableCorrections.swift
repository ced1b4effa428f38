import ColumnStore
import DelimitedText

/// Finds the cells of one table that corrections mean, and what becomes of the table's files.
struct TableCorrections {
  /// A correction with the cell that it means.
  private struct Target {
    let entry: CorrectionEntry
    let file: Int
    let cell: FoundCell
    let correction: Correction
  }

  /// The corrections, with the lines that they stand on.
  private(set) var corrections: [(line: Int, correction: Correction)] = []
  /// What is wrong with the others.
  private(set) var faults: [RowFault] = []
  /// The table's files, corrected.
  private(set) var inputs: [JobInput]

  private let file: CorrectionFile
  private let specification: TableSpecification
  private let threads: Int
  /// All keys of the table, once one was looked for in vain.
  private var allKeys: [String]?

  /// Finds the cells, in one pass over each of the table's files.
  init(
    _ entries: [CorrectionEntry], of file: CorrectionFile, in specification: TableSpecification,
    _ inputs: [JobInput], threads: Int
  ) throws(TableReadError) {
    (self.file, self.specification, self.inputs) = (file, specification, inputs)
    self.threads = threads
    var keys = TextPool()
    let codes = entries.map { Int(keys.code(for: $0.key)) }
    var lines = [Set<Int>](repeating: [], count: keys.count)
    for (entry, code) in zip(entries, codes) {
      if let place = entry.place { lines[code].insert(place.line) }
    }
    var found: [[FoundRows]] = []
    for input in inputs {
      let scan = try TableScan(specification, input.source)
      found.append(try scan.rows(of: keys, lines: lines, threads: threads))
    }
    var targets: [Target] = []
    for (entry, code) in zip(entries, codes) {
      let column = column(of: entry)
      let place = try row(of: entry, found.map { $0[code] })
      guard let column, let (file, row) = place else { continue }
      if let target = target(entry, column, file, row) { targets.append(target) }
    }
    refuseRepetitions(among: &targets)
    corrections = targets.map { ($0.entry.line, $0.correction) }
    correct(targets)
  }

  private mutating func refuse(
    _ entry: CorrectionEntry, _ column: String, _ text: String, _ reason: String
  ) {
    faults.append(file.fault(entry, column, text, reason))
  }

  // MARK: Columns

  /// The column that is meant, by its place among those of the specification.
  private mutating func column(of entry: CorrectionEntry) -> Int? {
    let columns = specification.columns
    if let place = columns.firstIndex(where: { $0.name == entry.column })
      ?? columns.firstIndex(where: { $0.headers.contains(entry.column) })
    {
      return place
    }
    let keyNames = [specification.keyName] + specification.keyHeaders
    if keyNames.contains(entry.column) {
      refuse(
        entry, "column", entry.column,
        "a key says whose row it is and cannot be corrected, for that would move the row from one to "
          + "another; have the row exported again")
      return nil
    }
    let names = columns.flatMap { [$0.name] + $0.headers }
    refuse(
      entry, "column", entry.column,
      "the policy reads no such column of the table \(specification.name)"
        + CorrectionHint.text(entry.column, among: names, or: columns.map(\.name)))
    return nil
  }

  // MARK: Rows

  /// The row that is meant, with its file's place.
  private mutating func row(
    of entry: CorrectionEntry, _ found: [FoundRows]
  ) throws(TableReadError) -> (file: Int, row: FoundRow)? {
    let count = found.reduce(0) { $0 + $1.count }
    if count == 0 {
      let hint = try hint(onKey: entry.key)
      refuse(
        entry, "key", entry.key,
        "no row of the table \(specification.name) has this key\(hint)")
      return nil
    }
    guard let place = entry.place else {
      if !entry.row.isEmpty {
        refuse(entry, "row", entry.row, "expected a line, or a file and a line such as jan.csv:12")
      } else if count > 1 {
        refuse(
          entry, "row", "",
          "\(count) rows have the key \"\(entry.key)\"\(places(found)); say which is meant")
      } else {
        return found.indices.first { found[$0].count > 0 }.map { ($0, found[$0].rows[0]) }
      }
      return nil
    }
    let rows = found.indices.filter { place.mayStand(in: inputs[$0].source.file) }.flatMap { file in
      found[file].rows.filter { $0.line == place.line }.prefix(1).map { (file, $0) }
    }
    if rows.count == 1 { return rows[0] }
    let reason =
      rows.isEmpty
      ? "no row with the key \"\(entry.key)\" begins there\(places(found))"
      : "several files have a row with the key \"\(entry.key)\" on this line\(places(found)); "
        + "write FILE:LINE"
    refuse(entry, "row", entry.row, reason)
    return nil
  }

  private func places(_ found: [FoundRows]) -> String {
    let places = zip(inputs, found).filter { $0.1.count > 0 }.map { input, rows in
      let lines = rows.lines.map(String.init).joined(separator: ", ")
      let more = rows.count > rows.lines.count ? " and more" : ""
      return "\(input.source.file):\(lines)\(more)"
    }
    return ": \(places.joined(separator: "; "))"
  }

  /// The key that was probably meant.
  private mutating func hint(onKey key: String) throws(TableReadError) -> String {
    if let allKeys { return CorrectionHint.text(key, amongKeys: allKeys) }
    var all: [String] = []
    for input in inputs {
      let keys = try TableScan(specification, input.source).keys(threads: threads)
      all += (0..<Int32(keys.count)).map { keys.text(of: $0) }
    }
    allKeys = all
    return CorrectionHint.text(key, amongKeys: all)
  }

  // MARK: Cells

  private mutating func target(
    _ entry: CorrectionEntry, _ column: Int, _ file: Int, _ row: FoundRow
  ) -> Target? {
    let place = "\(inputs[file].source.file):\(row.line)"
    if let fault = row.fault {
      refuse(entry, "row", entry.row, "\(place): cells of a row at fault cannot be told: \(fault)")
      return nil
    }
    let (cell, wanted) = (row.cells[column], specification.columns[column])
    guard CellValue.areSame(cell.text, entry.old, in: wanted) else {
      let isDone = CellValue.areSame(cell.text, entry.new, in: wanted)
      refuse(
        entry, "old", entry.old,
        "\(place) has \(cell.text.isEmpty ? "a blank cell" : "\"\(cell.text)\"") in the column "
          + wanted.name + (isDone ? ", which is the new value already" : ""))
      return nil
    }
    let isGranted = !CellValue.areSame(entry.old, entry.new, in: wanted)
    if isGranted, let reason = refusal(of: entry, cell, wanted) {
      refuse(entry, "new", entry.new, reason)
      return nil
    }
    let correction = Correction(
      table: specification.name, key: entry.key, file: inputs[file].source.file, line: row.line,
      column: wanted.name, old: cell.text, new: isGranted ? entry.new : cell.text,
      reason: entry.reason, decidedBy: entry.decidedBy, date: entry.date,
      row: entry.row.isEmpty ? nil : entry.row, isGranted: isGranted)
    return Target(entry: entry, file: file, cell: cell, correction: correction)
  }

  /// Why a new value cannot take the place of the old one. Every row must stay on its line.
  private func refusal(
    of entry: CorrectionEntry, _ cell: FoundCell, _ column: ColumnSpecification
  ) -> String? {
    if entry.new.utf8.contains(where: Self.endsLine) { return "expected a value on one line" }
    if cell.text.utf8.contains(where: Self.endsLine) {
      return "the cell has several lines in the file, and only one of one line can be corrected"
    }
    return column.refusal(of: entry.new)
  }

  private static func endsLine(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// No cell is corrected twice: the second would not find what it is to replace.
  private mutating func refuseRepetitions(among targets: inout [Target]) {
    var lines: [Cell: Int] = [:]
    targets = targets.filter { target in
      let cell = Cell(
        file: target.file, line: target.correction.line, column: target.correction.column)
      guard let first = lines[cell] else {
        lines[cell] = target.entry.line
        return true
      }
      refuse(
        target.entry, "", "",
        "the cell \(target.correction.column) of \(target.correction.file):\(cell.line) is decided "
          + "upon on line \(first) already; keep one of the two")
      return false
    }
  }

  private struct Cell: Hashable {
    let file: Int
    let line: Int
    let column: String
  }

  private mutating func correct(_ targets: [Target]) {
    for (index, input) in inputs.enumerated() {
      let granted = targets.filter { $0.file == index && $0.correction.isGranted }
        .sorted { FoundCell.isOrderedBefore($0.cell, $1.cell) }
      if granted.isEmpty { continue }
      let edits = granted.map { $0.cell.edit(to: $0.correction.new) }
      inputs[index] = input.replacing(edits)
    }
  }
}
