import Diagnostics

extension FormulaChecker {
  /// Functions of the language that this version does not offer yet.
  private static let laterFunctions: Set<String> = [
    "SUMIF", "AVERAGEIF", "MINIF", "MAXIF", "COUNTIF", "FIRST", "LAST", "STREAK", "MEDIAN", "STDEV",
    "RANK", "PERCENTRANK",
  ]

  private static let namedFunctions = ["CURVE", "STEP", "LOOKUP", "CONVERT", "POWER"]

  private static var allFunctions: [String] {
    RowFunction.allCases.map(\.rawValue) + AggregateFunction.allCases.map(\.rawValue)
      + namedFunctions
  }

  /// Checks a call of any function.
  mutating func checkCall(
    _ written: String, _ arguments: [Expression], _ range: Range<Int>
  ) -> Typed? {
    let name = written.uppercased()
    if let function = AggregateFunction(rawValue: name) {
      if case .member(let table, let column, let place)? = arguments.first, arguments.count == 1 {
        return checkAggregate(function, table, column, place)
      }
      if function != .minimum && function != .maximum || hasGroup(arguments) {
        return reportAggregate(function, arguments, range)
      }
    }
    if let function = RowFunction(rawValue: name) {
      return checkRowFunction(function, arguments, range)
    }
    switch name {
    case "CURVE", "STEP": return checkCurve(name, arguments, range)
    case "LOOKUP": return checkLookup(arguments, range)
    case "CONVERT": return checkConvert(arguments, range)
    case "POWER":
      guard let checked = checkAll(name, arguments, range, as: .number, count: 2...2) else {
        return nil
      }
      return Typed(
        expression: .arithmetic(.power, checked[0].expression, checked[1].expression),
        type: .number)
    default: return reportUnknownFunction(written, name, range)
    }
  }

  private mutating func reportUnknownFunction(
    _ written: String, _ name: String, _ range: Range<Int>
  ) -> Typed? {
    if Self.laterFunctions.contains(name) {
      report(
        range, "formula.not-yet", "the function \(name) is not offered by this version of Steelyard"
      )
    } else {
      report(
        range, "formula.unknown-function", "there is no function \(written)",
        suggestion: Spelling.didYouMean(name, among: Self.allFunctions))
    }
    return nil
  }

  // MARK: Functions of one row

