import ScorecardPolicy
import ScoringPlan

// What each operation is in SQL.
extension RowPrinter {
  /// The expression of an instruction whose result is not known for all rows.
  mutating func expression(of instruction: Instruction, _ facts: RegisterFacts) -> SQLValue {
    switch instruction.operation {
    case .number, .text, .truth, .parameter:
      preconditionFailure("the same for all rows")
    case .negate(let operand):
      let operand = read(operand)
      return joined([operand], "-" + operand.operand(of: .sign, isRight: true), .sign)
    case .not(let operand):
      let operand = read(operand)
      return joined([operand], "NOT " + operand.operand(of: .comparison), .not)
    case .arithmetic(.divide, let left, let right):
      return quotient(instruction, left, right)
    case .arithmetic(let operation, let left, let right):
      return infix(operation.sign, operation.binding, left, right)
    case .minimum(let left, let right): return choice(right, ifIt: "<", left)
    case .maximum(let left, let right): return choice(right, ifIt: ">", left)
    case .compare(let comparison, let left, let right):
      return infix(comparison.sign, .comparison, left, right)
    case .compareText(let comparison, let left, let right):
      return comparedTexts(comparison, left, right)
    case .and(let left, let right): return connected("AND", .and, left, right)
    case .or(let left, let right): return connected("OR", .or, left, right)
    case .unary(let function, let operand): return unary(instruction, function, operand)
    case .binary(let function, let operand, let places):
      return rounded(instruction, function, operand, places)
    case .select(let condition, let then, let otherwise):
      return select(condition, then, otherwise)
    case .onlyIf(let condition, let value): return onlyIf(condition, value)
    case .ifMissing(let left, let right): return ifMissing(left, right)
    case .isMissing(let operand): return isMissing(operand)
    case .curve(let index, let x): return curve(plan.curves[index], x)
    case .lookup(let index, let text, let fallback):
      return lookup(instruction, plan.lookups[index], text, fallback)
    case .weightedSum(let terms, let rescales):
      return weightedSum(instruction, terms, rescales: rescales)
    }
  }

  /// A text that reads operands: the leftmost fault of them is its fault, before its own.
  func joined(
    _ operands: [SQLValue], _ text: String, _ binding: SQLValue.Binding = .atom,
    fault own: String? = nil
  ) -> SQLValue {
    SQLValue(
      facts: RegisterFacts(kind: .number), text: text, binding: binding,
      fault: Self.first(operands.map(\.fault) + [own]),
      depth: operands.map(\.depth).max() ?? 0)
  }

  /// The first fault that is there.
  static func first(_ faults: [String?]) -> String? {
    let faults = faults.compactMap(\.self)
    return faults.count > 1 ? "COALESCE(\(faults.joined(separator: ", ")))" : faults.first
  }

  /// The code of a fault that arises in an instruction, where a condition holds.
  func fault(_ kind: FaultKind, _ instruction: Instruction, where condition: String) -> String {
    "CASE WHEN \(condition) THEN \(FaultCode(kind, origin: instruction.origin).number) END"
  }

  var zero: String { dialect.double(0) }

  // MARK: Arithmetic

  private mutating func infix(
    _ sign: String, _ binding: SQLValue.Binding, _ left: Register, _ right: Register
  ) -> SQLValue {
    let (left, right) = (read(left), read(right))
    let isChain = binding != .comparison
    let text =
      left.operand(of: binding, isRight: !isChain) + " \(sign) "
      + right.operand(of: binding, isRight: true)
    return joined([left, right], text, binding)
  }

  private mutating func quotient(
    _ instruction: Instruction, _ dividend: Register, _ divisor: Register
  ) -> SQLValue {
    guard facts.ownFault(instruction.operation) != nil else {
      return infix("/", .product, dividend, divisor)
    }
    let isGap = relation.facts(dividend).mayBeMissing
    let (left, right) = (read(dividend, times: isGap ? 2 : 1), read(divisor, times: 2))
    let isThere = isGap ? " AND \(left.text) IS NOT NULL" : ""
    return joined(
      [left, right],
      "\(left.operand(of: .product)) / NULLIF(\(right.text), \(zero))", .product,
      fault: fault(.divisionByZero, instruction, where: "\(right.text) = \(zero)\(isThere)"))
  }

  /// The right value where it compares so with the left, else the left one.
  private mutating func choice(
    _ right: Register, ifIt sign: String, _ left: Register
  ) -> SQLValue {
    let isThere = relation.facts(right).isAlwaysThere
    let (left, right) = (read(left, times: 2), read(right, times: 2))
    let other = isThere ? "ELSE" : "WHEN \(right.text) IS NOT NULL THEN"
    var value = joined([left, right], "")
    value.set(branches: [
      "WHEN \(right.text) \(sign) \(left.text) THEN \(right.text)", "\(other) \(left.text)",
    ])
    return value
  }

  private mutating func unary(
    _ instruction: Instruction, _ function: UnaryFunction, _ register: Register
  ) -> SQLValue {
    switch function {
    case .absolute:
      let operand = read(register)
      // Some engines leave minus zero as it is.
      return joined([operand], "ABS(\(operand.text)) + \(zero)", .sum)
    case .squareRoot:
      if relation.facts(register).range.low >= 0 {
        let operand = read(register)
        return joined([operand], "SQRT(\(operand.text))")
      }
      let operand = read(register, times: 3)
      return joined(
        [operand], "SQRT(CASE WHEN \(operand.text) >= \(zero) THEN \(operand.text) END)",
        fault: fault(.squareRootOfNegative, instruction, where: "\(operand.text) < \(zero)"))
    case .naturalLogarithm, .exponential:
      refuse(instruction, .function(function.rawValue))
      return read(register)
    }
  }

