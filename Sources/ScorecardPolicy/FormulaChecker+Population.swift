import Diagnostics
import LocatedYAML

// Functions over the subjects of a group, or over all.
extension FormulaChecker {
  mutating func checkStatistic(
    _ function: PopulationFunction, _ arguments: [Expression], _ range: Range<Int>
  ) -> Typed? {
    let name = function.rawValue
    let isRank = function == .rank || function == .percentRank
    guard seesPopulation(name, range),
      checkCount(name, arguments, isRank ? 2...3 : 2...2, range)
    else { return nil }
    let value = statisticValue(function, arguments)
    let group = group(arguments[1], of: name)
    let decimals = arguments.count == 3 ? decimals(arguments[2], of: name) : scope.decimals
    guard let value, let group, let decimals else { return nil }
    return Typed(
      expression: .statistic(
        function, value.expression, group: group.reference, decimals: decimals),
      type: [.minimum, .maximum].contains(function) ? value.type : .number,
      unit: Self.unit(of: function, value.unit), isScaled: value.isScaled)
  }

  private static func unit(of function: PopulationFunction, _ unit: Unit?) -> Unit? {
    switch function {
    case .count, .rank: Unit(.count)
    case .percentRank: Unit(.ratio)
    default: unit
    }
  }

  private mutating func seesPopulation(_ name: String, _ range: Range<Int>) -> Bool {
    if let condition {
      report(
        range, "formula.condition",
        "the condition of \(condition.function) sees one row of \(condition.table), and \(name) "
          + "over a group needs the population")
      return false
    }
    if scope.seesPopulation { return true }
    report(
      range, "formula.no-population",
      "\(name) over a group needs the population, and formulas of detail rows see no population",
      suggestion: "make it a formula of the subject, in formulas: at the top level")
    return false
  }

  // MARK: Arguments

  private mutating func statisticValue(
    _ function: PopulationFunction, _ arguments: [Expression]
  ) -> Typed? {
    if case .member(let table, let column, let range) = arguments[0],
      scope.measures[table]?[column] == nil, scope.details[table]?[column] != nil
    {
      let name = function.rawValue
      report(
        range, "formula.detail-alone",
        "\(table).\(column) is many rows, where \(name) over a group needs one value of each subject",
        suggestion: Self.conditionalFunctions["\(name)IF"] == nil
          ? "SUM(\(table).\(column)), or AVERAGE, MIN, MAX or COUNT of it"
          : "\(name)(SUM(\(table).\(column)), group) for subjects, \(name)IF(\(table).\(column), "
            + "condition) for some of one subject's rows")
      return nil
    }
    guard let value = check(arguments[0]) else { return nil }
    switch (function, value.type) {
    case (.count, _), (.minimum, .date), (.minimum, .period), (.maximum, .date),
      (.maximum, .period):
      return value
    default: return needed(value, as: .number, function.rawValue)
    }
  }

  /// The subjects that count: those with the same text in a column or formula, or all.
  private struct Group {
    /// Nil for all.
    let reference: ValueReference?
  }

  private mutating func group(_ argument: Expression, of name: String) -> Group? {
    guard case .name(let group, let isBracketed, let range) = argument else {
      report(
        argument.range, "formula.group",
        "the group of \(name) must be ALL or the name of a text column, not "
          + source(argument.range),
        suggestion: groupAdvice)
      return nil
    }
    if group == "ALL", !isBracketed { return Group(reference: nil) }
    if let entry = scope.values[group], entry.type == .text,
      [.column, .formula].contains(entry.reference.source)
    {
      return Group(reference: entry.reference)
    }
    if !scope.isComplete && scope.values[group] == nil || scope.broken.contains(group) {
      return nil
    }
    report(
      range, "formula.group",
      groupFault(group), suggestion: Spelling.didYouMean(group, among: groups) ?? groupAdvice)
    return nil
  }

  private func groupFault(_ name: String) -> String {
    guard let entry = scope.values[name] else {
      return "there is no group \(name): groups are ALL and the text columns of the subject table"
    }
    return switch entry.reference.source {
    case .key: "\(name) is the key, by which each subject would be a group of its own"
    case .grade: "\(name) is a grade, and groups are ALL and the text columns of the subject table"
    default: "\(name) is a \(entry.type.rawValue), and groups are texts"
    }
  }

  private var groups: [String] {
    let texts = scope.values.filter {
      $0.value.type == .text && [.column, .formula].contains($0.value.reference.source)
    }
    return ["ALL"] + texts.keys.sorted()
  }

  private var groupAdvice: String { "the groups here are \(groups.joined(separator: ", "))" }

  private mutating func decimals(_ argument: Expression, of name: String) -> Int? {
    if case .number(let value, nil, _) = argument, let decimals = Int(exactly: value),
      (0...9).contains(decimals)
    {
      return decimals
    }
    report(
      argument.range, "formula.decimals",
      "the decimals of \(name) must be a whole number from 0 to 9, written out, not "
        + source(argument.range),
      suggestion: "leave them out to compare as finely as the policy publishes scores")
    return nil
  }
}