  private mutating func checkRowFunction(
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
    default: return checkNumbers(function, arguments, range)
    }
  }

  private mutating func checkNumbers(
    _ function: RowFunction, _ arguments: [Expression], _ range: Range<Int>
  ) -> Typed? {
    let count: ClosedRange<Int> =
      switch function {
      case .minimum, .maximum: 1...Int.max
      case .clamp: 3...3
      case .round, .roundUp, .roundDown: 2...2
      default: 1...1
      }
    let name = function.rawValue
    guard let checked = checkAll(name, arguments, range, as: .number, count: count) else {
      return nil
    }
    let unit: Unit? =
      switch function {
      case .minimum, .maximum, .clamp: checked.lazy.compactMap(\.unit).first
      case .squareRoot, .naturalLogarithm, .exponential: nil
      default: checked[0].unit
      }
    return Typed(
      expression: .call(function, checked.map(\.expression)), type: .number, unit: unit)
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

  private mutating func checkIf(_ arguments: [Expression], _ range: Range<Int>) -> Typed? {
    guard checkCount("IF", arguments, 3...3, range) else { return nil }
    let condition = check(arguments[0], as: .truth, "the condition of IF")
    let branches = checkAlike("IF", Array(arguments[1...]), range)
    guard let condition, let branches else { return nil }
    return Typed(
      expression: .call(.if, [condition.expression] + branches.map(\.expression)),
      type: branches[0].type, unit: branches[0].unit ?? branches[1].unit)
  }

  private mutating func checkIfMissing(_ arguments: [Expression], _ range: Range<Int>) -> Typed? {
    guard checkCount("IFMISSING", arguments, 2...2, range),
      let values = checkAlike("IFMISSING", arguments, range)
    else { return nil }
    return Typed(
      expression: .call(.ifMissing, values.map(\.expression)), type: values[0].type,
      unit: values[0].unit ?? values[1].unit)
  }

  /// Checks two values of which one will be taken, and that their types agree.
  private mutating func checkAlike(
    _ name: String, _ arguments: [Expression], _ range: Range<Int>
  ) -> [Typed]? {
    let checked = arguments.map { check($0) }
    guard let one = checked[0], let other = checked[1] else { return nil }
    guard one.type == other.type else {
      report(
        range, "formula.type",
        "\(name) gives a \(one.type.rawValue) in one case and a \(other.type.rawValue) in the other"
      )
      return nil
    }
    return [one, other]
  }

  // MARK: Functions that take a name

  private mutating func checkCurve(
    _ function: String, _ arguments: [Expression], _ range: Range<Int>
  ) -> Typed? {
    let known = function == "CURVE" ? scope.curves : scope.steps
    guard checkCount(function, arguments, 2...2, range) else { return nil }
    let name = named(arguments[0], of: function, among: known)
    let x = check(arguments[1], as: .number, function)
    guard let name, let x else { return nil }
    return Typed(
      expression: function == "CURVE" ? .curve(name, x.expression) : .step(name, x.expression),
      type: .number)
  }

  private mutating func checkLookup(_ arguments: [Expression], _ range: Range<Int>) -> Typed? {
    guard checkCount("LOOKUP", arguments, 2...3, range) else { return nil }
    let name = named(arguments[0], of: "LOOKUP", among: scope.lookups)
    let text = check(arguments[1], as: .text, "LOOKUP")
    let fallback = arguments.count == 3 ? check(arguments[2], as: .number, "LOOKUP") : nil
    guard let name, let text, arguments.count == 2 || fallback != nil else { return nil }
    return Typed(
      expression: .lookup(name, text.expression, default: fallback?.expression), type: .number,
      unit: fallback?.unit)
  }

  private mutating func named(
    _ argument: Expression, of function: String, among known: Set<String>
  ) -> String? {
    let section = ["CURVE": "curves", "STEP": "steps"][function] ?? "lookups"
    guard case .name(let name, _, let range) = argument else {
      report(
        argument.range, "formula.type",
        "\(function) needs the name of one of the policy's \(section) first")
      return nil
    }
    guard known.contains(name) else {
      if scope.broken.contains(name) { return nil }
      report(
        range, "formula.unknown-name", "no entry of \(section) is named \(name)",
        suggestion: Spelling.didYouMean(name, among: known.sorted()))
      return nil
    }
    return name
  }

  private mutating func checkConvert(_ arguments: [Expression], _ range: Range<Int>) -> Typed? {
    guard checkCount("CONVERT", arguments, 2...2, range) else { return nil }
    let value = check(arguments[0], as: .number, "CONVERT")
    let written = source(arguments[1].range)
    guard let target = Unit(written) else {
      report(
        arguments[1].range, "formula.unknown-unit", "there is no unit \(written)",
        suggestion: Spelling.didYouMean(written, among: NamedUnit.allCases.map(\.rawValue)))
      return nil
    }
    guard let value else { return nil }
    guard let unit = value.unit, let factor = unit.conversion(to: target) else {
      report(
        range, "formula.unit",
        value.unit.map { "\($0) cannot be converted to \(target)" }
          ?? "\(source(arguments[0].range)) has no unit to convert from",
        suggestion: value.unit == nil ? "give the column or parameter a unit" : nil)
      return nil
    }
    var expression = value.expression
    if factor.numerator != 1 {
      expression = .arithmetic(.multiply, expression, .number(factor.numerator))
    }
    if factor.denominator != 1 {
      expression = .arithmetic(.divide, expression, .number(factor.denominator))
    }
    return Typed(expression: expression, type: .number, unit: target)
  }

  // MARK: Aggregates

  private mutating func checkAggregate(
    _ function: AggregateFunction, _ table: String, _ column: String, _ range: Range<Int>
  ) -> Typed? {
    guard let rows = scope.details[table] else {
      if scope.broken.contains(table) { return nil }
      report(
        range, "formula.unknown-name",
        scope.details.isEmpty
          ? "there is no detail table to aggregate here" : "no detail table is named \(table)",
        suggestion: table == scope.subjectTable
          ? "\(table) is the subject table, of which a formula sees one row: write \(column)"
          : Spelling.didYouMean(table, among: scope.details.keys.sorted()))
      return nil
    }
    guard let entry = rows[column] else {
      if scope.broken.contains(column) { return nil }
      report(
        range, "formula.unknown-name", "the table \(table) has no column or formula \(column)",
        suggestion: Spelling.didYouMean(column, among: rows.keys.sorted()))
      return nil
    }
    guard entry.type == .number || function == .count else {
      report(
        range, "formula.type",
        "\(function.rawValue) needs numbers, and \(table).\(column) is a \(entry.type.rawValue)")
      return nil
    }
    return Typed(
      expression: .aggregate(function, table: table, entry.reference, condition: nil),
      type: .number,
      unit: function == .count ? Unit(.count) : entry.unit)
  }

  private func hasGroup(_ arguments: [Expression]) -> Bool {
    guard arguments.count == 2, case .name(let name, _, _)? = arguments.last else { return false }
    return name == "ALL" || scope.values[name]?.type == .text
  }

  private mutating func reportAggregate(
    _ function: AggregateFunction, _ arguments: [Expression], _ range: Range<Int>
  ) -> Typed? {
    if arguments.count == 2 {
      report(
        range, "formula.not-yet",
        "statistics over the population, such as \(function.rawValue)(x, group), are not offered by "
          + "this version of Steelyard")
    } else {
      report(
        range, "formula.type",
        "\(function.rawValue) needs a column of a detail table, such as "
          + "\(function.rawValue)(business.income)",
        suggestion: function == .sum ? "write a + b for the sum of values of one row" : nil)
    }
    return nil
  }

  // MARK: Arguments

  private mutating func checkAll(
    _ name: String, _ arguments: [Expression], _ range: Range<Int>, as type: ValueType,
    count: ClosedRange<Int>
  ) -> [Typed]? {
    guard checkCount(name, arguments, count, range) else { return nil }
    let checked = arguments.map { check($0, as: type, name) }
    let present = checked.compactMap { $0 }
    return present.count == checked.count ? present : nil
  }

  private mutating func checkCount(
    _ name: String, _ arguments: [Expression], _ count: ClosedRange<Int>, _ range: Range<Int>
  ) -> Bool {
    if count.contains(arguments.count) { return true }
    let expected =
      count.upperBound == .max
      ? "at least \(count.lowerBound)"
      : count.lowerBound == count.upperBound
        ? "\(count.lowerBound)" : "\(count.lowerBound) or \(count.upperBound)"
    let isOne = (count.upperBound == .max ? count.lowerBound : count.upperBound) == 1
    report(
      range, "formula.argument-count",
      "\(name) takes \(expected) argument\(isOne ? "" : "s"), not \(arguments.count)",
      suggestion: Self.usage[name])
    return false
  }

  private static let usage: [String: String] = [
    "IF": "IF(condition, value if true, value if false)",
    "ROUND": "ROUND(x, places)", "ROUNDUP": "ROUNDUP(x, places)",
    "ROUNDDOWN": "ROUNDDOWN(x, places)", "CLAMP": "CLAMP(x, low, high)",
    "IFMISSING": "IFMISSING(x, value if missing)", "CURVE": "CURVE(name, x)",
    "STEP": "STEP(name, x)", "LOOKUP": "LOOKUP(name, text, default)",
    "CONVERT": "CONVERT(x, unit)", "POWER": "POWER(x, y)",
  ]
}
