import ScorecardPolicy

extension PlanCompiler {
  /// The register that holds a formula's value.
  mutating func register(of formula: Formula, in table: Int) -> Register {
    let origin = self.origin(formula.path, formula.text)
    return register(of: formula.expression, table, origin)
  }

  private mutating func register(
    of expression: CheckedExpression, _ table: Int, _ origin: Int
  ) -> Register {
    switch expression {
    case .value(let value): return programs[table][value]
    case .aggregate(let function, let detail, let value, let condition):
      return aggregate(function, detail, value, condition, origin)
    case .statistic(let function, let source, let group, let decimals):
      let source = register(of: source, table, origin)
      return programs[table].add(
        function, of: source, group: group.map { programs[table][$0] }, decimals: decimals,
        text: "\(expression)", origin: origin)
    case .call(let function, let arguments):
      return call(function, arguments, table, origin)
    default: break
    }
    // Operands in order from left to right; the operation takes them by position.
    let operands = expression.operands.map { register(of: $0, table, origin) }
    return programs[table].add(operation(expression, operands), origin: origin)
  }

  private func operation(_ expression: CheckedExpression, _ operands: [Register]) -> Operation {
    switch expression {
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    case .truth(let truth): .truth(truth)
    case .parameter(let name): .parameter(parameters["parameters.\(name)"])
    case .negate: .negate(operands[0])
    case .arithmetic(let arithmetic, _, _):
      .arithmetic(arithmetic, operands[0], operands[1])
    case .compare(let comparison, _, _):
      .compare(comparison, operands[0], operands[1])
    case .compareText(let comparison, _, _):
      .compareText(comparison, operands[0], operands[1])
    case .curve(let name, _): .curve(index(of: name, in: curves.map(\.name)), operands[0])
    case .step(let name, _): .step(index(of: name, in: steps.map(\.name)), operands[0])
    case .lookup(let name, _, let fallback):
      .lookup(
        index(of: name, in: lookups.map(\.name)), operands[0],
        default: fallback == nil ? nil : operands[1])
    case .value, .aggregate, .call, .statistic: preconditionFailure("handled before its operands")
    }
  }

  private func index(of name: String, in names: [String]) -> Int {
    guard let index = names.firstIndex(of: name) else {
      preconditionFailure("the checker let the unknown name \(name) pass")
    }
    return index
  }

  private mutating func call(
    _ function: RowFunction, _ arguments: [CheckedExpression], _ table: Int, _ origin: Int
  ) -> Register {
    let values = arguments.map { register(of: $0, table, origin) }
    let add = { (operation: Operation, compiler: inout PlanCompiler) in
      compiler.programs[table].add(operation, origin: origin)
    }
    switch function {
    case .minimum: return fold(values) { add(.minimum($0, $1), &self) }
    case .maximum: return fold(values) { add(.maximum($0, $1), &self) }
    case .and: return fold(values) { add(.and($0, $1), &self) }
    case .or: return fold(values) { add(.or($0, $1), &self) }
    case .clamp:
      let raised = add(.maximum(values[0], values[1]), &self)
      return add(.minimum(raised, values[2]), &self)
    default: return add(simple(function, values), &self)
    }
  }

  private func fold(
    _ values: [Register], _ combine: (Register, Register) -> Register
  ) -> Register {
    values.dropFirst().reduce(values[0], combine)
  }

  /// The functions that are one operation.
  private func simple(_ function: RowFunction, _ values: [Register]) -> Operation {
    switch function {
    case .if: .select(condition: values[0], then: values[1], otherwise: values[2])
    case .absolute: .function(.absolute, values[0])
    case .squareRoot: .function(.squareRoot, values[0])
    case .naturalLogarithm: .function(.naturalLogarithm, values[0])
    case .exponential: .function(.exponential, values[0])
    case .round: .round(.nearest, values[0], places: values[1])
    case .roundUp: .round(.up, values[0], places: values[1])
    case .roundDown: .round(.down, values[0], places: values[1])
    case .ifMissing: .ifMissing(values[0], values[1])
    case .isMissing: .isMissing(values[0])
    case .not: .not(values[0])
    case .minimum, .maximum, .clamp, .and, .or: preconditionFailure("more than one operation")
    }
  }

  private mutating func aggregate(
    _ function: AggregateFunction, _ detail: String, _ value: ValueReference,
    _ condition: CheckedExpression?, _ origin: Int
  ) -> Register {
    let table = index(of: detail, in: policy.tables.map(\.name))
    let source = programs[table][value]
    let known = aggregates.indices.first { index in
      let other = aggregates[index]
      return other.function == function && other.table == table && other.source == source
        && Self.isSame(condition, conditions[index])
    }
    if let known { return aggregates[known].result }
    conditions.append(condition)
    let condition = condition.map { condition in
      (
        register: register(of: condition, table, origin), text: "\(condition)",
        uses: uses(condition, in: table)
      )
    }
    let aggregate = Aggregate(
      function: function, table: table, source: source, condition: condition?.register,
      sourceName: value.name, conditionText: condition?.text,
      uses: uses(.value(value), in: table) + (condition?.uses ?? []),
      result: programs[0].newRegister(), origin: origin)
    aggregates.append(aggregate)
    return aggregate.result
  }

  /// Whether two conditions are the same, also by the bytes of their texts: equal strings may spell a
  /// letter differently.
  private static func isSame(_ one: CheckedExpression?, _ other: CheckedExpression?) -> Bool {
    one == other && (one?.description ?? "").utf8.elementsEqual((other?.description ?? "").utf8)
  }
}
