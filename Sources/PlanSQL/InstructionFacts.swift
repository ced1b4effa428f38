import ScorecardPolicy
import ScoringPlan

/// Finds what is known of the result of an instruction from what is known of its operands.
struct InstructionFacts {
  let plan: Plan
  let values: ParameterVector
  let table: Int
  /// What is known of the operand.
  let known: (Register) -> RegisterFacts
  /// How registers are computed.
  let definitions: [Register: Operation]

  /// The facts of a result, numbers perhaps out of range.
  func facts(of instruction: Instruction) -> RegisterFacts {
    let operands = instruction.operation.operands
    if operands.allSatisfy({ known($0).constant != nil }) { return constant(instruction) }
    var facts = RegisterFacts(kind: kind(instruction.operation))
    facts.mayBeMissing = mayBeMissing(instruction.operation)
    facts.faults = faults(instruction)
    if facts.kind == .number { facts.range = range(instruction.operation) }
    return facts
  }

  /// The result for all rows, by the plan's own meaning.
  private func constant(_ instruction: Instruction) -> RegisterFacts {
    var row = [Value](repeating: .missing, count: plan.tables[table].registerCount)
    for operand in instruction.operation.operands {
      row[operand.index] = known(operand).constant ?? .missing
    }
    return .constant(
      instruction.value(plan, values, row: row), kind: kind(instruction.operation))
  }

  private func kind(_ operation: Operation) -> RegisterFacts.Kind {
    switch operation {
    case .text: .text
    case .truth, .compare, .compareText, .and, .or, .not, .isMissing: .truth
    case .select(_, let value, _), .onlyIf(_, let value), .ifMissing(let value, _):
      known(value).kind
    default: .number
    }
  }

  // MARK: States

  private func mayBeMissing(_ operation: Operation) -> Bool {
    switch operation {
    case .isMissing: return false
    case .ifMissing(_, let right): return known(right).mayBeMissing
    case .onlyIf: return true
    case .weightedSum(let terms, _):
      return terms.contains { term in
        known(term.value).mayBeMissing && !term.excludesMissing
          || term.weight.register.map { known($0).mayBeMissing } ?? false
      }
    default: return operation.operands.contains { known($0).mayBeMissing }
    }
  }

  private func faults(_ instruction: Instruction) -> Set<FaultCode> {
    let inherited =
      switch instruction.operation {
      case .select(let condition, let then, let otherwise):
        known(condition).faults.union(faults(of: then, where: condition, is: true))
          .union(faults(of: otherwise, where: condition, is: false))
      case .onlyIf(let condition, let value):
        known(condition).faults.union(faults(of: value, where: condition, is: true))
      default: Set(instruction.operation.operands.flatMap { known($0).faults })
      }
    let own = ownFault(instruction.operation).map {
      FaultCode($0, origin: instruction.origin, divisor: instruction.operation.divisor)
    }
    return inherited.union([own].compactMap(\.self))
  }

  /// The faults that a value may have where a condition is true, or false.
  func faults(
    of value: Register, where condition: Register, is truth: Bool
  ) -> Set<FaultCode> {
    let nonZero = nonZero(where: condition, is: truth)
    return known(value).faults.filter { $0.divisor.map { !nonZero.contains($0) } ?? true }
  }

  /// The registers that cannot be 0 where a condition is true, or false.
  private func nonZero(where condition: Register, is truth: Bool) -> Set<Register> {
    switch definitions[condition] {
    case .compare(let comparison, let left, let right):
      var found: Set<Register> = []
      if let limit = constant(right), comparison.excludesZero(limit, truth) { found.insert(left) }
      if let limit = constant(left), comparison.turned.excludesZero(limit, truth) {
        found.insert(right)
      }
      return found
    case .and(let left, let right) where truth, .or(let left, let right) where !truth:
      return nonZero(where: left, is: truth).union(nonZero(where: right, is: truth))
    case .not(let operand): return nonZero(where: operand, is: !truth)
    default: return []
    }
  }

  private func constant(_ register: Register) -> Double? {
    if case .number(let number)? = known(register).constant { number } else { nil }
  }