  // MARK: Truths

  private mutating func comparedTexts(
    _ comparison: ComparisonOperator, _ left: Register, _ right: Register
  ) -> SQLValue {
    let (left, right) = (read(left), read(right))
    let isOrder = comparison != .equal && comparison != .notEqual
    let one = left.operand(of: .sum)
    return joined(
      [left, right],
      "\(isOrder ? dialect.byteOrdered(one) : one) \(comparison.sign) \(right.operand(of: .sum))",
      .comparison)
  }

  /// `AND` and `OR`, in which a fault on the left decides, and one on the right where the left does
  /// not.
  private mutating func connected(
    _ word: String, _ binding: SQLValue.Binding, _ left: Register, _ right: Register
  ) -> SQLValue {
    let (leftFacts, rightFacts) = (relation.facts(left), relation.facts(right))
    let isWrapped = !leftFacts.faults.isEmpty
    let (one, other) = (
      read(left, times: isWrapped || !rightFacts.faults.isEmpty ? 2 : 1), read(right)
    )
    let text = "\(one.operand(of: binding)) \(word) \(other.operand(of: binding, isRight: true))"
    // What would decide were it known: true for AND, false for OR.
    let isOpen =
      binding == .and
      ? "COALESCE(\(one.text), TRUE)" : "NOT COALESCE(\(one.text), FALSE)"
    let rightFault = other.fault.map { "CASE WHEN \(isOpen) THEN \($0) END" }
    var value = joined([one], text, binding)
    value.depth = max(one.depth, other.depth)
    value.fault = Self.first([one.fault, rightFault])
    if isWrapped, let fault = one.fault {
      value.text = "CASE WHEN \(fault) IS NULL THEN \(text) END"
      value.binding = .atom
    }
    return value
  }

  private mutating func isMissing(_ register: Register) -> SQLValue {
    let hasFault = !relation.facts(register).faults.isEmpty
    let operand = read(register, times: hasFault ? 2 : 1)
    let test = "\(operand.operand(of: .sum)) IS NULL"
    guard let fault = operand.fault else { return joined([operand], test, .comparison) }
    return joined([operand], "CASE WHEN \(fault) IS NULL THEN \(test) END")
  }

  // MARK: Choices

  private mutating func select(
    _ condition: Register, _ then: Register, _ otherwise: Register
  ) -> SQLValue {
    let isCertain = relation.facts(condition).isAlwaysThere
    let hasFaults = (
      !facts.faults(of: then, where: condition, is: true).isEmpty,
      !facts.faults(of: otherwise, where: condition, is: false).isEmpty
    )
    let times = (isCertain ? 1 : 2) + (hasFaults.0 || hasFaults.1 ? 2 : 0)
    let (when, one, other) = (read(condition, times: times), read(then), read(otherwise))
    let not = "NOT \(when.operand(of: .comparison))"
    // A choice in the last branch goes on with its own branches.
    let rest =
      isCertain && !other.branches.isEmpty
      ? other.branches : ["\(isCertain ? "ELSE" : "WHEN \(not) THEN") \(other.text)"]
    var value = joined([when], "")
    value.set(branches: ["WHEN \(when.text) THEN \(one.text)"] + rest)
    let faults = [
      hasFaults.0 ? one.fault.map { "CASE WHEN \(when.text) THEN \($0) END" } : nil,
      hasFaults.1 ? other.fault.map { "CASE WHEN \(not) THEN \($0) END" } : nil,
    ]
    value.fault = Self.first([when.fault] + faults)
    value.depth = max(when.depth, one.depth, other.depth)
    return value
  }

  private mutating func onlyIf(_ condition: Register, _ register: Register) -> SQLValue {
    let hasFault = !facts.faults(of: register, where: condition, is: true).isEmpty
    let (when, one) = (read(condition, times: hasFault ? 2 : 1), read(register))
    var value = joined([when], "CASE WHEN \(when.text) THEN \(one.text.indented()) END")
    value.fault = Self.first(
      [when.fault, hasFault ? one.fault.map { "CASE WHEN \(when.text) THEN \($0) END" } : nil])
    value.depth = max(when.depth, one.depth)
    return value
  }

  private mutating func ifMissing(_ left: Register, _ right: Register) -> SQLValue {
    let hasFault = [left, right].contains { !relation.facts($0).faults.isEmpty }
    let (one, other) = (read(left, times: hasFault ? 3 : 1), read(right))
    var value = joined([one], "COALESCE(\(one.text), \(other.text))")
    if let fault = one.fault { value.text = "CASE WHEN \(fault) IS NULL THEN \(value.text) END" }
    value.fault = Self.first(
      [one.fault, other.fault.map { "CASE WHEN \(one.text) IS NULL THEN \($0) END" }])
    value.depth = max(one.depth, other.depth)
    return value
  }
}

extension ArithmeticOperator {
  var sign: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    }
  }

  var binding: SQLValue.Binding { self == .add || self == .subtract ? .sum : .product }
}

extension ComparisonOperator {
  var sign: String {
    switch self {
    case .equal: "="
    case .notEqual: "<>"
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    }
  }
}
