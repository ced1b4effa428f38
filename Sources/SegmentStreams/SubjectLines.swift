import ScoringEngine
import ScoringPlan

/// Writes subjects as the lines of a segment.
struct SubjectLines {
  private let plan: SegmentedPlan
  private let segment: PlanSegment
  private let period: String?
  private let scales: [Double]
  private let tally = LineTally()
  /// The registers that a run of the segment must keep for it.
  let outputs: [Register]

  init(_ plan: SegmentedPlan, _ segment: PlanSegment, period: String?) {
    (self.plan, self.segment, self.period) = (plan, segment, period)
    scales = segment.carried.map { ScoreKey.scale($0.decimals) }
    outputs =
      segment.isLast
      ? plan.plan.resultRegisters(withMeasures: plan.writesMeasures)
      : segment.kept.map(\.register) + segment.carried.map(\.register)
  }

  /// The subjects that are not rejected and have a fault in a register that is handed on: of them the
  /// origins must be known.
  func faultySubjects(_ scored: ScoredPopulation) -> [Int] {
    var faulty: Set<Int> = []
    for kept in segment.kept {
      guard let column = scored.column(kept.register) else { continue }
      column.withUnsafeValues { _, states in
        for subject in 0..<column.count
        where states[subject] > ValueState.missing && !scored.isRejected[subject] {
          faulty.insert(subject)
        }
      }
    }
    return faulty.sorted()
  }

  /// Writes the subjects that are not rejected.
  func write(
    _ scored: ScoredPopulation, _ origins: FaultOrigins, to writer: LineWriter
  ) throws {
    if segment.isLast { return try writeResults(scored, to: writer) }
    let kept = columns(segment.kept.map(\.register), of: scored)
    let carried = columns(segment.carried.map(\.register), of: scored)
    try withExtendedLifetime((kept, carried)) {
      try scored.withTexts { texts in
        let keptMemory = kept.map(\.unsafeMemory)
        let carriedMemory = carried.map(\.unsafeMemory)
        let keys = scored.population.tables[0].keys
        for subject in keys.indices where !scored.isRejected[subject] {
          writer.put("S\t")
          writer.put(safe: texts[keys[subject]])
          writer.endField()
          writeBlob(subject, keptMemory, texts, origins, to: writer)
          writeCarried(subject, carriedMemory, texts, to: writer)
          try writer.endLine(written: 3 + carried.count, of: segment.fieldCount)
          tally.addSubject()
        }
      }
    }
  }

  /// Writes a rejected row.
  func writeRejection(
    key: String, table: String, column: String, reason: String, row: String, to writer: LineWriter
  ) throws {
    writer.put("R")
    for field in [key, table, column, reason, row] {
      writer.endField()
      writer.put(safe: field)
    }
    try writer.endLine(written: 6, of: segment.fieldCount)
    tally.addRejection()
  }

  /// Writes the last line of all.
  func writeEnd(linesRead: Int, to writer: LineWriter) throws {
    try tally.write(linesRead: linesRead, fieldCount: segment.fieldCount, to: writer)
  }

  private func columns(_ registers: [Register], of scored: ScoredPopulation) -> [ScoredColumn] {
    registers.map { register in
      guard let column = scored.column(register) else {
        preconditionFailure("register \(register.index) is not kept")
      }
      return column
    }
  }

  private typealias Memory = (values: UnsafePointer<Double>, states: UnsafePointer<UInt8>)

  private func writeBlob(
    _ subject: Int, _ memory: [Memory], _ texts: CodedTexts, _ origins: FaultOrigins,
    to writer: LineWriter
  ) {
    for (place, kept) in segment.kept.enumerated() {
      let (value, state) = (memory[place].values[subject], memory[place].states[subject])
      if state != ValueState.present {
        writeState(state, origins[subject, kept.register], to: writer)
        continue
      }
      switch kept.form {
      case .number:
        writer.put(atMost: BlobWriting.numberRoom) { BlobWriting.number(value, at: $0) }
      case .text: BlobWriting.text(texts[Int32(value)], to: writer)
      case .state: writer.put(BlobWriting.present)
      }
    }
  }

  private func writeState(_ state: UInt8, _ origin: Int?, to writer: LineWriter) {
    if state == ValueState.missing { return writer.put(BlobWriting.missing) }
    BlobWriting.fault(state, origin: origin ?? 0, to: writer)
  }

  private func writeCarried(
    _ subject: Int, _ memory: [Memory], _ texts: CodedTexts, to writer: LineWriter
  ) {
    for (place, carried) in segment.carried.enumerated() {
      writer.endField()
      let value = memory[place].values[subject]
      guard memory[place].states[subject] == ValueState.present else {
        writer.put("\\N")
        continue
      }
      switch carried.role {
      case .number: writer.put(value)
      case .text: writer.put(safe: texts[Int32(value)])
      case .truth: writer.put(value != 0 ? "true" : "false")
      case .scoreKey:
        if let key = ScoreKey.key(of: value, scale: scales[place]) {
          writer.put(Int(key))
        } else {
          writer.put("\\N")
        }
      }
    }
  }

  // MARK: Results

  private func writeResults(_ scored: ScoredPopulation, to writer: LineWriter) throws {
    let keys = scored.population.tables[0].keys
    let rows = ResultWriter(scored, period: period, writesMeasures: plan.writesMeasures)
    try scored.withTexts { texts in
      try rows.forEachRow { subject, row in
        writer.put("S\t")
        writer.put(safe: texts[keys[subject]])
        writer.endField()
        // All but the line feed.
        writer.put(
          safe: UnsafeRawBufferPointer(rebasing: row.dropLast()).assumingMemoryBound(to: UInt8.self)
        )
        try writer.endLine(written: 3, of: segment.fieldCount)
        tally.addSubject()
      }
    }
  }
}
