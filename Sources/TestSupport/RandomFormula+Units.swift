// Numbers in units that mix with no others, and what makes plain numbers of them.
extension RandomFormula {
  /// The units whose numbers mix with no others, each with the literals of a number in it.
  private static let quantities: [(unit: String, literals: [String])] = [
    ("CNY", ["1500元", "0.5元"]), ("CNY10k", ["30万元", "0.01万元"]), ("CNY100m", ["2亿元"]),
    ("year", []), ("month", []), ("day", []), ("hour", []), ("minute", []),
  ]

  /// The units of one kind, between which numbers can be converted.
  private static let kinds = [
    ["CNY", "CNY10k", "CNY100m"], ["year", "month"], ["day", "hour", "minute"],
  ]

  /// Their names.
  static let namedUnits = quantities.map(\.unit)

  /// The name of the parameter that is 1 of a unit, by which plain numbers are made of others.
  static func one(_ unit: String) -> String { "one_\(unit)" }

  /// The number without its unit, unless it mixes with plain numbers anyway.
  func plain(_ formula: String, _ unit: String?) -> String {
    guard let unit, Self.namedUnits.contains(unit) else { return formula }
    return "(\(formula) / \(Self.one(unit)))"
  }

  /// A plain number made of quantities in one unit.
  mutating func ratio(_ depth: Int) -> String {
    let unit = unitOfSomeValue()
    let divisor = chance(2) ? Self.one(unit) : "(\(quantity(unit, depth - 1)))"
    return "(\(quantity(unit, depth - 1))) / \(divisor)"
  }

  /// Two quantities in one unit compared.
  mutating func quantityComparison(_ depth: Int) -> String {
    let unit = unitOfSomeValue()
    return "\(quantity(unit, depth - 1)) \(comparison()) \(quantity(unit, depth - 1))"
  }

  /// Mostly that of a value that there is.
  private mutating func unitOfSomeValue() -> String {
    let known = (names.values[.number] ?? []).compactMap { names.units[$0] }
      .filter(Self.namedUnits.contains)
    return pick(known.isEmpty || chance(5) ? Self.namedUnits : known)
  }

  /// A number in a unit.
  private mutating func quantity(_ unit: String, _ depth: Int) -> String {
    if depth <= 0 { return quantityLeaf(unit) }
    switch roll(9) {
    case 0: return "\(quantity(unit, depth - 1)) + \(quantity(unit, 0))"
    case 1: return "\(quantity(unit, depth - 1)) - \(quantity(unit, 0))"
    case 2: return "\(leaf()) * (\(quantity(unit, depth - 1)))"
    case 3: return call(pick(["MIN", "MAX"]), quantity(unit, depth - 1), quantity(unit, 0))
    case 4: return call("IF", truth(depth - 1), quantity(unit, depth - 1), quantity(unit, 0))
    case 5: return call("IFMISSING", quantity(unit, depth - 1), quantity(unit, 0))
    case 6: return call("ROUND", quantity(unit, depth - 1), pick(["0", "2"]))
    case 7 where names.seesPopulation:
      return call(pick(["SUM", "AVERAGE", "MEDIAN", "STDEV"]), quantity(unit, depth - 1), group())
    default: return quantityLeaf(unit)
    }
  }

  private mutating func quantityLeaf(_ unit: String) -> String {
    let numbers = names.values[.number] ?? []
    let own = numbers.filter { names.units[$0] == unit }
    if !own.isEmpty, !chance(4) { return pick(own) }
    let kind = Self.kinds.first { $0.contains(unit) } ?? []
    let others = numbers.filter { kind.contains(names.units[$0] ?? "") }
    if !others.isEmpty, !chance(4) { return call("CONVERT", pick(others), unit) }
    let literals = Self.quantities.first { $0.unit == unit }?.literals ?? []
    return pick([Self.one(unit), "12 * \(Self.one(unit))"] + literals)
  }
}
