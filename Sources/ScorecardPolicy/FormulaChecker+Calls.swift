import Diagnostics
import LocatedYAML

extension FormulaChecker {
  /// The functions over the detail rows for which a condition is true.
  static let conditionalFunctions: [String: AggregateFunction] = [
    "SUMIF": .sum, "AVERAGEIF": .average, "MINIF": .minimum, "MAXIF": .maximum, "COUNTIF": .count,
  ]

  private static let allFunctions: [String] =
    RowFunction.allCases.map(\.rawValue) + UnaryFunction.allCases.map(\.rawValue)
    + BinaryFunction.allCases.map(\.rawValue) + AggregateFunction.allCases.map(\.rawValue)
    + conditionalFunctions.keys.sorted() + PopulationFunction.allCases.map(\.rawValue)
    + CurveKind.allCases.map(\.rawValue) + ["LOOKUP", "CONVERT"]

  /// Checks a call of any function.
  mutating func checkCall(
    _ written: String, _ arguments: [Expression], _ range: Range<Int>
  ) -> Typed? {
    let name = written.uppercased()
    if let function = Self.conditionalFunctions[name] {
      return checkConditional(name, function, arguments, range)
    }
    if let function = AggregateFunction(rawValue: name), isOverDetailRows(function, arguments) {
      return checkAggregate(function, arguments, range)
    }
    if let function = PopulationFunction(rawValue: name), isOverPopulation(function, arguments) {
      return checkStatistic(function, arguments, range)
    }
    if let function = RowFunction(rawValue: name) {
      return checkRowFunction(function, arguments, range)
    }
    if let function = UnaryFunction(rawValue: name) {
      return checkUnary(function, arguments, range)
    }
    if let function = BinaryFunction(rawValue: name) {
      return checkBinary(function, arguments, range)
    }
    if let kind = CurveKind(rawValue: name) { return checkCurve(kind, arguments, range) }
    switch name {
    case "LOOKUP": return checkLookup(arguments, range)
    case "CONVERT": return checkConvert(arguments, range)
    default:
      report(
        range, "formula.unknown-function", "there is no function \(written)",
        suggestion: Self.substitutes[name] ?? nearest(to: name, among: Self.allFunctions))
      return nil
    }
  }

  /// Whether a call means the rows of a detail table: `MIN(a)` is of one row, `MIN(business.a)` of
  /// many.
  private func isOverDetailRows(
    _ function: AggregateFunction, _ arguments: [Expression]
  ) -> Bool {
    if RowFunction(rawValue: function.rawValue) == nil {
      return PopulationFunction(rawValue: function.rawValue) == nil || arguments.count < 2
    }
    guard case .member(let table, let column, _)? = arguments.first else { return false }
    return arguments.count == 1 && scope.measures[table]?[column] == nil
  }

  /// Whether a call means the population: `MIN(a, b)` is of one row, `MIN(a, ALL)` and `MIN(a, role)`
  /// are of many.
  private func isOverPopulation(
    _ function: PopulationFunction, _ arguments: [Expression]
  ) -> Bool {
    if RowFunction(rawValue: function.rawValue) == nil { return true }
    guard arguments.count == 2, case .name(let name, let isBracketed, _) = arguments[1] else {
      return false
    }
    return name == "ALL" && !isBracketed || scope.values[name]?.type == .text
  }

  // MARK: Arguments

  /// All arguments, when their number is right and each is of that type.
  mutating func checkAll(
    _ name: String, _ arguments: [Expression], _ range: Range<Int>, as type: ValueType,
    count: ClosedRange<Int>
  ) -> [Typed]? {
    guard checkCount(name, arguments, count, range) else { return nil }
    let checked = arguments.map { check($0, as: type, name) }
    let present = checked.compactMap { $0 }
    return present.count == checked.count ? present : nil
  }

  /// Whether the number of arguments is right; a fault otherwise.
  mutating func checkCount(
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
      suggestion: Self.usage(of: name))
    return false
  }

  /// How a function is called; nil where its name and a list of arguments say all.
  static func usage(of name: String) -> String? {
    usages[name] ?? BinaryFunction(rawValue: name)?.usage
      ?? CurveKind(rawValue: name)?.usage(of: "name")
  }

  private static let usages: [String: String] = [
    "IF": "IF(condition, value if true, value if false)",
    "CLAMP": "CLAMP(x, low, high)",
    "IFMISSING": "IFMISSING(x, value if missing)",
    "LOOKUP": "LOOKUP(name, text, default)",
    "CONVERT": "CONVERT(x, unit)",
    "SUMIF": "SUMIF(table.column, condition)", "AVERAGEIF": "AVERAGEIF(table.column, condition)",
    "MINIF": "MINIF(table.column, condition)", "MAXIF": "MAXIF(table.column, condition)",
    "COUNTIF": "COUNTIF(table.column, condition)", "FIRST": "FIRST(table.column)",
    "LAST": "LAST(table.column)", "STREAK": "STREAK(table.column)",
    "SUM": "SUM(table.column) or SUM(x, group)",
    "AVERAGE": "AVERAGE(table.column) or AVERAGE(x, group)",
    "COUNT": "COUNT(table.column) or COUNT(x, group)",
    "MEDIAN": "MEDIAN(x, group), where ALL is the group of all subjects",
    "STDEV": "STDEV(x, group), where ALL is the group of all subjects",
    "RANK": "RANK(x, group, decimals), where ALL is the group of all subjects",
    "PERCENTRANK": "PERCENTRANK(x, group, decimals), where ALL is the group of all subjects",
  ]
}
