import ScoringEngine
import ScoringPlan

/// Evaluates single subjects of a segment by the interpreter, which knows why subjects are rejected and
/// where faults arise.
struct LateEvaluation {
  private let interpreter: PlanInterpreter
  private let stages: Range<Int>
  private let given: GivenRegisters
  /// The registers before the segment: what is the same for all subjects, and a number in place of what
  /// nobody looks at.
  private let common: [Value]
  private let isText: [Bool]
  private let truths: TruthRegisters
  private let stateOnly: Set<Register>

  init(_ plan: SegmentedPlan, _ segment: PlanSegment, _ given: GivenRegisters) {
    interpreter = PlanInterpreter(plan.plan, values: plan.values)
    stages = segment.rowStages
    self.given = given
    common = interpreter.constants(before: stages.lowerBound)
    isText = plan.plan.textRegisters(of: 0)
    truths = TruthRegisters(plan.plan)
    stateOnly = given.stateOnly
  }

  /// What the segment computes for a subject.
  func evaluation(
    of subject: Int, _ registers: SubjectRegisters, _ scored: ScoredPopulation,
    _ origins: FaultOrigins
  ) -> Evaluation {
    var values = common
    let population = scored.population
    values[Register.key.index] = .text(
      population.pool.text(of: population.tables[0].keys[subject]))
    for (place, register) in given.registers.enumerated() {
      values[register.index] = value(register, place, subject, registers, origins)
    }
    return interpreter.evaluate(stages: stages, from: values)
  }

  private func value(
    _ register: Register, _ place: Int, _ subject: Int, _ registers: SubjectRegisters,
    _ origins: FaultOrigins
  ) -> Value {
    let state = registers.state(of: subject, at: place)
    if let kind = FaultKind(rawValue: state) {
      return .fault(Fault(kind, origin: origins[subject, register] ?? 0))
    }
    if state == ValueState.missing { return .missing }
    if stateOnly.contains(register) { return .number(0) }
    if isText[register.index] { return .text(registers.text(of: subject, at: place)) }
    let value = registers.value(of: subject, at: place)
    return truths[register] ? .truth(value != 0) : .number(value)
  }
}
