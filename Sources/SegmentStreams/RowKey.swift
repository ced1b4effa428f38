import ColumnStore
import DelimitedText
import Glibc
import ScoringEngine
import ScoringPlan

/// Finds the key in the rows of a table, as the reader of tables does.
struct RowKey {
  private let table: String
  private let separator: UInt8
  private let field: Int
  /// The header without a byte-order mark and line's end.
  let header: [UInt8]

  /// - Throws: `TableReadError` when the header is not one of the table, `StreamFault` when it is no
  ///   single line.
  init(_ table: PlanTable, header: String) throws {
    var bytes = Array(header.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    guard !bytes.contains(UInt8(ascii: "\n")), !bytes.contains(UInt8(ascii: "\r")) else {
      throw StreamFault("the header of \(table.name) stands on several lines")
    }
    let text = try DecodedText(bytes, file: "the header of \(table.name)")
    let scan = try TableScan(TableSpecification(table), TextSource(text))
    (self.table, separator, field, self.header) = (
      table.name, scan.separator, scan.keyField, bytes
    )
  }

  /// Calls `body` with the key of a row, empty where it has none, valid only within the call.
  ///
  /// - Throws: `StreamFault` where a quote is opened and not closed: the row goes on in another line.
  @inline(__always)
  func withKey<Result>(
    of row: UnsafeBufferPointer<UInt8>, line: Int,
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) throws -> Result {
    guard let base = row.baseAddress, memchr(base, Int32(UInt8(ascii: "\"")), row.count) == nil
    else { return try withUnusualKey(of: row, line: line, body) }
    var start = base
    let end = base + row.count
    for _ in 0..<field {
      guard let next = memchr(start, Int32(separator), end - start) else {
        return body(UnsafeBufferPointer(start: nil, count: 0))
      }
      start = base + (UnsafeRawPointer(next) - UnsafeRawPointer(base)) + 1
    }
    let stop =
      memchr(start, Int32(separator), end - start)
      .map { base + (UnsafeRawPointer($0) - UnsafeRawPointer(base)) } ?? end
    return body(Self.key(start, stop))
  }

  /// The cell without spaces round it; with a zero byte it is none.
  @inline(__always)
  private static func key(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    var (start, end) = (start, end)
    while start < end, start.pointee == UInt8(ascii: " ") { start += 1 }
    while start < end, end[-1] == UInt8(ascii: " ") { end -= 1 }
    let hasZero = memchr(start, 0, end - start) != nil
    return UnsafeBufferPointer(start: start, count: hasZero ? 0 : end - start)
  }

  private func withUnusualKey<Result>(
    of row: UnsafeBufferPointer<UInt8>, line: Int,
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) throws -> Result {
    var reader = RecordReader(row, separator: separator)
    var record = Record()
    guard reader.next(&record) else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    if record.fault == .unclosed {
      throw StreamFault(
        "a quote of this row of \(table) is not closed: rows over several lines must be brought to one "
          + "line each first", line: line)
    }
    guard record.fault == nil, field < record.fields.count else {
      return body(UnsafeBufferPointer(start: nil, count: 0))
    }
    return record.fields[field].utf8(in: row).withUnsafeBufferPointer { key in
      guard let base = key.baseAddress else { return body(key) }
      return body(Self.key(base, base + key.count))
    }
  }
}
