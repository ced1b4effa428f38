import ColumnStore
import DelimitedText
import ScoringEngine

/// Where the rows of a result stand, and whose they are.
struct ResultRows {
  /// Each row's bytes.
  private(set) var ranges: [Range<Int>] = []
  /// Each row's key, and period if rows are matched by it, as a code of the pool.
  private(set) var codes: [Int32] = []
  /// The row of each code; -1 for none.
  private var rows: [Int] = []
  private var lines: [Int] = []
  private var faults: [RowFault] = []
  private let file: ResultFile
  private let period: Int?
  private var scratch: [UInt8] = []

  /// Finds the rows of a result, with its period in a column if one is given.
  ///
  /// Linear in the size of the file.
  ///
  /// - Throws: `file` or `rows`.
  init(
    _ file: ResultFile, period: Int?, pool: inout TextPool, progress: ((WorkProgress) -> Void)?
  ) throws(ResultFileError) {
    self.file = file
    self.period = period
    let isDamaged = file.text.bytes.contains(0)
    try file.text.bytes.withUnsafeBufferPointer { (bytes) throws(ResultFileError) in
      var reader = RecordReader(bytes, separator: file.separator)
      var record = Record()
      _ = reader.next(&record)
      while reader.next(&record) {
        try check(record)
        if let reason = reason(against: record, bytes, isDamaged) {
          faults.append(fault(reason, line: record.line))
        } else {
          add(record, bytes, &pool)
        }
        if ranges.count % Self.progressStep == 0 {
          progress?(
            WorkProgress(
              activity: "reading \(file.path)", done: record.range.upperBound, total: bytes.count))
        }
      }
    }
    guard faults.isEmpty else { throw .rows(faults) }
    lines = []
  }

  /// How many rows are done between two reports.
  static let progressStep = 1 << 14

  /// The row of a code; nil for none.
  func row(of code: Int32) -> Int? {
    let code = Int(code)
    return code < rows.count && rows[code] >= 0 ? rows[code] : nil
  }

  /// A fault of the file as a whole, after which no row can be told.
  private func check(_ record: Record) throws(ResultFileError) {
    if record.fault == .unclosed {
      throw .file(
        .unclosedQuote(table: ResultFile.table, file: file.path, line: record.line))
    }
    // Two files share the pool.
    if ranges.count >= Int32.max / 2 {
      throw .file(.tooManyRows(table: ResultFile.table, file: file.path))
    }
  }

  private func reason(
    against record: Record, _ bytes: UnsafeBufferPointer<UInt8>, _ isDamaged: Bool
  ) -> String? {
    if let fault = record.fault { return fault.rawValue }
    if record.fields.count != file.columns.count {
      return "expected \(file.columns.count) fields as in the header, found \(record.fields.count)"
    }
    if isDamaged, bytes[record.range].contains(0) {
      return "holds a zero byte, which no text has; the file is damaged"
    }
    if record.fields[0].range.isEmpty { return "expected a key, found a blank cell" }
    if let period, record.fields[period].range.isEmpty {
      return "expected a period, found a blank cell"
    }
    return nil
  }

  private mutating func add(
    _ record: Record, _ bytes: UnsafeBufferPointer<UInt8>, _ pool: inout TextPool
  ) {
    scratch.removeAll(keepingCapacity: true)
    scratch += record.fields[0].utf8(in: bytes)
    if let period {
      // No cell has a zero byte, so that no two pairs can look the same.
      scratch.append(0)
      scratch += record.fields[period].utf8(in: bytes)
    }
    let code = scratch.withUnsafeBufferPointer { pool.code(forUTF8: $0) }
    if let first = row(of: code) {
      let subject = ResultSubject(
        key: record.fields[0].text(in: bytes),
        period: period.map { record.fields[$0].text(in: bytes) })
      faults.append(
        fault("the key \(subject) stands on line \(lines[first]) already", line: record.line))
      return
    }
    if rows.count < pool.count { rows += repeatElement(-1, count: pool.count - rows.count) }
    rows[Int(code)] = ranges.count
    ranges.append(record.range)
    codes.append(code)
    lines.append(record.line)
  }

  private func fault(_ reason: String, line: Int) -> RowFault {
    RowFault(
      table: ResultFile.table, file: file.path, line: line, column: "", text: "", reason: reason,
      row: nil, rowText: "")
  }
}
