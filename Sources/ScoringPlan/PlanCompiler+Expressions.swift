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
    case .unary(let function, _): .unary(function, operands[0])
    case .binary(let function, _, _): .binary(function, operands[0], operands[1])
    case .compare(let comparison, _, _):
      .compare(comparison, operands[0], operands[1])
    case .compareText(let comparison, _, _):
      .compareText(comparison, operands[0], operands[1])
    case .curve(let kind, let name, _):
      .curve(index(of: name, in: curves.map { $0.kind == kind ? $0.name : nil }), operands[0])
    case .lookup(let name, _, let fallback):
      .lookup(
        index(of: name, in: lookups.map(\.name)), operands[0],
        default: fallback == nil ? nil : operands[1])
    case .value, .aggregate, .call, .statistic: preconditionFailure("handled before its operands")
    }
  }

  private func index(of name: String, in names: [String?]) -> Int {
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
    case .if:
      return add(.select(condition: values[0], then: values[1], otherwise: values[2]), &self)
    case .minimum: return fold(values) { add(.minimum($0, $1), &self) }
    case .maximum: return fold(values) { add(.maximum($0, $1), &self) }
    case .clamp:
      let raised = add(.maximum(values[0], values[1]), &self)
      return add(.minimum(raised, values[2]), &self)
    case .ifMissing: return add(.ifMissing(values[0], values[1]), &self)
    case .isMissing: return add(.isMissing(values[0]), &self)
    case .and: return fold(values) { add(.and($0, $1), &self) }
    case .or: return fold(values) { add(.or($0, $1), &self) }
    case .not: return add(.not(values[0]), &self)
    }
  }

  private func fold(
    _ values: [Register], _ combine: (Register, Register) -> Register
  ) -> Register {
    values.dropFirst().reduce(values[0], combine)
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
