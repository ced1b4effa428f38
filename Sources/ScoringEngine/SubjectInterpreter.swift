import ScoringPlan

/// Evaluates single subjects of a scored population by the interpreter, which learns from the run
/// what depends on other subjects.
struct SubjectInterpreter: Sendable {
  private let population: Population
  private let interpreter: PlanInterpreter
  private let statistics: [Statistic]
  /// The columns of registers that depend on other subjects.
  private let columns: [Register: ScoredColumn]
  private let grades: Set<Register>
  private let origins: [Register: Int]

  init(_ scored: ScoredPopulation) {
    population = scored.population
    interpreter = PlanInterpreter(scored.plan, values: scored.values)
    let stages = scored.plan.stages
    statistics = stages.flatMap { stage -> [Statistic] in
      if case .statistics(let statistics) = stage { statistics } else { [] }
    }
    grades = Set(scored.plan.gradings.map(\.result))
    origins = Dictionary(statistics.map { ($0.result, $0.origin) }) { first, _ in first }
    columns = Dictionary(
      stages.flatMap(\.populationResults).compactMap { register in
        scored.column(register).map { (register, $0) }
      }
    ) { first, _ in first }
  }

  /// Everything that the plan computes for a subject; with other parameter values, what it would be
  /// if nothing that comes of other subjects changed.
  func evaluation(of subject: Int, values: ParameterVector? = nil) -> Evaluation {
    let interpreter =
      values.map { PlanInterpreter(self.interpreter.plan, values: $0) } ?? self.interpreter
    let input = population.interpreterInput(subject)
    // A subject's own fault comes through a statistic with the place where it arose, which columns
    // do not hold: what one evaluation shows, the next is told.
    var faults: [Register: Fault] = [:]
    while true {
      let evaluation = interpreter.evaluate(subject: input.subject, details: input.details) {
        faults[$0].map(Value.fault) ?? value(of: $0, for: subject)
      }
      let found = statistics.compactMap { statistic -> (Register, Fault)? in
        guard case .fault = value(of: statistic.result, for: subject),
          case .fault(let fault) = evaluation[statistic.source],
          statistic.function != .count, faults[statistic.result] != fault
        else { return nil }
        return (statistic.result, fault)
      }
      if found.isEmpty { return evaluation }
      for (register, fault) in found { faults[register] = fault }
    }
  }

  private func value(of register: Register, for subject: Int) -> Value {
    guard let column = columns[register] else { return .missing }
    let state = column.state(of: subject)
    if let kind = FaultKind(rawValue: state) {
      return .fault(Fault(kind, origin: origins[register] ?? 0))
    }
    if grades.contains(register) { return column.text(of: subject).map(Value.text) ?? .missing }
    return column[subject].map(Value.number) ?? .missing
  }
}
