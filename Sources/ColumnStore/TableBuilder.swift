import DelimitedText
import Glibc

/// Turns the records of delimited texts into the rows of one table.
struct TableBuilder {
  private let specification: TableSpecification
  private var table: Table
  private var columns: [ColumnReader]
  private var faults: [RowFault] = []
  /// What is wrong with the row being read.
  private var rowFaults: [Fault] = []
  private var progress: ProgressMeter

  init(
    _ specification: TableSpecification, _ texts: [DecodedText], pool: inout TextPool,
    progress: ((Int, Int) -> Void)?
  ) {
    self.specification = specification
    table = Table(name: specification.name)
    let width = specification.columns.count + 1
    let capacity = texts.reduce(0) { $0 + Self.expectedRows(in: $1.bytes, width: width) }
    columns = specification.columns.map { ColumnReader($0, rowCapacity: capacity, pool: &pool) }
    table.keys.reserveCapacity(capacity)
    table.lines.reserveCapacity(capacity)
    table.starts.reserveCapacity(capacity)
    self.progress = ProgressMeter(total: texts.reduce(0) { $0 + $1.bytes.count }, report: progress)
  }

  /// Appends the rows of a text.
  mutating func read(_ text: DecodedText, pool: inout TextPool) throws(TableReadError) {
    table.firstRows.append(table.rowCount)
    table.texts.append(text)
    try text.bytes.withUnsafeBufferPointer { (bytes) throws(TableReadError) in
      // A zero byte is so rare, and found so fast, that cells are searched for it only after this.
      let hasZeroBytes = !bytes.isEmpty && memchr(bytes.baseAddress!, 0, bytes.count) != nil
      var reader = RecordReader(bytes, separator: RecordReader.separator(of: bytes))
      var record = Record()
      let map = try readHeader(&reader, &record, bytes, text.file)
      while reader.next(&record) {
        try begin(record, text.file)
        append(record, bytes, map, hasZeroBytes: hasZeroBytes, pool: &pool)
        if !rowFaults.isEmpty { keepRowFaults(record, bytes, text.file) }
        progress.update(record.range.upperBound)
      }
      progress.finishPart(bytes.count)
    }
  }

  /// The table, with the faults between its rows added to those within them.
  consuming func finish(pool: TextPool) -> TableReadResult {
    table.columns = columns.map { $0.finish() }
    let unique = UniqueRows(table, specification)
    return TableReadResult(table: table, faults: unique.addingRepetitions(to: faults, pool))
  }

  /// How many rows to make room for: no more than there are line ends, nor than bytes could hold.
  private static func expectedRows(in bytes: [UInt8], width: Int) -> Int {
    var newlines = 1
    bytes.withUnsafeBufferPointer { buffer in
      for byte in buffer { newlines &+= byte == UInt8(ascii: "\n") ? 1 : 0 }
    }
    return min(newlines, bytes.count / width)
  }

  private func readHeader(
    _ reader: inout RecordReader, _ record: inout Record, _ bytes: UnsafeBufferPointer<UInt8>,
    _ file: String
  ) throws(TableReadError) -> HeaderMap {
    guard reader.next(&record) else { throw .empty(table: table.name, file: file) }
    if let fault = record.fault {
      throw .damagedHeader(
        table: table.name, file: file, line: record.line, reason: fault.rawValue)
    }
    let headers = record.fields.map { field in
      field.withCell(in: bytes) { String(decoding: $0, as: UTF8.self) }
    }
    return try HeaderMap(headers, for: specification, file: file)
  }

  private mutating func begin(_ record: Record, _ file: String) throws(TableReadError) {
    if record.fault == .unclosed {
      throw .unclosedQuote(table: table.name, file: file, line: record.line)
    }
    guard record.line < Int32.max, table.rowCount < Int32.max else {
      throw .tooManyRows(table: table.name, file: file)
    }
    table.lines.append(Int32(record.line))
    table.starts.append(record.range.lowerBound)
  }

  private mutating func append(
    _ record: Record, _ bytes: UnsafeBufferPointer<UInt8>, _ map: HeaderMap, hasZeroBytes: Bool,
    pool: inout TextPool
  ) {
    appendKey(record, bytes, map, hasZeroBytes: hasZeroBytes, pool: &pool)
    guard record.fault == nil, record.fields.count == map.width else {
      for index in columns.indices { columns[index].appendMissing() }
      rowFaults = [Fault(CellFault.row(record, width: map.width))]
      return
    }
    for index in columns.indices {
      record.fields[map.columns[index]].withCell(in: bytes) { cell in
        var reason: String?
        if hasZeroBytes, cell.contains(0) {
          columns[index].appendMissing()
          reason = CellFault.zeroByte
        } else {
          reason = columns[index].append(cell, pool: &pool)
        }
        if let reason {
          rowFaults.append(Fault(reason, column: columns[index].specification.name, text: cell))
        }
      }
    }
  }

  /// A row that lacks a field may still say whose it is, and then its key counts.
  private mutating func appendKey(
    _ record: Record, _ bytes: UnsafeBufferPointer<UInt8>, _ map: HeaderMap, hasZeroBytes: Bool,
    pool: inout TextPool
  ) {
    guard record.fault == nil, map.key < record.fields.count else {
      table.keys.append(-1)
      return
    }
    record.fields[map.key].withCell(in: bytes) { key in
      if key.isEmpty || hasZeroBytes && key.contains(0) {
        table.keys.append(-1)
        let reason = key.isEmpty ? CellFault.missingKey : CellFault.zeroByte
        rowFaults.append(Fault(reason, column: specification.keyName, text: key))
      } else if let last = table.keys.last, last >= 0, pool.holds(key, as: last) {
        // A detail table mostly lists one subject's rows together.
        table.keys.append(last)
      } else {
        table.keys.append(pool.code(forUTF8: key))
      }
    }
  }

  private mutating func keepRowFaults(
    _ record: Record, _ bytes: UnsafeBufferPointer<UInt8>, _ file: String
  ) {
    let rowText = String(decoding: bytes[record.range], as: UTF8.self)
    for fault in rowFaults {
      faults.append(
        RowFault(
          table: table.name, file: file, line: record.line, column: fault.column,
          text: fault.text, reason: fault.reason, row: table.rowCount - 1, rowText: rowText))
    }
    rowFaults.removeAll(keepingCapacity: true)
  }

  /// What is wrong with the row being read, before its place is added.
  private struct Fault {
    let column: String
    let text: String
    let reason: String

    init(_ reason: String) {
      (column, text) = ("", "")
      self.reason = reason
    }

    init(_ reason: String, column: String, text: UnsafeBufferPointer<UInt8>) {
      self.column = column
      self.text = CellFault.shortened(String(decoding: text, as: UTF8.self))
      self.reason = reason
    }
  }
}
