import ScoringEngine
import ScoringPlan

/// Runs a segment of a plan after the first: from lines of `key`, `blob` and what the stages over the
/// population have found, the lines of subjects and of those whom a requirement rejects.
///
/// Each line stands for itself; the order of lines does not matter. Some thousands are scored at a time
/// by the engine.
public struct SegmentFilter {
  private let plan: SegmentedPlan
  private let segment: PlanSegment
  private let stages: SubjectStages
  private let given: GivenRegisters
  private let lines: SubjectLines
  private let reasons: LateEvaluation
  /// How many subjects are scored at a time.
  private let batchSize: Int

  /// A filter of a segment.
  ///
  /// - Parameters:
  ///   - plan: the plan.
  ///   - number: the segment's number; not that of the first, which runs from rows.
  ///   - period: what stands in the column `period` of results; nil for no such column.
  ///   - batchSize: how many subjects are scored at a time; does not change what is written.
  /// - Throws: `StreamFault` where the plan has no such segment.
  public init(
    _ plan: SegmentedPlan, number: Int, period: String? = nil, batchSize: Int = 8192
  ) throws {
    guard plan.segments.indices.dropFirst().contains(number) else {
      throw StreamFault(
        "the policy has segments 1 to \(plan.segments.count - 1) after stages over the population")
    }
    self.plan = plan
    self.batchSize = batchSize
    segment = plan.segments[number]
    given = GivenRegisters(plan, number)
    lines = SubjectLines(plan, segment, period: period)
    stages = SubjectStages(
      plan.plan, values: plan.values, stages: segment.rowStages, from: given.registers,
      keeping: lines.outputs)
    reasons = LateEvaluation(plan, segment, given)
  }

  /// Reads lines to their end and writes subjects.
  ///
  /// - Throws: `StreamFault` where the input is not what it should be; whatever input and output throw.
  public func run(from input: @escaping ByteInput, to output: @escaping ByteOutput) throws {
    let reader = LineReader(input, mayLackEnd: false)
    let writer = LineWriter(output)
    var bytes: [UInt8] = []
    var ends: [Int] = []
    func writeBatch() throws {
      if ends.isEmpty { return }
      let first = reader.number - ends.count + 1
      try bytes.withUnsafeBufferPointer { try write($0, ends, firstLine: first, to: writer) }
      bytes.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
    }
    while let line = try reader.next() {
      bytes.append(contentsOf: line)
      ends.append(bytes.count)
      if ends.count == batchSize { try writeBatch() }
    }
    try writeBatch()
    try lines.writeEnd(linesRead: reader.number, to: writer)
    try writer.flush()
  }

  private func write(
    _ bytes: UnsafeBufferPointer<UInt8>, _ ends: [Int], firstLine: Int, to writer: LineWriter
  ) throws {
    let registers = stages.registers(count: ends.count)
    var origins = FaultOrigins()
    var start = 0
    var memory: [UInt8] = []
    for (subject, end) in ends.enumerated() {
      let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
      guard given.read(line, subject, into: registers, &origins, &memory) else {
        throw StreamFault(
          "it is not a key, a blob of segment \(segment.number - 1) and "
            + "\(segment.populationResults.count) results", line: firstLine + subject)
      }
      start = end
    }
    let scored = stages.score(registers)
    for subject in lines.faultySubjects(scored) {
      let evaluation = reasons.evaluation(of: subject, registers, scored, origins)
      origins.take(evaluation, of: subject, segment.kept)
    }
    try lines.write(scored, origins, to: writer)
    for subject in 0..<ends.count where scored.isRejected[subject] {
      try writeRejection(of: subject, registers, scored, origins, to: writer)
    }
  }

  private func writeRejection(
    of subject: Int, _ registers: SubjectRegisters, _ scored: ScoredPopulation,
    _ origins: FaultOrigins, to writer: LineWriter
  ) throws {
    let evaluation = reasons.evaluation(of: subject, registers, scored, origins)
    guard let rejection = evaluation.rejection else {
      preconditionFailure("the interpreter does not reject a subject as the engine did")
    }
    let population = scored.population
    try lines.writeRejection(
      key: population.pool.text(of: population.tables[0].keys[subject]),
      table: plan.plan.tables[0].name, column: "", reason: rejection.reason, row: "", to: writer)
  }
}
