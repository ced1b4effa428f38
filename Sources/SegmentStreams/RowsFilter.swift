import Glibc
import ScoringPlan

/// Brings the rows of one table to the form in which they are sorted by their keys: from the lines of a
/// file `key`, `table`, `row`, of which the table is its number among the plan's.
public struct RowsFilter {
  private let table: Int
  private let key: RowKey

  /// A filter for the lines of a table.
  ///
  /// - Parameters:
  ///   - plan: the plan.
  ///   - table: the table's name.
  ///   - header: the line of its columns' names; it is left out of the rows wherever it stands.
  /// - Throws: `StreamFault` where there is no such table, `TableReadError` where the header is not the
  ///   table's.
  public init(_ plan: SegmentedPlan, table: String, header: String) throws {
    guard let number = plan.plan.tables.firstIndex(where: { $0.name == table }) else {
      throw StreamFault("the policy has no table \(table)")
    }
    self.table = number
    key = try RowKey(plan.plan.tables[number], header: header)
  }

  /// Reads lines to their end and writes rows; empty lines are none.
  ///
  /// - Throws: `StreamFault` where a row goes on over several lines; whatever input and output throw.
  public func run(from input: @escaping ByteInput, to output: @escaping ByteOutput) throws {
    let reader = LineReader(input, mayLackEnd: true)
    let writer = LineWriter(output)
    while let line = try reader.next() {
      let row = try row(line, reader.number)
      if row.isEmpty || isHeader(row) { continue }
      try key.withKey(of: row, line: reader.number) { writer.put(safe: $0) }
      writer.endField()
      writer.put(table)
      writer.endField()
      writer.put(safe: row)
      try writer.endLine(written: 3, of: 3)
    }
    try writer.flush()
  }

  /// The line without a carriage return at its end, and without a byte-order mark.
  private func row(
    _ line: UnsafeBufferPointer<UInt8>, _ number: Int
  ) throws -> UnsafeBufferPointer<UInt8> {
    var row = line
    if row.last == UInt8(ascii: "\r") { row = UnsafeBufferPointer(rebasing: row.dropLast()) }
    if row.first == 0xEF, row.starts(with: [0xEF, 0xBB, 0xBF]) {
      row = UnsafeBufferPointer(rebasing: row.dropFirst(3))
    }
    if let base = row.baseAddress, memchr(base, 0x0D, row.count) != nil {
      throw StreamFault("a carriage return stands within it", line: number)
    }
    return row
  }

  private func isHeader(_ row: UnsafeBufferPointer<UInt8>) -> Bool {
    guard row.count == key.header.count, let base = row.baseAddress else { return false }
    return key.header.withUnsafeBytes { header in
      header.baseAddress.map { memcmp($0, base, row.count) == 0 } ?? false
    }
  }
}
