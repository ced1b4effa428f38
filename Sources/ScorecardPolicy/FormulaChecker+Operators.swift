import Diagnostics
import LocatedYAML

extension FormulaChecker {
  /// Checks a chain of `+ - * /`, which may be long, without descending into each left side.
  mutating func checkArithmetic(_ expression: Expression) -> Typed? {
    var steps: [(operation: BinaryOperator, right: Expression, range: Range<Int>)] = []
    var first = expression
    while case .binary(let operation, let left, let right, let range) = first,
      !operation.isComparison
    {
      steps.append((operation, right, range))
      first = left
    }
    var result = check(first)
    for step in steps.reversed() {
      let right = check(step.right)
      result = arithmetic(step.operation, result, right)
      result?.range = step.range
    }
    return result
  }

  private mutating func arithmetic(
    _ operation: BinaryOperator, _ left: Typed?, _ right: Typed?
  ) -> Typed? {
    if operation == .subtract, let left, let right, [left.type, right.type].contains(.date) {
      return dateDifference(left, right)
    }
    let user = "the operator \(operation.rawValue)"
    let numbers = (
      left.flatMap { needed($0, as: .number, user) },
      right.flatMap { needed($0, as: .number, user) }
    )
    guard let left = numbers.0, let right = numbers.1 else { return nil }
    let arithmetic: ArithmeticOperator
    let unit: AgreedUnit?
    switch operation {
    case .subtract: (arithmetic, unit) = (.subtract, agreed([left, right], "cannot be subtracted"))
    case .multiply: (arithmetic, unit) = (.multiply, product(left, right))
    case .divide: (arithmetic, unit) = (.divide, quotient(left, right))
    default: (arithmetic, unit) = (.add, agreed([left, right], "cannot be added"))
    }
    guard let unit else { return nil }
    return Typed(
      expression: .arithmetic(arithmetic, left.expression, right.expression), type: .number,
      unit: unit.unit, isScaled: unit.isScaled)
  }

  private mutating func dateDifference(_ left: Typed, _ right: Typed) -> Typed? {
    guard let values = sameTimes([left, right]) else { return nil }
    for value in values where needed(value, as: .date, "the difference from a date") == nil {
      return nil
    }
    return Typed(
      expression: .arithmetic(.subtract, values[0].expression, values[1].expression),
      type: .number, unit: Unit(.day))
  }

  // MARK: Comparison

  mutating func checkComparison(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression, _ range: Range<Int>
  ) -> Typed? {
    let (first, second) = (check(left), check(right))
    guard let first, let second, let values = sameTimes([first, second]) else { return nil }
    let (left, right) = (values[0], values[1])
    guard left.type == right.type else {
      report(
        range, "formula.type",
        "a \(left.type.rawValue) and a \(right.type.rawValue) cannot be compared",
        suggestion: Self.comparisonAdvice([left.type, right.type]))
      return nil
    }
    guard agreed([left, right], "cannot be compared") != nil else { return nil }
    if operation == .equal || operation == .notEqual {
      findNeverEqual(left, right)
      findNeverEqual(right, left)
    }
    let comparison = Self.comparison(operation)
    let expression: CheckedExpression =
      left.type == .text
      ? .compareText(comparison, left.expression, right.expression)
      : .compare(comparison, left.expression, right.expression)
    return Typed(expression: expression, type: .truth)
  }

  /// Says so when a value is compared with a text that it can never have.
  private mutating func findNeverEqual(_ value: Typed, _ other: Typed) {
    guard case .value(let reference) = value.expression, case .text(let text) = other.expression,
      let texts = scope.values[reference.name]?.texts, !texts.isEmpty, !texts.contains(text)
    else { return }
    let named = texts.filter { !$0.isEmpty }
    diagnostics.append(
      Diagnostic(
        .finding, code: "formula.never-equal",
        at: node.location(ofCharacter: other.range.lowerBound), path: path,
        "\(reference.name) is never \"\(text)\"", notes: [Formula.note(String(self.text))],
        suggestion: Spelling.didYouMean(text, among: named)
          ?? "its values are \(named.joined(separator: ", "))"))
  }

  private static func comparisonAdvice(_ types: Set<ValueType>) -> String? {
    if types.contains(.date) { return "write a day in double quotes, as in \"2026-01-31\"" }
    if types.contains(.period) {
      return "write a period in double quotes, as in \"2026-10\", \"2026Q3\" or \"2026\""
    }
    return types.contains(.text)
      ? "texts stand in double quotes, numbers and TRUE, FALSE do not" : nil
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
