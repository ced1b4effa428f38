import ScorecardPolicy

/// What a policy's formulas do with the columns of its tables, as far as made-up data should know.
struct PolicyUse {
  /// A column of a table.
  struct ColumnName: Hashable {
    let table: String
    let column: String
  }

  /// Columns that stand below a division line.
  private(set) var divisors: Set<ColumnName> = []
  /// Text columns that people are grouped by.
  private(set) var groups: Set<ColumnName> = []
  /// The texts that columns are compared with or looked up as, in the order met.
  private(set) var texts: [ColumnName: [String]] = [:]

  private let policy: Policy
  private var formulas: [String: [String: CheckedExpression]] = [:]
  private var subjects: String { policy.tables[0].name }

  /// Looks through all formulas of a policy.
  init(_ policy: Policy) {
    self.policy = policy
    for table in policy.tables {
      formulas[table.name] = Dictionary(
        table.formulas.map { ($0.name, $0.formula.expression) },
        uniquingKeysWith: { first, _ in first })
    }
    for table in policy.tables {
      for formula in table.formulas { look(at: formula.formula.expression, in: table.name) }
    }
    for formula in subjectFormulas { look(at: formula.expression, in: subjects) }
    for name in policy.rankings.compactMap(\.within) + policy.grades.compactMap(\.within) {
      groups.insert(ColumnName(table: subjects, column: name))
    }
    for weights in [policy.scorecard.weights] + policy.scorecard.dimensions.map(\.weights) {
      guard case .by(let column, let choices) = weights else { continue }
      add(choices.map(\.value), to: ColumnName(table: subjects, column: column))
    }
  }

  private var subjectFormulas: [Formula] {
    var result = policy.scorecard.dimensions.flatMap(\.measures).flatMap {
      [$0.when, $0.score].compactMap(\.self)
    }
    for gate in policy.gates {
      result += [gate.when].compactMap(\.self)
      for amount in gate.effects.map(\.amount) {
        if case .formula(let formula) = amount { result.append(formula) }
      }
    }
    return result + policy.results.map(\.formula)
  }

  private mutating func look(at expression: CheckedExpression, in table: String) {
    switch expression {
    case .arithmetic(.divide, _, let divisor): addDivisors(divisor, in: table)
    case .compareText(_, let left, let right):
      for (one, other) in [(left, right), (right, left)] {
        guard case .value(let value) = one, value.source == .column, case .text(let text) = other
        else { continue }
        add([text], to: ColumnName(table: table, column: value.name))
      }
    case .lookup(let name, .value(let value), let fallback):
      guard value.source == .column, fallback == nil else { break }
      let keys = policy.lookups.first { $0.name == name }?.entries.map(\.key) ?? []
      add(keys, to: ColumnName(table: table, column: value.name))
    case .statistic(_, _, let group?, _):
      if group.source == .column { groups.insert(ColumnName(table: table, column: group.name)) }
    case .aggregate(_, let other, _, let condition?): look(at: condition, in: other)
    default: break
    }
    for operand in expression.operands { look(at: operand, in: table) }
  }

  private mutating func addDivisors(_ expression: CheckedExpression, in table: String) {
    switch expression {
    case .value(let value):
      if value.source == .column {
        divisors.insert(ColumnName(table: table, column: value.name))
      } else if let formula = formulas[table]?[value.name] {
        addDivisors(formula, in: table)
      }
    case .aggregate(_, let other, let value, _): addDivisors(.value(value), in: other)
    default: for operand in expression.operands { addDivisors(operand, in: table) }
    }
  }

  private mutating func add(_ found: [String], to column: ColumnName) {
    for text in found where !texts[column, default: []].contains(text) {
      texts[column, default: []].append(text)
    }
  }
}
