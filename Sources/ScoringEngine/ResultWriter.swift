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
  private let disarmsFormulas: Bool
  private let textNames: [String]
  private let outputs: [(name: String, type: ValueType, column: RegisterColumn?)]

  /// A writer.
  ///
  /// - Parameters:
  ///   - scored: the results; rejected subjects are left out.
  ///   - period: what stands in the column `period`; nil for no such column.
  ///   - writesMeasures: whether each measure's score stands before its dimension's, under
  ///     `dimension.measure`; the run must have kept them.
  ///   - order: the order of rows.
  ///   - disarmsFormulas: whether texts that spreadsheets would take for formulas stand after an
  ///     apostrophe, as `DelimitedWriter` puts it.
  ///   - threads: how many rows are formatted at a time; does not change the bytes.
  public init(
    _ scored: ScoredPopulation, period: String? = nil, writesMeasures: Bool = false,
    order: ResultOrder = .input, disarmsFormulas: Bool = false, threads: Int = 1
  ) {
    self.scored = scored
    self.period = period
    self.order = order
    self.threads = threads
    self.disarmsFormulas = disarmsFormulas
    textNames = scored.population.tables[0].columns.filter { $0.type == .text }.map(\.name)
    outputs = scored.plan.outputs(writesMeasures: writesMeasures)
      .map { ($0.name, $0.type, scored.column($0.register)?.column) }
  }

  /// Hands the bytes of the file to `sink`, piece by piece in order, each piece whole rows; later
  /// pieces are formatted meanwhile.
  ///
  /// `sink` is called by one thread at a time, which need not be the caller's; the bytes are valid
  /// only within its call. Memory for pieces of a few hundred kilobytes, two for each thread.
  public func write<Failure: Error>(
    to sink: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    var header = DelimitedWriter()
    header.appendHeader(columnNames)
    try header.withBytes(sink)
    let subjects = order.subjects(of: scored, threads: threads)
    let count = subjects?.count ?? scored.population.subjectCount
    // A table without rows has no memory to format them from.
    if count == 0 { return }
    try withFormatter { formatter throws(Failure) in
      try OrderedPieces.forEach(
        of: (count + Self.pieceRows - 1) / Self.pieceRows, threads: threads,
        disarmsFormulas: disarmsFormulas,
        write: { piece, writer in
          let start = piece * Self.pieceRows
          let places = start..<min(start + Self.pieceRows, count)
          if let subjects {
            subjects.withUnsafeBufferPointer {
              formatter.append(places, of: $0.baseAddress, to: &writer)
            }
          } else {
            formatter.append(places, of: nil, to: &writer)
          }
        }, take: sink)
    }
  }

  /// Calls `body` with each published subject and its row, with the line's end, in the order of the
  /// subjects; the bytes are valid only within the call.
  public func forEachRow<Failure: Error>(
    _ body: (Int, UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    let count = scored.population.subjectCount
    if count == 0 { return }
    try withFormatter { formatter throws(Failure) in
      var writer = DelimitedWriter(disarmsFormulas: disarmsFormulas)
      for subject in 0..<count where !scored.isRejected[subject] {
        formatter.append(subject..<subject + 1, of: nil, to: &writer)
        try writer.withBytes { (bytes) throws(Failure) in try body(subject, bytes) }
        writer.removeBytes()
      }
    }
  }

  /// How many rows are formatted at a time: what stays in a core's cache until it is written.
  private static let pieceRows = 2048

  /// The names of the columns, in order.
  var columnNames: [String] {
    [scored.plan.tables[0].keyName] + (period == nil ? [] : ["period"]) + textNames
      + outputs.map(\.name)
  }

  /// Calls `body` with a formatter, valid only within the call; there is at least one subject.
  private func withFormatter<Failure: Error>(
    _ body: (RowFormatter) throws(Failure) -> Void
  ) throws(Failure) {
    let table = scored.population.tables[0]
    let texts = table.columns.filter { $0.type == .text }.map(\.codes)
    defer { withExtendedLifetime(outputs) {} }
    try scored.texts.withTexts { (text) throws(Failure) in
      try Self.withPointers(to: [table.keys] + texts) { codes throws(Failure) in
        try scored.isRejected.withUnsafeBufferPointer { isRejected throws(Failure) in
          guard let isRejected = isRejected.baseAddress else { return }
          try body(
            RowFormatter(
              codes: codes, period: period, outputs: outputs.map { ($0.type, $0.column) },
              isRejected: isRejected, texts: text))
        }
      }
    }
  }

  /// Calls `body` with a pointer to each array, valid only within the call; none may be empty.
  private static func withPointers<Failure: Error>(
    to arrays: ArraySlice<[Int32]>, _ pointers: [UnsafePointer<Int32>] = [],
    _ body: ([UnsafePointer<Int32>]) throws(Failure) -> Void
  ) throws(Failure) {
    guard let first = arrays.first else { return try body(pointers) }
    try first.withUnsafeBufferPointer { first throws(Failure) in
      guard let pointer = first.baseAddress else { return }
      try withPointers(to: arrays.dropFirst(), pointers + [pointer], body)
    }
  }
}

extension Plan {
  /// The columns of results after the texts of the subject table, what they hold, and the registers they
  /// come from.
  public func outputs(
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
