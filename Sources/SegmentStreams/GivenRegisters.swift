import ScoringEngine
import ScoringPlan

/// What a segment's lines give of each subject: registers in the blob, then the results of stages over the
/// population.
struct GivenRegisters {
  /// The registers in the order in which they are read.
  let registers: [Register]
  private let kept: [KeptRegister]
  private let results: [Result]

  /// A result of a stage over the population.
  private struct Result {
    let register: Register
    let isText: Bool
    /// The register whose faults go through to the result.
    let source: Register?
    /// Where the result's own faults arise.
    let origin: Int
  }

  init(_ plan: SegmentedPlan, _ number: Int) {
    kept = plan.segments[number - 1].kept
    results = plan.plan.stages[plan.segments[number].populationStages].flatMap(Self.results)
    registers = kept.map(\.register) + results.map(\.register)
  }

  private static func results(_ stage: Stage) -> [Result] {
    switch stage {
    case .statistics(let statistics):
      statistics.map { statistic in
        Result(
          register: statistic.result, isText: false,
          source: statistic.function == .count ? nil : statistic.source, origin: statistic.origin)
      }
    case .rank(let rankings):
      rankings.map { Result(register: $0.result, isText: false, source: nil, origin: 0) }
    case .grade(let gradings):
      gradings.map { Result(register: $0.result, isText: true, source: nil, origin: 0) }
    case .detailRows, .aggregate, .subjectRows, .require: []
    }
  }

  /// The registers of which only the state is given.
  var stateOnly: Set<Register> { Set(kept.filter { $0.form == .state }.map(\.register)) }

  /// Reads a line; whether it is one of the segment's. `bytes` is memory to work in.
  func read(
    _ line: UnsafeBufferPointer<UInt8>, _ subject: Int, into registers: SubjectRegisters,
    _ origins: inout FaultOrigins, _ bytes: inout [UInt8]
  ) -> Bool {
    var fields = Fields(line)
    bytes.removeAll(keepingCapacity: true)
    guard let key = fields.next(), let blob = fields.next(), SafeText.append(key, to: &bytes)
    else { return false }
    bytes.withUnsafeBufferPointer { registers.setKey($0, of: subject) }
    guard readBlob(blob, subject, into: registers, &origins, &bytes) else { return false }
    for (index, result) in results.enumerated() {
      guard let field = fields.next(),
        let found = GivenResult(field, isText: result.isText, &bytes)
      else { return false }
      set(found, result, subject, at: kept.count + index, of: registers, &origins, bytes)
    }
    return fields.isAtEnd
  }

  private func readBlob(
    _ blob: UnsafeBufferPointer<UInt8>, _ subject: Int, into registers: SubjectRegisters,
    _ origins: inout FaultOrigins, _ bytes: inout [UInt8]
  ) -> Bool {
    guard var reading = BlobReading(blob) else { return kept.isEmpty }
    for (place, kept) in kept.enumerated() {
      switch reading.mark() {
      case nil: return false
      case .missing: registers.setState(ValueState.missing, of: subject, at: place)
      case .fault(let state, let origin):
        guard FaultKind(rawValue: state) != nil else { return false }
        registers.setState(state, of: subject, at: place)
        origins[subject, kept.register] = origin
      case .value:
        switch kept.form {
        case .number:
          guard let number = reading.number() else { return false }
          registers.set(number, of: subject, at: place)
        case .text:
          guard reading.text(&bytes) else { return false }
          bytes.withUnsafeBufferPointer { registers.set($0, of: subject, at: place) }
        case .state:
          guard reading.presence() else { return false }
        }
      }
    }
    return reading.isAtEnd
  }

  /// A subject's own fault goes through a statistic, whatever the others have.
  private func set(
    _ found: GivenResult, _ result: Result, _ subject: Int, at place: Int,
    of registers: SubjectRegisters, _ origins: inout FaultOrigins, _ bytes: [UInt8]
  ) {
    if let source = result.source, let origin = origins[subject, source],
      let from = kept.firstIndex(where: { $0.register == source })
    {
      registers.setState(registers.state(of: subject, at: from), of: subject, at: place)
      origins[subject, result.register] = origin
      return
    }
    switch found {
    case .number(let number): registers.set(number, of: subject, at: place)
    case .text: bytes.withUnsafeBufferPointer { registers.set($0, of: subject, at: place) }
    case .missing: registers.setState(ValueState.missing, of: subject, at: place)
    case .fault(let state):
      registers.setState(state, of: subject, at: place)
      origins[subject, result.register] = result.origin
    }
  }
}
