import DelimitedText

/// Appends batches of rows, in order, to one table.
struct TableBuilder {
  private let specification: TableSpecification
  private var table: Table
  private var columns: [Column]
  private var faults: [RowFault] = []
  private var pool: TextPool
  private var progress: ProgressMeter
  /// Lines of the present file before the next batch.
  private var lineCount = 0
  private var isTooLong = false

  init(
    _ specification: TableSpecification, pool: consuming TextPool, byteCount: Int,
    progress: ((Int, Int) -> Void)?
  ) {
    self.specification = specification
    self.pool = pool
    table = Table(name: specification.name)
    columns = specification.columns.map { Column(name: $0.name, type: $0.type) }
    for column in specification.columns {
      for text in column.allowedTexts { _ = self.pool.code(for: text) }
    }
    self.progress = ProgressMeter(total: byteCount, report: progress)
  }

  /// Begins the rows of another file.
  mutating func begin(_ scan: TableScan) {
    table.firstRows.append(table.rowCount)
    table.sources.append(scan.source)
    table.separators.append(scan.separator)
    lineCount = 0
  }

  /// Appends the rows of a batch.
  mutating func append(_ batch: RowBatch, of scan: TableScan) {
    let line = scan.line(afterLines: lineCount)
    lineCount += batch.lineCount
    isTooLong =
      isTooLong || table.rowCount + batch.rowCount > Int32.max || line + batch.lineCount > Int32.max
    if isTooLong { return }
    let firstRow = table.rowCount
    appendKeys(batch)
    for row in 0..<batch.rowCount {
      table.lines.append(Int32(line - 1) + batch.lines[row])
      table.starts.append(batch.chunk.offset + batch.starts[row])
    }
    appendColumns(batch)
    for fault in batch.faults { append(fault, of: batch, scan, firstRow: firstRow, line: line) }
    progress.advance(batch.chunk.count)
  }

  /// Ends the rows of a file.
  func end(_ scan: TableScan) throws(TableReadError) {
    if isTooLong { throw .tooManyRows(table: table.name, file: scan.source.file) }
  }

  /// The table, with the faults between its rows added to those within them, and its texts.
  consuming func finish() -> (TableReadResult, TextPool) {
    table.columns = columns
    progress.finish()
    let unique = UniqueRows(table, specification)
    let result = TableReadResult(
      table: table, faults: unique.addingRepetitions(to: faults, pool))
    return (result, pool)
  }

  private mutating func appendKeys(_ batch: RowBatch) {
    let codes = codes(of: batch.keyTexts)
    for row in 0..<batch.rowCount {
      let key = batch.keys[row]
      table.keys.append(key < 0 ? -1 : codes[Int(key)])
    }
  }

  private mutating func appendColumns(_ batch: RowBatch) {
    let codes = codes(of: batch.texts)
    for (index, column) in batch.columns.enumerated() {
      columns[index].states.append(
        contentsOf: UnsafeBufferPointer(start: column.states, count: batch.rowCount))
      if column.type == .text {
        for row in 0..<batch.rowCount {
          let isMissing = column.states[row] == Column.missing
          columns[index].codes.append(isMissing ? -1 : codes[Int(column.codes[row])])
        }
      } else {
        columns[index].values.append(
          contentsOf: UnsafeBufferPointer(start: column.values, count: batch.rowCount))
      }
    }
  }

  /// The code in the table's pool of each text of a batch.
  private mutating func codes(of texts: TextPool) -> [Int32] {
    (0..<Int32(texts.count)).map { code in
      texts.withUTF8(of: code) { pool.code(forUTF8: $0) }
    }
  }

  private mutating func append(
    _ fault: BatchFault, of batch: RowBatch, _ scan: TableScan, firstRow: Int, line: Int
  ) {
    faults.append(
      RowFault(
        table: table.name, file: scan.source.file, line: line - 1 + Int(batch.lines[fault.row]),
        column: fault.name, text: fault.text, reason: fault.reason, row: firstRow + fault.row,
        rowText: batch.chunk.bytes.record(
          at: batch.starts[fault.row], separator: scan.separator)))
  }
}
