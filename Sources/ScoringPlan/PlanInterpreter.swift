/// Runs a plan one subject at a time: slow, plain, and the meaning that every other executor must
/// reproduce to the bit.
public struct PlanInterpreter: Sendable {
  /// The plan.
  public let plan: Plan
  /// The parameter values it is run with.
  public let values: ParameterVector

  /// An interpreter for a plan with its own or with other parameter values.
  public init(_ plan: Plan, values: ParameterVector? = nil) {
    self.plan = plan
    self.values = values ?? plan.values
  }

  /// Evaluates every stage that looks at one subject.
  ///
  /// - Parameters:
  ///   - subject: the key and the columns of the subject's row, in register order.
  ///   - details: for each detail table (`plan.tables` without the first) the subject's rows, each
  ///     with its key and columns in register order.
  ///   - population: the values of the registers that stages over the population write; by default
  ///     they are missing.
  public func evaluate(
    subject: [Value], details: [[[Value]]], population: (Register) -> Value = { _ in .missing }
  ) -> Evaluation {
    var evaluation = begin(subject: subject, details: details)
    for stage in plan.stages {
      for register in stage.populationResults {
        evaluation.subject[register.index] = population(register)
      }
      run(stage, &evaluation)
    }
    return evaluation
  }

  /// Goes on from registers that earlier stages wrote: evaluates some stages of those that look at one
  /// subject, none of which may look at detail rows.
  ///
  /// - Parameter registers: the values of all registers of the subject table that the stages read; what
  ///   the others hold does not matter.
  public func evaluate(stages: Range<Int>, from registers: [Value]) -> Evaluation {
    var evaluation = Evaluation(
      subject: registers, details: plan.tables.dropFirst().map { _ in [] })
    for stage in plan.stages[stages] { run(stage, &evaluation) }
    return evaluation
  }

  /// The registers of the subject table of which only those are set that stages before one write and that
  /// are the same for all subjects; the others hold 0.
  public func constants(before stage: Int) -> [Value] {
    var row = [Value](repeating: .number(0), count: plan.tables[0].registerCount)
    for case .subjectRows(let program) in plan.stages[..<stage] {
      run(program.filter(\.operation.operands.isEmpty), &row)
    }
    return row
  }

  /// The registers before any stage, detail rows in their order.
  func begin(subject: [Value], details: [[[Value]]]) -> Evaluation {
    var evaluation = Evaluation(
      subject: padded(subject, plan.tables[0]),
      details: zip(details, plan.tables.dropFirst()).map { rows, table in
        rows.map { padded($0, table) }
      })
    for (index, table) in plan.tables.dropFirst().enumerated() {
      if let order = table.order { sort(&evaluation, index, by: order, table) }
    }
    return evaluation
  }

  private func padded(_ row: [Value], _ table: PlanTable) -> [Value] {
    precondition(
      row.count == table.columns.count + 1, "a row of \(table.name) is its key and its columns")
    return row + Array(repeating: .missing, count: table.registerCount - row.count)
  }

  private func sort(
    _ evaluation: inout Evaluation, _ index: Int, by order: Register, _ table: PlanTable
  ) {
    let sorted = evaluation.details[index].enumerated().sorted { one, other in
      (one.element.number(order), one.offset) < (other.element.number(order), other.offset)
    }.map(\.element)
    evaluation.details[index] = sorted
    guard zip(sorted, sorted.dropFirst()).contains(where: { $0[order.index] == $1[order.index] })
    else { return }
    evaluation.rejection =
      evaluation.rejection
      ?? Rejection(
        name: table.name,
        reason: "two rows of the table \(table.name) have the same "
          + table.columns[order.index - 1].name)
  }

