import ScorecardPolicy
import SeededRandom

/// Writes random formulas that are right by construction: names that exist, types and units that fit.
struct RandomFormula {
  /// What a formula may name.
  struct Names {
    /// The values of the row, by their types.
    var values: [ValueType: [String]] = [:]
    /// The texts that make groups of the population.
    var groups: [String] = []
    var parameters: [String] = []
    var curves: [CurveKind: [String]] = [:]
    var lookups: [String] = []
    /// Detail tables with what the formulas of their rows may name.
    var details: [Detail] = []
    /// Whether functions over the population may be used.
    var seesPopulation = false
    /// Whether what no database computes to the bit is left out.
    var isForSQL = false
    /// The units of numbers that have one, by name.
    var units: [String: String] = [:]
  }

  /// A detail table.
  struct Detail {
    let table: String
    let isOrdered: Bool
    let names: Names
  }

  /// The texts that formulas, lookups and cells take theirs from: near ones, other scripts, and one
  /// letter spelled in two ways.
  static let texts = ["a", "b", "Z", "zz", "10", "中文", "\u{E9}", "e\u{301}", "no"]

  private static let literals = [
    "0", "1", "2", "0.5", "0.1", "100", "3", "10%", "0.7%", "1e3", "1.5万", "7.25", "1e200", "1e-7",
  ]

  let names: Names
  var generator: SplitMix64

  /// A formula of a type; deeper ones are longer.
  mutating func formula(_ type: ValueType, depth: Int) -> String {
    switch type {
    case .number: number(depth)
    case .truth: truth(depth)
    case .text, .date, .period: other(type, depth)
    }
  }

  // MARK: Numbers

  mutating func number(_ depth: Int) -> String {
    if depth <= 0 || chance(6) { return leaf() }
    switch roll(30) {
    case 0...2: return "\(number(depth - 1)) + \(factor(depth - 1))"
    case 3: return "\(number(depth - 1)) - \(factor(depth - 1))"
    case 4...6: return "\(factor(depth - 1)) * \(factor(depth - 1))"
    case 7, 8: return "\(factor(depth - 1)) / \(factor(depth - 1))"
    case 9: return "-\(factor(depth - 1))"
    case 10, 11: return call("IF", truth(depth - 1), number(depth - 1), number(depth - 1))
    case 12: return call(pick(["MIN", "max"]), number(depth - 1), number(depth - 1), leaf())
    case 13 where names.isForSQL:
      return call(pick(["ABS", "SQRT"]), number(depth - 1))
    case 13: return call(pick(UnaryFunction.allCases).rawValue, number(depth - 1))
    case 14...16 where names.isForSQL:
      let function = pick(["ROUND", "ROUNDUP", "ROUNDDOWN"])
      return call(function, number(depth - 1), pick(["2", "0", "1", "4"]))
    case 14...16:
      let second = pick(["2", "0", "1", "-1", leaf()])
      return call(pick(BinaryFunction.allCases).rawValue, number(depth - 1), second)
    case 17: return call("CLAMP", number(depth - 1), leaf(), number(depth - 1))
    case 18: return call("IFMISSING", number(depth - 1), number(depth - 1))
    case 19...21: return ratio(depth)
    case 22...25 where names.seesPopulation: return statistic(depth)
    default: return named(depth)
    }
  }

  /// A call that needs a name of the policy, or a leaf where there is none.
  private mutating func named(_ depth: Int) -> String {
    switch roll(4) {
    case 0, 1:
      let kind = pick(CurveKind.allCases)
      guard let curves = names.curves[kind] else { return leaf() }
      return call(kind.rawValue, pick(curves), number(depth - 1))
    case 2:
      if names.lookups.isEmpty { return leaf() }
      let arguments =
        [pick(names.lookups), other(.text, depth - 1)] + (chance(4) ? [] : [number(depth - 1)])
      return "LOOKUP(\(arguments.joined(separator: ", ")))"
    default:
      guard let type = [ValueType.date, .period].first(where: { names.values[$0] != nil }) else {
        return leaf()
      }
      return type == .date
        ? "(\(other(.date, depth - 1)) - \(other(.date, 0))) / \(Self.one("day"))"
        : call("IF", truth(depth - 1), leaf(), number(depth - 1))
    }
  }