  /// The fault that the operation itself may come to.
  func ownFault(_ operation: Operation) -> FaultKind? {
    switch operation {
    case .arithmetic(.divide, _, let divisor):
      if case .number(let number)? = known(divisor).constant, number != 0 { return nil }
      let range = known(divisor).range
      return range.low > 0 || range.high < 0 ? nil : .divisionByZero
    case .unary(.squareRoot, let operand):
      return known(operand).range.low >= 0 ? nil : .squareRootOfNegative
    case .lookup(_, _, nil): return .unknownText
    case .weightedSum(let terms, let rescales):
      let sum = WeightedSumShape(terms, rescales: rescales, values, known)
      return sum.mayLoseAll ? .allMeasuresExcluded : nil
    default: return nil
    }
  }

  // MARK: Numbers

  private func range(_ operation: Operation) -> NumberRange {
    switch operation {
    case .negate(let operand): return -range(operand)
    case .arithmetic(let arithmetic, let left, let right):
      return range(arithmetic, range(left), range(right))
    case .minimum(let left, let right): return range(left).minimum(range(right))
    case .maximum(let left, let right): return range(left).maximum(range(right))
    case .unary(.absolute, let operand): return range(operand).absolute
    case .unary(.squareRoot, let operand): return range(operand).squareRoot
    case .binary(_, let operand, let places):
      return range(operand).rounded(scale: ScoreKey.scale(max(0, constantPlaces(places) ?? 0)))
    case .select(_, let then, let otherwise): return range(then).joined(range(otherwise))
    case .onlyIf(_, let value): return range(value)
    case .ifMissing(let left, let right): return range(left).joined(range(right))
    case .curve(let index, let x): return range(plan.curves[index], range(x))
    case .lookup(let index, _, let fallback):
      let numbers = plan.lookups[index].values.map { NumberRange.constant(values[$0]) }
      return (numbers + (fallback.map { [range($0)] } ?? [])).joined
    case .weightedSum(let terms, let rescales):
      return WeightedSumShape(terms, rescales: rescales, values, known).range
    default: return .input
    }
  }

  private func range(_ register: Register) -> NumberRange { known(register).range }

  private func range(
    _ operation: ArithmeticOperator, _ left: NumberRange, _ right: NumberRange
  ) -> NumberRange {
    switch operation {
    case .add: left + right
    case .subtract: left - right
    case .multiply: left * right
    case .divide: left / right
    }
  }

  private func range(_ curve: Curve, _ x: NumberRange) -> NumberRange {
    let ys = curve.points.map { NumberRange.constant(values[$0.y]) }
    var range = ys.joined
    switch curve.kind {
    case .step: return range
    case .linear: break
    }
    for (one, next) in zip(curve.points, curve.points.dropFirst()) {
      let (low, width) = (values[one.x], values[next.x] - values[one.x])
      guard width > 0 else { continue }
      let part = NumberRange(
        low: 0, high: width, grain: min(x.grain, NumberRange.constant(low).grain))
      let rise = values[next.y] - values[one.y]
      range = range.joined(
        .constant(values[one.y]) + .constant(rise) * part / .constant(width))
    }
    return range
  }

  /// To how many places is rounded, where that is known: what the plan makes of any number.
  func constantPlaces(_ register: Register) -> Int? {
    guard case .number(let places)? = known(register).constant, (0..<16).contains(places) else {
      return nil
    }
    return Int(places)
  }
}

extension RegisterFacts {
  /// The facts of what is the same for all rows.
  static func constant(_ value: Value, kind: Kind) -> RegisterFacts {
    var facts = RegisterFacts(kind: kind, constant: value)
    switch value {
    case .number(let number): facts.range = .constant(number)
    case .missing: facts.mayBeMissing = true
    case .fault(let fault): facts.faults = [FaultCode(fault)]
    case .truth, .text: break
    }
    return facts
  }
}

extension [NumberRange] {
  /// Every number of any.
  var joined: NumberRange { dropFirst().reduce(first ?? .constant(0)) { $0.joined($1) } }
}

extension Operation {
  /// What it divides by.
  fileprivate var divisor: Register? {
    if case .arithmetic(.divide, _, let divisor) = self { divisor } else { nil }
  }
}

extension ComparisonOperator {
  /// The comparison of the same two from right to left.
  fileprivate var turned: ComparisonOperator {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }

  /// Whether a number is not 0 when comparing it with a limit gives this truth.
  fileprivate func excludesZero(_ limit: Double, _ truth: Bool) -> Bool {
    holds(0, limit) != truth
  }

  private func holds(_ number: Double, _ limit: Double) -> Bool {
    switch self {
    case .equal: number == limit
    case .notEqual: number != limit
    case .less: number < limit
    case .lessOrEqual: number <= limit
    case .greater: number > limit
    case .greaterOrEqual: number >= limit
    }
  }
}
