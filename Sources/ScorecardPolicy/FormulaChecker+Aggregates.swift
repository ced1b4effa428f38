import Diagnostics
import LocatedYAML

// Functions over the detail rows of a subject.
extension FormulaChecker {
  mutating func checkAggregate(
    _ function: AggregateFunction, _ arguments: [Expression], _ range: Range<Int>
  ) -> Typed? {
    let name = function.rawValue
    if arguments.count != 1, function.needsOrder || arguments.isEmpty {
      _ = checkCount(name, arguments, 1...1, range)
      return nil
    }
    guard let column = detailColumn(name, function, arguments[0], range) else { return nil }
    return aggregate(function, column, condition: nil)
  }

  /// Checks `SUMIF(table.column, condition)` and its like.
  mutating func checkConditional(
    _ name: String, _ function: AggregateFunction, _ arguments: [Expression], _ range: Range<Int>
  ) -> Typed? {
    guard checkCount(name, arguments, 2...2, range) else { return nil }
    let column = detailColumn(name, function, arguments[0], range)
    guard case .member(let table, _, _) = arguments[0], scope.details[table] != nil else {
      return nil
    }
    let condition = checkCondition(arguments[1], of: name, table)
    guard let column, let condition else { return nil }
    return aggregate(function, column, condition: condition.expression)
  }

  private func aggregate(
    _ function: AggregateFunction, _ column: (table: String, entry: FormulaScope.Entry),
    condition: CheckedExpression?
  ) -> Typed {
    let isCount = function == .count || function == .streak
    return Typed(
      expression: .aggregate(
        function, table: column.table, column.entry.reference, condition: condition),
      type: isCount ? .number : column.entry.type,
      unit: isCount ? Unit(.count) : column.entry.unit,
      isScaled: !isCount && column.entry.isScaled)
  }

  // MARK: The column

  /// The detail table's column that an aggregate takes, when it fits.
  private mutating func detailColumn(
    _ name: String, _ function: AggregateFunction, _ argument: Expression, _ range: Range<Int>
  ) -> (table: String, entry: FormulaScope.Entry)? {
    if let condition {
      report(
        range, "formula.condition",
        "the condition of \(condition.function) sees one row of \(condition.table), and \(name) "
          + "needs many",
        suggestion: "name the \(name) as a formula of its own, and compare outside the condition")
      return nil
    }
    guard case .member(let table, let column, let place) = argument else {
      reportNoColumn(name, argument, range)
      return nil
    }
    guard let entry = detailEntry(table, column, place) else { return nil }
    guard !function.needsOrder || scope.orderedTables.contains(table) else {
      report(
        place, "formula.no-order",
        "\(name) looks at rows in their order, and the table \(table) has none",
        suggestion: "add order: with the column of the period to tables.\(table)")
      return nil
    }
    guard Self.types(of: function).contains(entry.type) else {
      reportType(name, function, "\(table).\(column)", entry.type, place)
      return nil
    }
    return (table, entry)
  }

  private static func types(of function: AggregateFunction) -> [ValueType] {
    switch function {
    case .sum, .average: [.number]
    case .minimum, .maximum: [.number, .date, .period]
    case .streak: [.truth]
    case .count, .first, .last: ValueType.allCases
    }
  }

  private mutating func reportType(
    _ name: String, _ function: AggregateFunction, _ column: String, _ type: ValueType,
    _ range: Range<Int>
  ) {
    let types = Self.types(of: function).map { "\($0.rawValue)s" }
    let needed =
      types.count == 1
      ? types[0] : types.dropLast().joined(separator: ", ") + " or \(types[types.count - 1])"
    report(
      range, "formula.type", "\(name) needs \(needed), and \(column) is a \(type.rawValue)",
      suggestion: function == .streak
        ? "name the condition as a formula of the table, such as met: actual >= plan, and write "
          + "STREAK(table.met)"
        : "COUNT(\(column)) counts its rows")
  }

