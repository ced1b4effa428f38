import DelimitedText
import Glibc
import ScoringEngine
import ScoringPlan

/// Runs the first segment of a plan: from rows sorted by key, `key`, `table`, `row`, the lines of subjects
/// and of rejected rows.
///
/// Subjects are scored some thousands at a time by the engine; memory does not grow with their number.
public struct SubjectsFilter {
  private let plan: SegmentedPlan
  private let keys: [RowKey]
  private let stages: SubjectStages
  private let lines: SubjectLines
  /// How many rows a batch has, but for those of its last subject.
  private let batchRows: Int

  /// A filter of the first segment.
  ///
  /// - Parameters:
  ///   - plan: the plan.
  ///   - headers: for the name of each table the line of its columns' names.
  ///   - period: what stands in the column `period` of results; nil for no such column. Only a plan of
  ///     one segment has results here.
  ///   - batchRows: how many rows are scored at a time; does not change what is written.
  /// - Throws: `StreamFault` where a table has no header, `TableReadError` where a header is not its
  ///   table's.
  public init(
    _ plan: SegmentedPlan, headers: [String: String], period: String? = nil,
    batchRows: Int = 16384
  ) throws {
    self.plan = plan
    self.batchRows = batchRows
    for name in headers.keys.sorted() where !plan.plan.tables.contains(where: { $0.name == name }) {
      throw StreamFault("the policy has no table \(name)")
    }
    keys = try plan.plan.tables.map { table in
      guard let header = headers[table.name] else {
        throw StreamFault("the table \(table.name) has no header")
      }
      return try RowKey(table, header: header)
    }
    let segment = plan.segments[0]
    lines = SubjectLines(plan, segment, period: period)
    stages = SubjectStages(
      plan.plan, values: plan.values, stages: segment.rowStages, keeping: lines.outputs)
  }

  /// Reads rows to their end and writes subjects.
  ///
  /// - Throws: `StreamFault` where the input is not what `RowsFilter` writes, sorted; whatever input and
  ///   output throw.
  public func run(from input: @escaping ByteInput, to output: @escaping ByteOutput) throws {
    let reader = LineReader(input, mayLackEnd: false)
    let writer = LineWriter(output)
    var batch = SubjectBatch(keys.map(\.header))
    var key: [UInt8] = []
    while let line = try reader.next() {
      let row = try SortedRow(line, number: reader.number, tableCount: keys.count)
      let order = key.withUnsafeBufferPointer { row.key.order(against: $0) }
      if order < 0 { throw StreamFault("its key is out of order", line: reader.number) }
      // Rows without a key belong to nobody.
      if batch.rowCount >= batchRows, order > 0 || row.key.isEmpty {
        try write(batch, to: writer)
        batch.removeAll()
      }
      if order > 0 { key = Array(row.key) }
      guard batch.append(row.text, to: row.table) else {
        throw StreamFault("its row is not the safe form of one line", line: reader.number)
      }
    }
    try write(batch, to: writer)
    try lines.writeEnd(linesRead: reader.number, to: writer)
    try writer.flush()
  }

  private func write(_ batch: SubjectBatch, to writer: LineWriter) throws {
    if batch.rowCount == 0 { return }
    let sources = try batch.sources(plan.plan)
    let scored = try stages.score(sources: sources)
    try lines.write(scored, try origins(scored, sources), to: writer)
    for rejected in scored.rejectedRows() {
      try lines.writeRejection(
        key: try key(of: rejected), table: rejected.table, column: rejected.column,
        reason: rejected.reason, row: rejected.rowText, to: writer)
    }
  }

  /// Where the faults that subjects hand on arose: these few are scored again.
  private func origins(
    _ scored: ScoredPopulation, _ sources: [String: [TextSource]]
  ) throws -> FaultOrigins {
    var origins = FaultOrigins()
    let faulty = lines.faultySubjects(scored)
    if faulty.isEmpty { return origins }
    let population = scored.population
    let names = Set(faulty.map { population.pool.text(of: population.tables[0].keys[$0]) })
    let again = try stages.score(sources: sources, lookingAt: names)
    for subject in faulty {
      origins.take(again.evaluation(of: subject), of: subject, plan.segments[0].kept)
    }
    return origins
  }

  private func key(of rejected: RejectedRow) throws -> String {
    guard let table = plan.plan.tables.firstIndex(where: { $0.name == rejected.table }) else {
      return ""
    }
    var row = rejected.rowText
    return try row.withUTF8 { row in
      try keys[table].withKey(of: row, line: 0) { String(decoding: $0, as: UTF8.self) }
    }
  }
}

/// A line of the input.
private struct SortedRow {
  /// The safe form of the key.
  let key: UnsafeBufferPointer<UInt8>
  let table: Int
  /// The safe form of the row.
  let text: UnsafeBufferPointer<UInt8>

  init(_ line: UnsafeBufferPointer<UInt8>, number: Int, tableCount: Int) throws {
    var fields = Fields(line)
    guard let key = fields.next(), let table = fields.next(), let text = fields.next(),
      fields.isAtEnd
    else { throw StreamFault("it is not a key, a table and a row", line: number) }
    var value = table.isEmpty ? tableCount : 0
    for digit in table.prefix(4) { value = value * 10 + Int(digit) - Int(UInt8(ascii: "0")) }
    guard table.allSatisfy({ 0x30...0x39 ~= $0 }), 0..<tableCount ~= value else {
      throw StreamFault("its second field is not the number of a table", line: number)
    }
    (self.key, self.table, self.text) = (key, value, text)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Below 0 where these bytes come before others, a beginning before the whole; 0 where they are the
  /// same.
  fileprivate func order(against other: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = baseAddress, let otherBase = other.baseAddress else {
      return count - other.count
    }
    let order = Int(memcmp(base, otherBase, Swift.min(count, other.count)))
    return order == 0 ? count - other.count : order
  }
}
