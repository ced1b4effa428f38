import Diagnostics
import LocatedYAML

/// Looks up the names of one formula, checks its types and units, and collects every fault.
struct FormulaChecker {
  /// An expression with what is known of it.
  struct Typed {
    let expression: CheckedExpression
    let type: ValueType
    /// The unit of its numbers; nil when it takes the unit that its context needs.
    var unit: Unit?
    /// Whether a bare number that multiplied or divided it may have had a unit of its own.
    var isScaled = false
    /// The characters of the formula that it comes from.
    var range = 0..<0
  }

  let text: [Character]
  let path: String
  let node: YAMLNode
  var scope: FormulaScope
  /// What the condition that is being checked stands in; nil outside conditions.
  var condition: DetailCondition?
  var diagnostics: [Diagnostic] = []

  /// A checker for the formula that a node of the policy holds.
  init(text: String, path: String, node: YAMLNode, scope: FormulaScope) {
    self.text = Array(text)
    self.path = path
    self.node = node
    self.scope = scope
  }

  /// The checked expression, or nil when anything in it is at fault.
  mutating func check(_ expression: Expression) -> Typed? {
    var checked = checkContents(expression)
    checked?.range = expression.range
    return checked
  }

  private mutating func checkContents(_ expression: Expression) -> Typed? {
    switch expression {
    case .number(let value, let unit, _):
      return Typed(expression: .number(value), type: .number, unit: unit)
    case .text(let text, _):
      return Typed(expression: .text(text), type: .text)
    case .name(let name, let isBracketed, let range):
      return checkName(name, isBracketed, range)
    case .member(let table, let name, let range):
      return checkMember(table, name, range)
    case .negate(let operand, _):
      guard let checked = check(operand, as: .number, "the sign -") else { return nil }
      return Typed(
        expression: .negate(checked.expression), type: .number, unit: checked.unit,
        isScaled: checked.isScaled)
    case .binary(let operation, let left, let right, let range):
      return operation.isComparison
        ? checkComparison(operation, left, right, range) : checkArithmetic(expression)
    case .call(let name, let arguments, let range):
      return checkCall(name, arguments, range)
    }
  }

  /// Checks an operand and that it is of the type needed by `user`.
  mutating func check(
    _ expression: Expression, as type: ValueType, _ user: String
  ) -> Typed? {
    check(expression).flatMap { needed($0, as: type, user) }
  }

  /// The value, when it is of the type needed by `user`.
  mutating func needed(_ value: Typed, as type: ValueType, _ user: String) -> Typed? {
    if value.type == type { return value }
    report(
      value.range, "formula.type",
      "\(user) needs a \(type.rawValue), and \(source(value.range)) is a \(value.type.rawValue)",
      suggestion: Self.advice(needed: type, found: value.type, in: source(value.range)))
    return nil
  }

  /// How to come from a value of one type to one of another.
  static func advice(needed: ValueType, found: ValueType, in text: String) -> String? {
    switch (needed, found) {
    case (.number, .date):
      "the difference of two dates is a number of days, as in \"2026-12-31\" - \(text); dates have "
        + "no other arithmetic"
    case (.number, .period):
      "periods are compared, as in period >= \"2026-10\"; there is no arithmetic on them"
    case (.number, .text): "LOOKUP(name, \(text), default) gives a number for each text"
    case (.number, .truth): "IF(\(text), 1, 0) makes a number of it"
    case (.truth, .number): "compare it, as in \(text) > 0"
    case (.truth, .text): "compare it, as in \(text) = \"x\""
    case (.text, _): "texts are text columns, grades, and what stands between double quotes"
    default: nil
    }
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

  /// The part of the formula that a range covers, on one line and cut when long.
  func source(_ range: Range<Int>) -> String {
    let most = 60
    let written = text[range].split(whereSeparator: \.isNewline).map { String($0) }
      .joined(separator: " ")
    return written.count > most ? written.prefix(most) + " ..." : written
  }
}
