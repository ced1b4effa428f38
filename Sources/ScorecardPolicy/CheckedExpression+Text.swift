extension CheckedExpression: CustomStringConvertible {
  /// The expression as a formula would write it, with the parentheses that it needs.
  public var description: String {
    switch self {
    case .number(let number): number.asWritten
    case .text(let text): "\"\(text.replacing("\"", with: "\"\""))\""
    case .truth(let truth): truth ? "TRUE" : "FALSE"
    case .value(let value): value.name
    case .parameter(let name): name
    case .negate(let operand): "-\(operand.wrapped)"
    case .arithmetic(let symbol, let left, let right):
      "\(left.wrapped) \(symbol.symbol) \(right.wrapped)"
    case .compare(let symbol, let left, let right),
      .compareText(let symbol, let left, let right):
      "\(left.wrapped) \(symbol.symbol) \(right.wrapped)"
    case .unary(let function, let x): "\(function.rawValue)(\(x))"
    case .binary(let function, let x, let y): "\(function.rawValue)(\(x), \(y))"
    case .call(let function, let arguments):
      "\(function.rawValue)(\(arguments.map(\.description).joined(separator: ", ")))"
    case .curve(let kind, let name, let x): "\(kind.rawValue)(\(name), \(x))"
    case .lookup(let name, let text, let fallback):
      "LOOKUP(\(name), \(text)\(fallback.map { ", \($0)" } ?? ""))"
    case .aggregate(let function, let table, let value, let condition):
      function.written(of: "\(table).\(value.name)", condition: condition?.description)
    case .statistic(let function, let source, let group, _):
      "\(function.rawValue)(\(source), \(group?.name ?? "ALL"))"
    }
  }

  private var wrapped: String {
    switch self {
    case .arithmetic, .compare, .compareText: "(\(self))"
    default: description
    }
  }

  /// The values that it refers to, those of detail rows left out.
  public var references: [ValueReference] {
    if case .value(let value) = self { return [value] }
    return operands.flatMap(\.references)
  }
}

extension AggregateFunction {
  /// The call as a formula writes it: `SUM(business.income)`, `SUMIF(business.income, new = 1)`.
  public func written(of column: String, condition: String?) -> String {
    condition.map { "\(rawValue)IF(\(column), \($0))" } ?? "\(rawValue)(\(column))"
  }
}

extension ArithmeticOperator {
  fileprivate var symbol: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    }
  }
}

extension ComparisonOperator {
  fileprivate var symbol: String {
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