  /// Runs a stage that looks at one subject; others do nothing.
  func run(_ stage: Stage, _ evaluation: inout Evaluation) {
    switch stage {
    case .detailRows(let table, let instructions):
      for row in evaluation.details[table - 1].indices {
        run(instructions, &evaluation.details[table - 1][row])
      }
    case .aggregate(let aggregates):
      let aggregator = RowAggregator(evaluation)
      for aggregate in aggregates {
        evaluation.subject[aggregate.result.index] = aggregator.value(of: aggregate)
      }
    case .subjectRows(let instructions):
      run(instructions, &evaluation.subject)
    case .require(let requirements):
      evaluation.rejection =
        evaluation.rejection ?? firstFailure(of: requirements, evaluation.subject)
    case .statistics, .rank, .grade: break
    }
  }

  private func run(_ instructions: [Instruction], _ row: inout [Value]) {
    for instruction in instructions {
      row[instruction.result.index] = RowEvaluator(
        plan: plan, parameters: values, row: row, origin: instruction.origin
      ).value(of: instruction.operation)
    }
  }

  // MARK: Requirements

  private func firstFailure(of requirements: [Requirement], _ row: [Value]) -> Rejection? {
    for requirement in requirements {
      if let reason = failure(of: requirement, row) {
        return Rejection(name: requirement.name, reason: reason)
      }
    }
    return nil
  }

  /// Why a requirement is not met; nil when it is.
  private func failure(of requirement: Requirement, _ row: [Value]) -> String? {
    if let applies = requirement.applies, row[applies.index] == .truth(false) { return nil }
    switch row[requirement.register.index] {
    case .number(let number):
      guard requirement.mustRank, ScoreKey.key(of: number, decimals: plan.decimals) == nil else {
        return nil
      }
      let largest = ScoreKey.limit / ScoreKey.scale(plan.decimals)
      return "\(requirement.name) compares people by \(number), beyond the \(largest) that it can "
        + "compare; check the units of what the number comes from"
    case .truth, .text: return nil
    case .fault(let fault): return faultReason(fault, requirement, row)
    case .missing: return requirement.allowsMissing ? nil : missingReason(requirement, row)
    }
  }

  /// How many of the values that a faulty one comes from the reason for a rejection names at most.
  public static let mostNamedInputs = 8

  /// What went wrong, in which formula, and from which values.
  private func faultReason(_ fault: Fault, _ requirement: Requirement, _ row: [Value]) -> String {
    let origin = plan.origins[fault.origin]
    let inputs = PlanTrace(plan).inputs(of: requirement.register).prefix(Self.mostNamedInputs).map {
      input in
      "\(input.name) = \(row[input.register.index].brief)"
    }
    let values = inputs.isEmpty ? "" : ", with \(inputs.joined(separator: ", "))"
    return "\(fault.kind.reason) in \(origin.path) (\(origin.text))\(values)"
  }

  private func missingReason(_ requirement: Requirement, _ row: [Value]) -> String {
    let missing = PlanTrace(plan).inputs(of: requirement.register).filter {
      row[$0.register.index] == .missing
    }
    let names = missing.map(\.name).joined(separator: ", ")
    return "\(requirement.name) has no value" + (names.isEmpty ? "" : ": \(names) is missing")
  }
}

extension [Value] {
  fileprivate func number(_ register: Register) -> Double {
    if case .number(let number) = self[register.index] { number } else { -.infinity }
  }
}

extension Stage {
  /// The registers that a stage over the population writes.
  public var populationResults: [Register] {
    switch self {
    case .statistics(let statistics): statistics.map(\.result)
    case .rank(let rankings): rankings.map(\.result)
    case .grade(let gradings): gradings.map(\.result)
    case .detailRows, .aggregate, .subjectRows, .require: []
    }
  }
}

extension Value {
  /// The value in a message: a number as a policy would write it, a text in quotes.
  fileprivate var brief: String {
    switch self {
    case .number(let number): number.asWritten
    case .truth(let truth): truth ? "TRUE" : "FALSE"
    case .text(let text): "\"\(text)\""
    case .missing: "missing"
    case .fault(let fault): fault.kind.reason
    }
  }
}
