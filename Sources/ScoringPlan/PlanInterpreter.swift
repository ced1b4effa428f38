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

  /// Evaluates every stage that looks at one subject; ranks need the population and stay missing.
  ///
  /// - Parameters:
  ///   - subject: the key and the columns of the subject's row, in register order.
  ///   - details: for each detail table (`plan.tables` without the first) the subject's rows in
  ///     file order, each with its key and columns in register order.
  public func evaluate(subject: [Value], details: [[[Value]]]) -> Evaluation {
    var evaluation = Evaluation(
      subject: padded(subject, plan.tables[0]),
      details: zip(details, plan.tables.dropFirst()).map { rows, table in
        rows.map { padded($0, table) }
      })
    for stage in plan.stages { run(stage, &evaluation) }
    return evaluation
  }

  private func padded(_ row: [Value], _ table: PlanTable) -> [Value] {
    precondition(
      row.count == table.columns.count + 1, "a row of \(table.name) is its key and its columns")
    return row + Array(repeating: .missing, count: table.registerCount - row.count)
  }

  private func run(_ stage: Stage, _ evaluation: inout Evaluation) {
    switch stage {
    case .detailRows(let table, let instructions):
      for row in evaluation.details[table - 1].indices {
        run(instructions, &evaluation.details[table - 1][row])
      }
    case .aggregate(let aggregates):
      for aggregate in aggregates {
        evaluation.subject[aggregate.result.index] = value(
          of: aggregate, over: evaluation.details[aggregate.table - 1])
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

  private func value(of aggregate: Aggregate, over rows: [[Value]]) -> Value {
    if aggregate.function == .count { return .number(Double(rows.count)) }
    var numbers: [Double] = []
    var worst: Value?
    for row in rows {
      switch (row[aggregate.source.index], worst) {
      case (.number(let number), _): numbers.append(number)
      case (.fault(let fault), .fault(let other)?):
        if fault.kind.rawValue < other.kind.rawValue { worst = .fault(fault) }
      case (.fault(let fault), _): worst = .fault(fault)
      case (let state, nil): worst = state
      default: break
      }
    }
    return worst ?? combine(numbers, aggregate)
  }

  private func combine(_ numbers: [Double], _ aggregate: Aggregate) -> Value {
    if numbers.isEmpty { return aggregate.function == .sum ? .number(0) : .missing }
    // Minus zero becomes zero, so that the order of rows cannot show in a minimum.
    switch aggregate.function {
    case .minimum: return .number(numbers.reduce(.infinity, Swift.min) + 0)
    case .maximum: return .number(numbers.reduce(-.infinity, Swift.max) + 0)
    case .sum, .average, .count, .first, .last, .streak: break
    }
    var sum = ExactSum()
    for number in numbers { sum.add(number) }
    let rounded = sum.rounded()
    guard rounded.isFinite else { return .fault(Fault(.overflow, origin: aggregate.origin)) }
    return .number(aggregate.function == .sum ? rounded : rounded / Double(numbers.count))
  }

  private func firstFailure(of requirements: [Requirement], _ row: [Value]) -> Rejection? {
    for requirement in requirements {
      switch row[requirement.register.index] {
      case .number(let number):
        if requirement.mustRank, ScoreKey.key(of: number, decimals: plan.decimals) == nil {
          return Rejection(
            requirement: requirement,
            reason: "the number that \(requirement.name) ranks by is too large to be ranked")
        }
      case .fault(let fault):
        return Rejection(
          requirement: requirement, reason: faultReason(fault, requirement, row))
      default:
        return Rejection(requirement: requirement, reason: missingReason(requirement, row))
      }
    }
    return nil
  }

  /// What went wrong, in which formula, and from which values.
  private func faultReason(_ fault: Fault, _ requirement: Requirement, _ row: [Value]) -> String {
    let origin = plan.origins[fault.origin]
    let inputs = plan.inputs(of: requirement.register).prefix(8).map { input in
      "\(input.name) = \(row[input.register.index].brief)"
    }
    let values = inputs.isEmpty ? "" : ", with \(inputs.joined(separator: ", "))"
    return "\(fault.kind.reason) in \(origin.path) (\(origin.text))\(values)"
  }

  private func missingReason(_ requirement: Requirement, _ row: [Value]) -> String {
    let missing = plan.inputs(of: requirement.register).filter {
      row[$0.register.index] == .missing
    }
    let names = missing.map(\.name).joined(separator: ", ")
    return "\(requirement.name) has no value" + (names.isEmpty ? "" : ": \(names) is missing")
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
