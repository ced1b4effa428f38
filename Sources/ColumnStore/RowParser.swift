import DelimitedText
import Glibc

/// Reads the records of chunks into a batch.
///
/// Most rows are read where they stand, field by field, numbers eight bytes at a time; whatever is
/// unusual in a row makes it be read again by `RecordReader` and `CellReader`, which alone say what is
/// allowed and what is wrong.
final class RowParser {
  let specification: TableSpecification
  let map: HeaderMap
  let separator: UInt8
  let reading: BatchReading
  let batch: RowBatch
  var cells: [CellReader]
  private var record = Record()
  private let fast: FastRow?
  /// Reads the key alone.
  private let keyRow: FastRow?
  private let hasZeroBytes: Bool

  /// A parser that fills one batch again and again; plan texts are those of the batch.
  init(
    _ specification: TableSpecification, _ map: HeaderMap, _ source: TextSource, separator: UInt8,
    _ reading: BatchReading, texts: TextPool
  ) {
    var texts = texts
    let cells = specification.columns.map { CellReader($0, pool: &texts) }
    self.specification = specification
    self.map = map
    self.separator = separator
    self.reading = reading
    self.cells = cells
    batch = RowBatch(specification, texts: texts)
    hasZeroBytes = source.survey.hasZeroBytes
    fast = FastRow(map, cells, separator: separator, source.survey, reading)
    var keys = reading
    keys.readsColumns = false
    keyRow =
      reading.keys != .none ? FastRow(map, cells, separator: separator, source.survey, keys) : nil
  }

  /// Fills the batch with the rows of its chunk.
  ///
  /// - Parameter isWanted: asked for each row when only its key is known; what is not wanted is left
  ///   out, and what is wanted is read slowly, for it is little. All rows are wanted when nil.
  /// - Returns: the line of the chunk on which a quote is opened that is never closed, if there is one.
  func parse(_ isWanted: ((RowBatch, Int) -> Bool)?) -> Int? {
    let batch = batch
    batch.reset()
    let bytes = batch.chunk.bytes
    let fast = isWanted == nil ? fast : keyRow
    fast?.begin()
    var (position, line) = (0, 1)
    while true {
      Self.skipEmptyLines(bytes, &position, &line)
      guard position < bytes.count else { break }
      if batch.reserveRow() { fast?.bind(batch) }
      fast?.readRows(bytes, from: &position, line: &line, into: batch)
      guard position < bytes.count, batch.hasRoom else { continue }
      let row = batch.rowCount
      var reader = RecordReader(bytes, separator: separator, startingAt: position, line: line)
      // An empty line ends the rows that are read fast.
      guard reader.next(&record) else {
        line = reader.line
        break
      }
      if record.fault == .unclosed { return record.line }
      batch.note(row, line: record.line, start: record.range.lowerBound)
      append(row, bytes, readsColumns: reading.readsColumns && isWanted == nil)
      (position, line) = (reader.position, reader.line)
      batch.rowCount += 1
    }
    batch.lineCount = line - 1
    if reading.keys == .listed { batch.keyHashes = batch.keyTexts.hashes }
    if let isWanted { keep(isWanted, bytes) }
    return nil
  }

  /// Leaves out the rows that are not wanted and reads the others whole.
  private func keep(_ isWanted: (RowBatch, Int) -> Bool, _ bytes: UnsafeBufferPointer<UInt8>) {
    let wanted = (0..<batch.rowCount).filter { isWanted(batch, $0) }
    batch.faults.removeAll(keepingCapacity: true)
    for (row, old) in wanted.enumerated() {
      let (line, start) = (Int(batch.lines[old]), batch.starts[old])
      batch.note(row, line: line, start: start)
      var reader = RecordReader(bytes, separator: separator, startingAt: start, line: line)
      _ = reader.next(&record)
      append(row, bytes, readsColumns: reading.readsColumns)
    }
    batch.rowCount = wanted.count
  }

  private static func skipEmptyLines(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ line: inout Int
  ) {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { return }
      let isPair =
        byte == UInt8(ascii: "\r") && position + 1 < bytes.count
        && bytes[position + 1] == UInt8(ascii: "\n")
      position += isPair ? 2 : 1
      line += 1
    }
  }

  // MARK: Rows read slowly

  private func append(_ row: Int, _ bytes: UnsafeBufferPointer<UInt8>, readsColumns: Bool) {
    if reading.keys != .none { appendKey(row, bytes) }
    guard readsColumns else { return }
    for column in batch.columns { column.clear(row) }
    guard record.fault == nil, record.fields.count == map.width else {
      for column in batch.columns { column.setMissing(row) }
      let reason = reading.wordsFaults ? CellFault.row(record, width: map.width) : ""
      batch.faults.append(BatchFault(row: row, column: nil, name: "", text: "", reason: reason))
      return
    }
    for index in cells.indices {
      record.fields[map.columns[index]].withCell(in: bytes) { append($0, row, to: index) }
    }
  }

  private func append(_ cell: UnsafeBufferPointer<UInt8>, _ row: Int, to index: Int) {
    let isDamaged = hasZeroBytes && cell.contains(0)
    let found = isDamaged ? .fault : cells[index].read(cell, pool: &batch.texts)
    batch.columns[index].set(found, at: row)
    guard case .fault = found else { return }
    note(row, column: index, cell) {
      isDamaged ? CellFault.zeroByte : cells[index].reason(for: cell)
    }
  }

  /// A row that lacks a field may still say whose it is, and then its key counts.
  private func appendKey(_ row: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    batch.keys[row] = -1
    guard record.fault == nil, map.key < record.fields.count else { return }
    record.fields[map.key].withCell(in: bytes) { key in
      if key.isEmpty || hasZeroBytes && key.contains(0) {
        note(row, column: nil, key) { key.isEmpty ? CellFault.missingKey : CellFault.zeroByte }
      } else {
        batch.keys[row] =
          reading.keys == .listed
          ? batch.keyTexts.append(utf8: key) : batch.keyTexts.code(forUTF8: key)
      }
    }
  }

  /// Notes what is wrong with a cell.
  private func note(
    _ row: Int, column: Int?, _ cell: UnsafeBufferPointer<UInt8>, reason: () -> String
  ) {
    let name = column.map { specification.columns[$0].name } ?? specification.keyName
    let isWorded = reading.wordsFaults
    let text = isWorded ? CellFault.shortened(String(decoding: cell, as: UTF8.self)) : ""
    batch.faults.append(
      BatchFault(
        row: row, column: column, name: name, text: text, reason: isWorded ? reason() : ""))
  }
}
