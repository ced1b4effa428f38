import ScorecardPolicy

/// Evaluates one operation on the registers of one row.
struct RowEvaluator {
  let plan: Plan
  let parameters: ParameterVector
  let row: [Value]
  let origin: Int

  /// The result of an operation.
  func value(of operation: Operation) -> Value {
    switch operation {
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    case .truth(let truth): .truth(truth)
    case .parameter(let slot): .number(parameters[slot])
    case .negate(let operand): number(operand) { .number(-$0) }
    case .arithmetic(let arithmetic, let left, let right):
      numbers(left, right) { self.arithmetic(arithmetic, $0, $1) }
    case .minimum(let left, let right): numbers(left, right) { .number($1 < $0 ? $1 : $0) }
    case .maximum(let left, let right): numbers(left, right) { .number($1 > $0 ? $1 : $0) }
    case .compare(let comparison, let left, let right):
      both(left, right) { .truth(comparison.holds(magnitude($0), magnitude($1))) }
    case .compareText(let comparison, let left, let right):
      both(left, right) { .truth(comparison.holds(bytes($0), bytes($1))) }
    case .and(let left, let right): connect(left, right, deciding: false)
    case .or(let left, let right): connect(left, right, deciding: true)
    case .not(let operand): one(operand) { .truth($0 != .truth(true)) }
    case .unary(let function, let x):
      number(x) { finite(function.value(at: $0), else: function.fault(at: $0)) }
    case .binary(let function, let x, let y):
      numbers(x, y) { finite(function.value(at: $0, $1), else: function.fault(at: $0, $1)) }
    case .select(let condition, let then, let otherwise):
      one(condition) { $0 == .truth(true) ? self[then] : self[otherwise] }
    case .onlyIf(let condition, let value):
      one(condition) { $0 == .truth(true) ? self[value] : .missing }
    case .ifMissing(let left, let right): self[left] == .missing ? self[right] : self[left]
    case .isMissing(let operand): isMissing(operand)
    case .curve(let index, let x):
      number(x) { finite(plan.curves[index].value(at: $0, parameters)) }
    case .lookup(let index, let text, let fallback):
      one(text) { self.lookup(plan.lookups[index], $0, fallback) }
    case .weightedSum(let terms, let rescales): weightedSum(terms, rescales)
    }
  }

  private subscript(register: Register) -> Value { row[register.index] }

  // MARK: States

  private func one(_ operand: Register, _ body: (Value) -> Value) -> Value {
    switch self[operand] {
    case .missing, .fault: self[operand]
    case let value: body(value)
    }
  }

  private func both(
    _ left: Register, _ right: Register, _ body: (Value, Value) -> Value
  ) -> Value {
    switch (self[left], self[right]) {
    case (.fault, _): self[left]
    case (_, .fault): self[right]
    case (.missing, _), (_, .missing): .missing
    case (let left, let right): body(left, right)
    }
  }

  private func number(_ operand: Register, _ body: (Double) -> Value) -> Value {
    one(operand) { body(magnitude($0)) }
  }

  private func numbers(
    _ left: Register, _ right: Register, _ body: (Double, Double) -> Value
  ) -> Value {
    both(left, right) { body(magnitude($0), magnitude($1)) }
  }

  /// A number as it is, a truth as 0 or 1; the checker lets no text come here.
  private func magnitude(_ value: Value) -> Double {
    switch value {
    case .number(let number): number
    case .truth(let truth): truth ? 1 : 0
    default: preconditionFailure("the checker let a \(value) pass where a number is needed")
    }
  }

  private func bytes(_ value: Value) -> UTF8Bytes {
    guard case .text(let text) = value else {
      preconditionFailure("the checker let a \(value) pass where a text is needed")
    }
    return UTF8Bytes(text: text)
  }

  private func fault(_ kind: FaultKind) -> Value { .fault(Fault(kind, origin: origin)) }

  private func finite(
    _ number: Double, else kind: @autoclosure () -> FaultKind = .overflow
  ) -> Value {
    number.isFinite ? .number(number) : fault(kind())
  }

  // MARK: Operations

  private func arithmetic(
    _ operation: ArithmeticOperator, _ left: Double, _ right: Double
  ) -> Value {
    switch operation {
    case .add: finite(left + right)
    case .subtract: finite(left - right)
    case .multiply: finite(left * right)
    case .divide: finite(left / right, else: right == 0 ? .divisionByZero : .overflow)
    }
  }

  private func connect(_ left: Register, _ right: Register, deciding: Bool) -> Value {
    switch (self[left], self[right]) {
    case (.truth(deciding), _), (.fault, _): self[left]
    case (_, .truth(deciding)), (_, .fault): self[right]
    case (.missing, _), (_, .missing): .missing
    default: .truth(!deciding)
    }
  }

  private func isMissing(_ operand: Register) -> Value {
    if case .fault = self[operand] { return self[operand] }
    return .truth(self[operand] == .missing)
  }

  private func lookup(_ lookup: Lookup, _ key: Value, _ fallback: Register?) -> Value {
    guard case .text(let text) = key else { return .missing }
    let bytes = UTF8Bytes(text: text)
    if let index = lookup.keys.firstIndex(where: { UTF8Bytes(text: $0) == bytes }) {
      return .number(parameters[lookup.values[index]])
    }
    return fallback.map { self[$0] } ?? fault(.unknownText)
  }

  private func weightedSum(_ terms: [WeightedTerm], _ rescales: Bool) -> Value {
    let applying = terms.filter { term in
      term.applies.map { self[$0] != .truth(false) } ?? true
    }
    // In the order of terms: first every fault, then every missing value, decides.
    let states = applying.flatMap { term in
      let (value, weight) = (self[term.value], weight(term))
      let isExcluded = value == .missing && term.excludesMissing
      return [isExcluded ? .number(0) : value, weight].filter { $0.isFault || $0 == .missing }
    }
    if let state = states.first(where: \.isFault) ?? states.first { return state }
    let kept = applying.compactMap { term -> (value: Double, weight: Double)? in
      guard case .number(let value) = self[term.value], case .number(let weight) = weight(term)
      else { return nil }
      return (value, weight)
    }
    guard let first = kept.first else {
      return applying.isEmpty && !rescales ? .number(0) : fault(.allMeasuresExcluded)
    }
    let isRescaled = rescales && kept.count < terms.count
    let divisor = isRescaled ? kept.dropFirst().reduce(first.weight) { $0 + $1.weight } : 1
    // Weights of 0 may be all that remains.
    if divisor == 0 { return fault(.allMeasuresExcluded) }
    let weights = kept.map { isRescaled ? $0.weight / divisor : $0.weight }
    let sum = zip(kept, weights).dropFirst().reduce(weights[0] * first.value) {
      $0 + $1.1 * $1.0.value
    }
    return finite(sum)
  }

  private func weight(_ term: WeightedTerm) -> Value {
    switch term.weight {
    case .slot(let slot): .number(parameters[slot])
    case .register(let register): self[register]
    }
  }
}

extension Value {
  /// Whether it is a fault.
  var isFault: Bool {
    if case .fault = self { true } else { false }
  }
}

/// A text ordered and equated by its UTF-8 bytes, not by Unicode equivalence.
private struct UTF8Bytes: Comparable {
  let text: String

  static func == (left: UTF8Bytes, right: UTF8Bytes) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  static func < (left: UTF8Bytes, right: UTF8Bytes) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}

extension ComparisonOperator {
  /// Whether the comparison holds for two comparable values.
  func holds<Operand: Comparable>(_ left: Operand, _ right: Operand) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}