  private mutating func reportNoColumn(
    _ name: String, _ argument: Expression, _ range: Range<Int>
  ) {
    var owner: String?
    if case .name(let column, _, _) = argument {
      let tables = scope.details.filter { $0.value[column] != nil }.keys.sorted()
      owner = tables.first.map { "\($0).\(column)" }
    }
    let isConditional = Self.conditionalFunctions[name] != nil
    let isStatistic = PopulationFunction(rawValue: name) != nil
    report(
      range, "formula.type",
      "\(name) needs a column of a detail table, such as "
        + "\(name)(\(name == "STREAK" ? "business.met" : "business.income")"
        + "\(isConditional ? ", condition" : ""))",
      suggestion: owner.map { "write \($0)" } ?? tableAdvice(name, argument)
        ?? (name == "SUM"
          ? "write a + b for the sum of values of one row, SUM(x, group) for that of many subjects"
          : isStatistic ? "write \(name)(x, group) for the \(name) of many subjects" : nil))
  }

  /// What to do about a detail table alone, or a computation of its columns.
  private func tableAdvice(_ name: String, _ argument: Expression) -> String? {
    if case .name(let table, _, _) = argument, let rows = scope.details[table] {
      let column = rows.keys.min().map { "\(table).\($0)" } ?? "\(table).column"
      return "write one of its columns, such as \(name)(\(column))"
    }
    guard let table = detailTable(in: argument) else { return nil }
    return
      "name \(source(argument.range)) as a formula of the table, under tables.\(table).formulas, "
      + "and write \(name)(\(table).its_name)"
  }

  /// The first detail table of whose columns something is computed.
  private func detailTable(in expression: Expression) -> String? {
    switch expression {
    case .member(let table, _, _): scope.details[table] == nil ? nil : table
    case .negate(let operand, _): detailTable(in: operand)
    case .binary(_, let left, let right, _): detailTable(in: left) ?? detailTable(in: right)
    case .call(_, let arguments, _): arguments.lazy.compactMap(detailTable).first
    case .number, .text, .name: nil
    }
  }

  private mutating func detailEntry(
    _ table: String, _ column: String, _ range: Range<Int>
  ) -> FormulaScope.Entry? {
    guard let rows = scope.details[table] else {
      if scope.broken.contains(table) { return nil }
      let isScore = scope.measures[table]?[column] != nil
      report(
        range, "formula.unknown-name",
        isScore
          ? "\(table).\(column) is one score, not a column of a detail table"
          : scope.details.isEmpty
            ? "there is no detail table to aggregate here" : "no detail table is named \(table)",
        suggestion: isScore
          ? "add a group for the scores of many subjects: \(table).\(column), ALL"
          : table == scope.subjectTable
            ? "\(table) is the subject table, of which a formula sees one row: write \(column)"
            : nearest(to: table, among: scope.details.keys.sorted()))
      return nil
    }
    if let entry = rows[column] { return entry }
    if scope.broken.contains(column) { return nil }
    report(
      range, "formula.unknown-name", "the table \(table) has no column or formula \(column)",
      suggestion: nearest(to: column, among: rows.keys.sorted()))
    return nil
  }

  // MARK: The condition

  private mutating func checkCondition(
    _ condition: Expression, of function: String, _ table: String
  ) -> Typed? {
    let outer = scope
    scope = outer.ofDetailRow(table)
    self.condition = DetailCondition(table: table, function: function, subject: outer)
    defer {
      scope = outer
      self.condition = nil
    }
    guard let checked = check(condition) else { return nil }
    if checked.type == .truth { return checked }
    let text = source(condition.range)
    let isLiteral =
      switch checked.expression {
      case .text, .number: true
      default: false
      }
    report(
      condition.range, "formula.type",
      "the condition of \(function) needs a truth, and \(text) is a \(checked.type.rawValue)",
      suggestion: "write it as a comparison, such as "
        + (isLiteral ? "column = \(text)" : "\(text) = \(checked.type == .text ? "\"x\"" : "0")"))
    return nil
  }
}