  private mutating func factor(_ depth: Int) -> String {
    let inner = number(depth)
    return inner.contains(" ") || inner.hasPrefix("-") ? "(\(inner))" : inner
  }

  mutating func leaf() -> String {
    if !names.details.isEmpty, chance(4) { return aggregateNumber() }
    let numbers = names.values[.number] ?? []
    if numbers.isEmpty || chance(4) {
      return pick(names.isForSQL ? Self.literals.filter { $0 != "1e200" } : Self.literals)
    }
    if !names.parameters.isEmpty, chance(6) { return pick(names.parameters) }
    let name = pick(numbers)
    return plain(name, names.units[name])
  }

  // MARK: Truths

  mutating func truth(_ depth: Int) -> String {
    let truths = names.values[.truth] ?? []
    if depth <= 0 {
      if !truths.isEmpty, chance(2) { return pick(truths) }
      let left = chance(4) ? "1 / \(leaf())" : leaf()
      return "\(left) \(comparison()) \(leaf())"
    }
    switch roll(15) {
    case 0...2: return "\(number(depth - 1)) \(comparison()) \(number(depth - 1))"
    case 3, 4: return "\(other(.text, depth - 1)) \(comparison()) \(other(.text, depth - 1))"
    case 5: return "(\(truth(depth - 1))) \(comparison()) (\(truth(depth - 1)))"
    case 6, 7: return call(pick(["AND", "OR"]), truth(depth - 1), truth(depth - 1))
    case 8: return call(pick(["AND", "OR"]), truth(0), truth(depth - 1), truth(0))
    case 9: return call("NOT", truth(depth - 1))
    case 10: return call("ISMISSING", formula(pick(knownTypes), depth: depth - 1))
    case 11: return quantityComparison(depth)
    case 12:
      let type = pick(knownTypes)
      guard type == .date || type == .period else { return truth(depth - 1) }
      return "\(other(type, depth - 1)) \(comparison()) \(other(type, 0))"
    case 13: return names.details.isEmpty ? truth(0) : aggregate(.truth) ?? truth(depth - 1)
    default:
      return chance(2)
        ? call("IF", truth(depth - 1), truth(depth - 1), pick(["TRUE", "false"]))
        : call("IFMISSING", truth(depth - 1), truth(0))
    }
  }

  /// The types that the row has values of; always numbers, truths and texts.
  private var knownTypes: [ValueType] {
    ValueType.allCases.filter {
      [.number, .truth, .text].contains($0) || names.values[$0] != nil
    }
  }

  mutating func comparison() -> String { pick(["=", "<>", "<", "<=", ">", ">="]) }

  // MARK: Texts, dates and periods

  /// Of a type that the row has values of, unless it is text.
  mutating func other(_ type: ValueType, _ depth: Int) -> String {
    let known = names.values[type] ?? []
    let literal =
      switch type {
      case .date: pick(["\"2025-06-30\"", "\"2026年1月2日\""])
      case .period: pick(["\"2025-06\"", "\"2025Q3\"", "\"2026\""])
      default: "\"\(pick(Self.texts))\""
      }
    // A literal alone would be a text.
    if known.isEmpty { return literal }
    if type == .text, chance(5) { return literal }
    if chance(6), let aggregate = aggregate(type) { return aggregate }
    if depth <= 0 || !chance(3) { return pick(known) }
    switch roll(type == .text ? 2 : 4) {
    case 0: return call("IF", truth(depth - 1), other(type, depth - 1), literal)
    case 1: return call("IFMISSING", other(type, depth - 1), literal)
    case 2: return call(pick(["MIN", "MAX"]), other(type, depth - 1), literal)
    default:
      return names.seesPopulation
        ? call(pick(["MIN", "MAX"]), other(type, depth - 1), group()) : pick(known)
    }
  }

  // MARK: Dice

  func call(_ name: String, _ arguments: String...) -> String {
    "\(name)(\(arguments.joined(separator: ", ")))"
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &generator)]
  }

  /// A number from 0 up to, not including, `sides`.
  mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &generator) }

  /// True once in so many times.
  mutating func chance(_ one: Int) -> Bool { roll(one) == 0 }
}
