import Diagnostics
import LocatedYAML

// Functions of the values of one row.
extension FormulaChecker {
  mutating func checkRowFunction(
    _ function: RowFunction, _ arguments: [Expression], _ range: Range<Int>
  ) -> Typed? {
    switch function {
    case .if: return checkIf(arguments, range)
    case .ifMissing: return checkIfMissing(arguments, range)
    case .isMissing:
      guard checkCount("ISMISSING", arguments, 1...1, range), let value = check(arguments[0]) else {
        return nil
      }
      return Typed(expression: .call(function, [value.expression]), type: .truth)
    case .and, .or: return checkTruths(function, arguments, range, count: 1...Int.max)
    case .not: return checkTruths(function, arguments, range, count: 1...1)
    case .minimum, .maximum: return checkExtreme(function, arguments, range)
    case .clamp: return checkClamp(arguments, range)
    }
  }

  mutating func checkUnary(
    _ function: UnaryFunction, _ arguments: [Expression], _ range: Range<Int>
  ) -> Typed? {
    let name = function.rawValue
    guard let values = checkAll(name, arguments, range, as: .number, count: 1...1),
      let unit = unit(function.unitRule, values)
    else { return nil }
    return Typed(
      expression: .unary(function, values[0].expression), type: .number, unit: unit.unit,
      isScaled: unit.isScaled)
  }

  mutating func checkBinary(
    _ function: BinaryFunction, _ arguments: [Expression], _ range: Range<Int>
  ) -> Typed? {
    let name = function.rawValue
    guard let values = checkAll(name, arguments, range, as: .number, count: 2...2),
      isPlain(values[1], "the \(function.second.meaning) of \(name)"),
      let unit = unit(function.unitRule, values)
    else { return nil }
    return Typed(
      expression: .binary(function, values[0].expression, values[1].expression), type: .number,
      unit: unit.unit, isScaled: unit.isScaled)
  }

  private mutating func checkTruths(
    _ function: RowFunction, _ arguments: [Expression], _ range: Range<Int>,
    count: ClosedRange<Int>
  ) -> Typed? {
    let name = function.rawValue
    guard let checked = checkAll(name, arguments, range, as: .truth, count: count) else {
      return nil
    }
    return Typed(expression: .call(function, checked.map(\.expression)), type: .truth)
  }

  // MARK: Values of which one is taken

  /// MIN and MAX of numbers, of dates or of periods.
  private mutating func checkExtreme(
    _ function: RowFunction, _ arguments: [Expression], _ range: Range<Int>
  ) -> Typed? {
    let name = function.rawValue
    guard checkCount(name, arguments, 1...Int.max, range) else { return nil }
    let checked = arguments.map { check($0) }
    let present = checked.compactMap { $0 }
    let first = present.first { $0.type == .date || $0.type == .period }
    guard let values = sameTimes(present) else { return nil }
    // One fault for each argument that does not fit, so that none hides another.
    let fitting = values.compactMap { needed($0, as: first?.type ?? .number, name) }
    guard fitting.count == checked.count,
      let unit = agreed(fitting, "\(name) cannot choose between")
    else { return nil }
    return Typed(
      expression: .call(function, fitting.map(\.expression)), type: fitting[0].type,
      unit: unit.unit, isScaled: unit.isScaled)
  }

  private mutating func checkClamp(_ arguments: [Expression], _ range: Range<Int>) -> Typed? {
    guard
      let checked = checkAll("CLAMP", arguments, range, as: .number, count: 3...3),
      let unit = agreed(checked, "CLAMP cannot compare")
    else { return nil }
    return Typed(
      expression: .call(.clamp, checked.map(\.expression)), type: .number, unit: unit.unit,
      isScaled: unit.isScaled)
  }

  private mutating func checkIf(_ arguments: [Expression], _ range: Range<Int>) -> Typed? {
    guard checkCount("IF", arguments, 3...3, range) else { return nil }
    let condition = check(arguments[0], as: .truth, "the condition of IF")
    let branches = checkAlike("IF", Array(arguments[1...]), range)
    guard let condition, let branches else { return nil }
    return Typed(
      expression: .call(.if, [condition.expression] + branches.values.map(\.expression)),
      type: branches.values[0].type, unit: branches.unit.unit,
      isScaled: branches.unit.isScaled)
  }

  private mutating func checkIfMissing(_ arguments: [Expression], _ range: Range<Int>) -> Typed? {
    guard checkCount("IFMISSING", arguments, 2...2, range),
      let alike = checkAlike("IFMISSING", arguments, range)
    else { return nil }
    return Typed(
      expression: .call(.ifMissing, alike.values.map(\.expression)), type: alike.values[0].type,
      unit: alike.unit.unit, isScaled: alike.unit.isScaled)
  }

  /// Checks two values of which one will be taken, and that their types and units agree.
  private mutating func checkAlike(
    _ name: String, _ arguments: [Expression], _ range: Range<Int>
  ) -> (values: [Typed], unit: AgreedUnit)? {
    let checked = arguments.map { check($0) }
    guard let one = checked[0], let other = checked[1], let values = sameTimes([one, other]) else {
      return nil
    }
    guard values[0].type == values[1].type else {
      report(
        range, "formula.type",
        "\(name) gives a \(values[0].type.rawValue) in one case and a \(values[1].type.rawValue) in "
          + "the other", suggestion: "write two values of one type")
      return nil
    }
    return agreed(values, "\(name) cannot choose between").map { (values, $0) }
  }
}
