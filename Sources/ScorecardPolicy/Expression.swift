/// A formula as written, before names are looked up.
indirect enum Expression {
  case number(Double, Unit?, Range<Int>)
  case text(String, Range<Int>)
  case name(String, isBracketed: Bool, Range<Int>)
  /// `table.column`
  case member(table: String, column: String, Range<Int>)
  case negate(Expression, Range<Int>)
  case binary(BinaryOperator, Expression, Expression, Range<Int>)
  case call(String, [Expression], Range<Int>)

  /// The characters of the formula that it covers.
  var range: Range<Int> {
    switch self {
    case .number(_, _, let range), .text(_, let range), .name(_, _, let range),
      .member(_, _, let range), .negate(_, let range), .binary(_, _, _, let range),
      .call(_, _, let range):
      range
    }
  }

  /// Every name that may stand for a value, wherever it appears; those of curves, steps, lookups and
  /// units do not.
  var names: [String] {
    switch self {
    case .number, .text, .member: []
    case .name(let name, _, _): [name]
    case .negate(let operand, _): operand.names
    case .binary(_, let left, let right, _): left.names + right.names
    case .call(let function, let arguments, _):
      switch function.uppercased() {
      case "LOOKUP": arguments.dropFirst().flatMap(\.names)
      case let name where CurveKind(rawValue: name) != nil:
        arguments.dropFirst().flatMap(\.names)
      case "CONVERT": arguments.prefix(1).flatMap(\.names)
      // The names of a condition are those of the detail table.
      case "SUMIF", "AVERAGEIF", "MINIF", "MAXIF", "COUNTIF": []
      default: arguments.flatMap(\.names)
      }
    }
  }
}

/// The operators that stand between two operands.
enum BinaryOperator: String {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case equal = "="
  case notEqual = "<>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="

  var isComparison: Bool {
    switch self {
    case .add, .subtract, .multiply, .divide: false
    default: true
    }
  }
}
