import Diagnostics

/// Looks up the names of one formula, checks its types, infers its unit, and collects every fault.
struct FormulaChecker {
  /// An expression with what is known of it.
  struct Typed {
    let expression: CheckedExpression
    let type: ValueType
    var unit: Unit?
  }

  let text: [Character]
  let path: String
  let node: PolicyNode
  let scope: FormulaScope
  var diagnostics: [Diagnostic] = []

  /// A checker for the formula that a node of the policy holds.
  init(text: String, path: String, node: PolicyNode, scope: FormulaScope) {
    self.text = Array(text)
    self.path = path
    self.node = node
    self.scope = scope
  }

  /// The checked expression, or nil when anything in it is at fault.
  mutating func check(_ expression: Expression) -> Typed? {
    switch expression {
    case .number(let value, let unit, _):
      return Typed(expression: .number(value), type: .number, unit: unit)
    case .text(let text, _):
      return Typed(expression: .text(text), type: .text)
    case .name(let name, let isBracketed, let range):
      return checkName(name, isBracketed, range)
    case .member(let table, let column, let range):
      report(
        range, "formula.detail-alone",
        "\(table).\(column) is many rows, where one value is expected",
        suggestion: "SUM(\(table).\(column)), or AVERAGE, MIN, MAX or COUNT of it")
      return nil
    case .negate(let operand, _):
      guard let checked = check(operand, as: .number, "the sign -") else { return nil }
      return Typed(expression: .negate(checked.expression), type: .number, unit: checked.unit)
    case .binary(let operation, let left, let right, _):
      return operation.isComparison
        ? checkComparison(operation, left, right) : checkArithmetic(operation, left, right)
    case .call(let name, let arguments, let range):
      return checkCall(name, arguments, range)
    }
  }

  /// Checks an operand and that it is of the type needed by `user`.
  mutating func check(
    _ expression: Expression, as type: ValueType, _ user: String
  ) -> Typed? {
    guard let checked = check(expression) else { return nil }
    guard checked.type == type else {
      report(
        expression.range, "formula.type",
        "\(user) needs a \(type.rawValue), and \(source(expression.range)) is a \(checked.type.rawValue)"
      )
      return nil
    }
    return checked
  }

  mutating func report(
    _ range: Range<Int>, _ code: String, _ message: String, notes: [String] = [],
    suggestion: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        code: code, at: node.location(ofCharacter: range.lowerBound), path: path, message,
        notes: notes + [Formula.note(String(text))], suggestion: suggestion))
  }

  /// The part of the formula that a range covers.
  func source(_ range: Range<Int>) -> String { String(text[range]) }

  private mutating func checkName(
    _ name: String, _ isBracketed: Bool, _ range: Range<Int>
  ) -> Typed? {
    if !isBracketed, let truth = ["TRUE": true, "FALSE": false][name.uppercased()] {
      return Typed(expression: .truth(truth), type: .truth)
    }
    let value = scope.values[name]
    if let unit = scope.parameters[name] {
      guard value == nil else {
        report(
          range, "formula.ambiguous-name", "\(name) is both a parameter and a value of the table",
          suggestion: "give one of the two another name")
        return nil
      }
      return Typed(expression: .parameter(name), type: .number, unit: unit)
    }
    if let value {
      return Typed(expression: .value(value.reference), type: value.type, unit: value.unit)
    }
    if scope.isComplete, !scope.broken.contains(name) { reportUnknown(name, range) }
    return nil
  }

  private mutating func reportUnknown(_ name: String, _ range: Range<Int>) {
    let tables = scope.details.filter { $0.value[name] != nil }.keys.sorted()
    let use: String? =
      if let table = tables.first {
        "\(name) is a value of the detail table \(table): SUM(\(table).\(name)), or AVERAGE, MIN, "
          + "MAX or COUNT of it"
      } else if scope.curves.contains(name) {
        "a curve is used as CURVE(\(name), x)"
      } else if scope.steps.contains(name) {
        "a step function is used as STEP(\(name), x)"
      } else if scope.lookups.contains(name) {
        "a lookup is used as LOOKUP(\(name), text, default)"
      } else if scope.details[name] != nil {
        "a detail table is used in SUM, AVERAGE, MIN, MAX or COUNT, as COUNT(\(name).column)"
      } else {
        Spelling.didYouMean(name, among: scope.valueNames)
      }
    report(
      range, "formula.unknown-name", "no column, formula or parameter is named \(name)",
      suggestion: use)
  }

  private mutating func checkArithmetic(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> Typed? {
    let user = "the operator \(operation.rawValue)"
    let (left, right) = (check(left, as: .number, user), check(right, as: .number, user))
    guard let left, let right else { return nil }
    let (arithmetic, unit): (ArithmeticOperator, Unit?) =
      switch operation {
      case .subtract: (.subtract, left.unit ?? right.unit)
      case .multiply: (.multiply, Self.product(left.unit, right.unit))
      case .divide: (.divide, Self.quotient(left.unit, right.unit))
      default: (.add, left.unit ?? right.unit)
      }
    return Typed(
      expression: .arithmetic(arithmetic, left.expression, right.expression), type: .number,
      unit: unit)
  }

  private static func product(_ left: Unit?, _ right: Unit?) -> Unit? {
    guard let left, let right else { return left ?? right }
    return left * right
  }

  private static func quotient(_ left: Unit?, _ right: Unit?) -> Unit? {
    guard let right else { return left }
    let unit = (left ?? .none) / right
    return unit == .none ? Unit(.ratio) : unit
  }

  private mutating func checkComparison(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> Typed? {
    let range = left.range.lowerBound..<right.range.upperBound
    guard let left = check(left), let right = check(right) else { return nil }
    guard left.type == right.type else {
      report(
        range, "formula.type",
        "a \(left.type.rawValue) and a \(right.type.rawValue) cannot be compared",
        suggestion: left.type == .text || right.type == .text
          ? "texts stand in double quotes, numbers and TRUE, FALSE do not" : nil)
      return nil
    }
    let comparison = Self.comparison(operation)
    let expression: CheckedExpression =
      left.type == .text
      ? .compareText(comparison, left.expression, right.expression)
      : .compare(comparison, left.expression, right.expression)
    return Typed(expression: expression, type: .truth)
  }

  private static func comparison(_ operation: BinaryOperator) -> ComparisonOperator {
    switch operation {
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    default: .equal
    }
  }
}

extension SourceLocation {
  /// The place some characters further on the same line.
  func advanced(by characters: Int) -> SourceLocation {
    SourceLocation(file: file, line: line, column: column + characters)
  }
}
