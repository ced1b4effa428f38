@testable import ScorecardPolicy

extension Expression {
  /// The expression with every operator before its operands, so that a test can see its shape.
  var text: String {
    switch self {
    case .number(let value, let unit, _): "\(value)\(unit.map { " \($0)" } ?? "")"
    case .text(let text, _): "'\(text)'"
    case .name(let name, let isBracketed, _): isBracketed ? "[\(name)]" : name
    case .member(let table, let column, _): "\(table).\(column)"
    case .negate(let operand, _): "(- \(operand.text))"
    case .binary(let operation, let left, let right, _):
      "(\(operation.rawValue) \(left.text) \(right.text))"
    case .call(let name, let arguments, _):
      "\(name)(\(arguments.map(\.text).joined(separator: ", ")))"
    }
  }
}
