import Calendars
import ColumnStore
import ScorecardPolicy
import ScoringPlan

/// Writes scored subjects as CSV: the key, the period if given, the texts of the subject table, then
/// scores, ranks, grades and results, each double with the fewest digits that read back the same.
public struct ResultWriter: Sendable {
  private let scored: ScoredPopulation
  private let period: String?
  private let order: ResultOrder
  private let threads: Int
  private let keys: [Int32]
  private let texts: [(name: String, codes: [Int32])]
  private let outputs: [(name: String, type: ValueType, column: RegisterColumn?)]

  /// A writer.
  ///
  /// - Parameters:
  ///   - scored: the results; rejected subjects are left out.
  ///   - period: what stands in the column `period`; nil for no such column.
  ///   - writesMeasures: whether each measure's score stands before its dimension's, under
  ///     `dimension.measure`; the run must have kept them.
  ///   - order: the order of rows.
  ///   - threads: how many rows are formatted at a time; does not change the bytes.
  public init(
    _ scored: ScoredPopulation, period: String? = nil, writesMeasures: Bool = false,
    order: ResultOrder = .input, threads: Int = 1
  ) {
    self.scored = scored
    self.period = period
    self.order = order
    self.threads = threads
    let table = scored.population.tables[0]
    keys = table.keys
    texts = table.columns.filter { $0.type == .text }.map { ($0.name, $0.codes) }
    outputs = scored.plan.outputs(writesMeasures: writesMeasures)
      .map { ($0.name, $0.type, scored.column($0.register)?.column) }
  }

  /// Hands the bytes of the file to `sink`, piece by piece in order; the rows that a piece holds are
  /// formatted at the same time.
  public func write<Failure: Error>(
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try sink(header)
    let subjects = order.subjects(of: scored)
    let piece = 1 << 14 * threads
    for start in stride(from: 0, to: subjects.count, by: piece) {
      let rows = subjects[start..<min(start + piece, subjects.count)]
      let parts = RowRanges.map(of: rows.count, threads: threads) { range in
        bytes(of: rows[(start + range.lowerBound)..<(start + range.upperBound)])
      }
      for part in parts { try sink(part) }
    }
  }

  /// The names of the columns, in order.
  public var columnNames: [String] {
    [scored.plan.tables[0].keyName] + (period == nil ? [] : ["period"]) + texts.map(\.name)
      + outputs.map(\.name)
  }

  private var header: [UInt8] {
    var writer = DelimitedWriter()
    for name in columnNames { writer.append(name) }
    writer.endRow()
    return writer.bytes
  }

  private func bytes(of subjects: ArraySlice<Int>) -> [UInt8] {
    var writer = DelimitedWriter()
    for subject in subjects { append(subject, to: &writer) }
    return writer.bytes
  }

  private func append(_ subject: Int, to writer: inout DelimitedWriter) {
    append(code: keys[subject], to: &writer)
    if let period { writer.append(period) }
    for (_, codes) in texts { append(code: codes[subject], to: &writer) }
    for output in outputs {
      if let column = output.column, column.states[subject] == ValueState.present {
        append(column.values[subject], output.type, to: &writer)
      } else {
        writer.appendEmpty()
      }
    }
    writer.endRow()
  }

  private func append(_ value: Double, _ type: ValueType, to writer: inout DelimitedWriter) {
    switch type {
    case .number: writer.append(value)
    case .truth: writer.append(value != 0 ? "TRUE" : "FALSE")
    case .text: scored.texts.withUTF8(of: Int32(value)) { writer.append(utf8: $0) }
    case .date: writer.append(CivilDate(number: Int(value)).description)
    case .period: writer.append(CivilPeriod(number: Int(value)).description)
    }
  }

  private func append(code: Int32, to writer: inout DelimitedWriter) {
    if code < 0 {
      writer.appendEmpty()
    } else {
      scored.population.pool.withUTF8(of: code) { writer.append(utf8: $0) }
    }
  }
}

extension Plan {
  /// The columns of results, what they hold, and the registers they come from.
  fileprivate func outputs(
    writesMeasures: Bool
  ) -> [(name: String, type: ValueType, register: Register)] {
    let dimensions = layout.dimensions.flatMap { dimension in
      (writesMeasures ? dimension.measures : []).map {
        (name: "\(dimension.name).\($0.name)", register: $0.score)
      } + [(name: dimension.name, register: dimension.score)]
    }
    let numbers =
      dimensions + [(name: "total", register: layout.total)]
      + (layout.final.map { [(name: "final", register: $0)] } ?? [])
      + rankings.map { (name: $0.name, register: $0.result) }
    return numbers.map { ($0.name, .number, $0.register) }
      + gradings.map { ($0.name, .text, $0.result) }
      + layout.results.map { ($0.name, $0.type, $0.register) }
  }
}
