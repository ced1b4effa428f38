import DelimitedText

extension TableScan {
  /// Finds the rows of some keys.
  ///
  /// - Parameters:
  ///   - keys: the keys.
  ///   - lines: for each key, by its code, the lines of the rows whose cells are wanted besides those of
  ///     the first.
  ///   - threads: on how many threads; does not change the result.
  /// - Returns: what there is of each key, by its code.
  /// - Complexity: linear in the file, in time; memory for the rows whose cells are wanted.
  public func rows(
    of keys: TextPool, lines: [Set<Int>], threads: Int
  ) throws(TableReadError) -> [FoundRows] {
    var found = [FoundRows](repeating: FoundRows(), count: keys.count)
    var lineCount = 0
    try forEachKeyBatch(threads) { batch in
      let first = line(afterLines: lineCount) - 1
      lineCount += batch.lineCount
      let codes = (0..<Int32(batch.keyTexts.count)).map { code in
        batch.keyTexts.withUTF8(of: code) { keys.find(utf8: $0) }
      }
      for row in 0..<batch.rowCount where batch.keys[row] >= 0 {
        guard let code = codes[Int(batch.keys[row])].map(Int.init) else { continue }
        let line = first + Int(batch.lines[row])
        found[code].take(line, isWanted: lines[code].contains(line)) {
          self.row(row, of: batch, line: line)
        }
      }
    }
    return found
  }

  /// All keys of the file, each once, in the order of their first rows.
  public func keys(threads: Int) throws(TableReadError) -> TextPool {
    var pool = TextPool()
    try forEachKeyBatch(threads) { batch in
      for code in 0..<Int32(batch.keyTexts.count) {
        batch.keyTexts.withUTF8(of: code) { _ = pool.code(forUTF8: $0) }
      }
    }
    return pool
  }

  private func forEachKeyBatch(
    _ threads: Int, _ body: (RowBatch) -> Void
  ) throws(TableReadError) {
    try forEachBatchInOrder(
      threads: threads, chunkSize: TextChunks.usualSize,
      reading: BatchReading(keys: .shared, readsColumns: false), body)
  }

  private func row(_ row: Int, of batch: RowBatch, line: Int) -> FoundRow {
    let bytes = batch.chunk.bytes
    var reader = RecordReader(bytes, separator: separator, startingAt: batch.starts[row])
    var record = Record()
    _ = reader.next(&record)
    guard record.fault == nil, record.fields.count == map.width else {
      return FoundRow(line: line, fault: CellFault.row(record, width: map.width), cells: [])
    }
    let cells = map.columns.map { position in
      let field = record.fields[position]
      let quote = field.isQuoted ? 1 : 0
      let start = batch.chunk.offset + field.range.lowerBound - quote
      let end = batch.chunk.offset + field.range.upperBound + quote
      return FoundCell(
        text: field.withCell(in: bytes) { String(decoding: $0, as: UTF8.self) },
        range: start..<end, separator: separator)
    }
    return FoundRow(line: line, fault: nil, cells: cells)
  }
}
