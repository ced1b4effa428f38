import ScorecardPolicy

/// Writes random formulas that are right by construction: names that exist, types that fit.
struct RandomFormula {
  /// What a formula may name.
  struct Names {
    var numbers: [String] = []
    var texts: [String] = []
    var truths: [String] = []
    /// Numbers with a unit, each with the units that it can be converted to.
    var convertible: [(name: String, targets: [String])] = []
    var parameters: [String] = []
    var curves: [String] = []
    var steps: [String] = []
    var lookups: [String] = []
    /// Detail tables with the numbers and the other values of their rows.
    var details: [(table: String, numbers: [String], others: [String])] = []
    /// The units of numbers that have one, by name or by `table.name`.
    var units: [String: String] = [:]
  }

  /// The units whose numbers mix with no others.
  static let namedUnits = ["CNY", "CNY10k", "CNY100m", "year", "month", "day", "hour", "minute"]

  /// The name of the parameter that is 1 of a unit, by which plain numbers are made of others.
  static func one(_ unit: String) -> String { "one_\(unit)" }

  /// The texts that formulas, lookups and cells take theirs from: near ones, other scripts, and one
  /// letter spelled in two ways.
  static let texts = ["a", "b", "Z", "zz", "10", "中文", "\u{E9}", "e\u{301}", "no"]

  private static let literals = [
    "0", "1", "2", "0.5", "0.1", "100", "3", "10%", "0.7%", "1e3", "1.5万", "7.25",
    "(1500元 / one_CNY)",
    "1e200", "(30万元 / one_CNY10k)", "1e-7",
  ]

  let names: Names
  var generator: SeededGenerator

  /// A formula of a type; deeper ones are longer.
  mutating func formula(_ type: ValueType, depth: Int) -> String {
    switch type {
    case .number, .date, .period: number(depth)
    case .truth: truth(depth)
    case .text: text(depth)
    }
  }

  // MARK: Numbers

  private mutating func number(_ depth: Int) -> String {
    if depth <= 0 || chance(6) { return leaf() }
    switch Int.random(in: 0..<24, using: &generator) {
    case 0...2: return "\(number(depth - 1)) + \(factor(depth - 1))"
    case 3: return "\(number(depth - 1)) - \(factor(depth - 1))"
    case 4...6: return "\(factor(depth - 1)) * \(factor(depth - 1))"
    case 7, 8: return "\(factor(depth - 1)) / \(factor(depth - 1))"
    case 9: return "-\(factor(depth - 1))"
    case 10, 11: return call("IF", truth(depth - 1), number(depth - 1), number(depth - 1))
    case 12: return call(pick(["MIN", "max"]), number(depth - 1), number(depth - 1), leaf())
    case 13: return call(pick(["ABS", "SQRT", "LN", "EXP"]), number(depth - 1))
    case 14: return call("POWER", number(depth - 1), pick(["2", "0.5", "-1", "0", leaf()]))
    case 15, 16:
      let places = pick(["2", "0", "-1", "1.9", "400", leaf()])
      return call(pick(["ROUND", "ROUNDUP", "ROUNDDOWN"]), number(depth - 1), places)
    case 17: return call("CLAMP", number(depth - 1), leaf(), number(depth - 1))
    case 18: return call("IFMISSING", number(depth - 1), number(depth - 1))
    default: return named(depth)
    }
  }

  /// A call that needs a name of the policy, or a leaf where there is none.
  private mutating func named(_ depth: Int) -> String {
    switch Int.random(in: 0..<4, using: &generator) {
    case 0:
      return names.curves.isEmpty ? leaf() : call("CURVE", pick(names.curves), number(depth - 1))
    case 1: return names.steps.isEmpty ? leaf() : call("STEP", pick(names.steps), number(depth - 1))
    case 2:
      if names.lookups.isEmpty { return leaf() }
      let arguments =
        [pick(names.lookups), text(depth - 1)] + (chance(4) ? [] : [number(depth - 1)])
      return "LOOKUP(\(arguments.joined(separator: ", ")))"
    default:
      if names.convertible.isEmpty { return leaf() }
      let (name, targets) = pick(names.convertible)
      let target = pick(targets)
      return plain(call("CONVERT", name, target), target)
    }
  }

  private mutating func factor(_ depth: Int) -> String {
    let inner = number(depth)
    return inner.contains(" ") || inner.hasPrefix("-") ? "(\(inner))" : inner
  }

  private mutating func leaf() -> String {
    if !names.details.isEmpty, chance(4) { return aggregate() }
    if names.numbers.isEmpty || chance(4) { return pick(Self.literals) }
    if !names.parameters.isEmpty, chance(6) { return pick(names.parameters) }
    let name = pick(names.numbers)
    return plain(name, names.units[name])
  }

  /// The number without its unit, unless it mixes with plain numbers anyway.
  private func plain(_ formula: String, _ unit: String?) -> String {
    guard let unit, Self.namedUnits.contains(unit) else { return formula }
    return "(\(formula) / \(Self.one(unit)))"
  }

  private mutating func aggregate() -> String {
    let (table, numbers, others) = pick(names.details)
    if chance(5) { return "COUNT(\(table).\(pick(numbers + others)))" }
    let column = "\(table).\(pick(numbers))"
    return plain("\(pick(["SUM", "AVERAGE", "MIN", "max", "Sum"]))(\(column))", names.units[column])
  }

  // MARK: Truths and texts

  private mutating func truth(_ depth: Int) -> String {
    if depth <= 0 {
      if !names.truths.isEmpty, chance(2) { return pick(names.truths) }
      let left = chance(4) ? "1 / \(leaf())" : leaf()
      return "\(left) \(pick(Self.comparisons)) \(leaf())"
    }
    switch Int.random(in: 0..<12, using: &generator) {
    case 0...2: return "\(number(depth - 1)) \(pick(Self.comparisons)) \(number(depth - 1))"
    case 3, 4: return "\(text(depth - 1)) \(pick(Self.comparisons)) \(text(depth - 1))"
    case 5: return "(\(truth(depth - 1))) \(pick(Self.comparisons)) (\(truth(depth - 1)))"
    case 6, 7: return call(pick(["AND", "OR"]), truth(depth - 1), truth(depth - 1))
    case 8: return call(pick(["AND", "OR"]), truth(0), truth(depth - 1), truth(0))
    case 9: return call("NOT", truth(depth - 1))
    case 10: return call("ISMISSING", formula(pick(ValueType.allCases), depth: depth - 1))
    default:
      return chance(2)
        ? call("IF", truth(depth - 1), truth(depth - 1), pick(["TRUE", "false"]))
        : call("IFMISSING", truth(depth - 1), truth(0))
    }
  }

  private static let comparisons = ["=", "<>", "<", "<=", ">", ">="]

  private mutating func text(_ depth: Int) -> String {
    let literal = "\"\(pick(Self.texts))\""
    if names.texts.isEmpty || chance(5) { return literal }
    if depth <= 0 || !chance(4) { return pick(names.texts) }
    return chance(2)
      ? call("IF", truth(depth - 1), text(depth - 1), literal)
      : call("IFMISSING", text(depth - 1), literal)
  }

  // MARK: Dice

  private func call(_ name: String, _ arguments: String...) -> String {
    "\(name)(\(arguments.joined(separator: ", ")))"
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &generator)]
  }

  /// True once in so many times.
  private mutating func chance(_ one: Int) -> Bool {
    Int.random(in: 0..<one, using: &generator) == 0
  }
}
