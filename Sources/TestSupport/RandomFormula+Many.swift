import ScorecardPolicy

// Functions over a subject's detail rows, and over the subjects of a group.
extension RandomFormula {
  // MARK: Detail rows

  /// A plain number of a subject's detail rows.
  mutating func aggregateNumber() -> String {
    let detail = pick(names.details)
    let types = detail.names.values
    switch roll(8) {
    case 0:
      let any = pick(types.keys.sorted { $0.rawValue < $1.rawValue }.flatMap { types[$0] ?? [] })
      return chance(2)
        ? "COUNT(\(detail.table).\(any))" : "COUNTIF(\(detail.table).\(any), \(condition(detail)))"
    case 1 where detail.isOrdered:
      return "STREAK(\(detail.table).\(pick(types[.truth] ?? ["c4"])))"
    default: break
    }
    let name = pick(types[.number] ?? ["c1"])
    let column = "\(detail.table).\(name)"
    let unit = detail.names.units[name]
    if detail.isOrdered, chance(4) { return plain("\(pick(["FIRST", "LAST"]))(\(column))", unit) }
    let function = pick(["SUM", "AVERAGE", "MIN", "max", "Sum"])
    return plain(
      chance(2) ? "\(function)(\(column))" : "\(function)IF(\(column), \(condition(detail)))", unit)
  }

  /// A text, truth, date or period of a subject's detail rows; nil where there is none.
  mutating func aggregate(_ type: ValueType) -> String? {
    let details = names.details.filter { $0.names.values[type] != nil }
    guard !details.isEmpty else { return nil }
    let detail = pick(details)
    let column = "\(detail.table).\(pick(detail.names.values[type] ?? ["c1"]))"
    if type == .date || type == .period, !detail.isOrdered || chance(2) {
      return chance(2)
        ? call(pick(["MIN", "MAX"]), column)
        : call(pick(["MINIF", "MAXIF"]), column, condition(detail))
    }
    return detail.isOrdered ? call(pick(["FIRST", "LAST"]), column) : nil
  }

  /// A truth of one row of the detail table.
  private mutating func condition(_ detail: Detail) -> String {
    var names = detail.names
    names.details = []
    var writer = RandomFormula(names: names, generator: generator)
    defer { generator = writer.generator }
    return writer.truth(writer.roll(3))
  }

  // MARK: The population

  /// A number of the subjects of a group.
  mutating func statistic(_ depth: Int) -> String {
    let group = self.group()
    switch roll(10) {
    case 0:
      let type = pick([ValueType.number, .truth, .text])
      return call("COUNT", formula(type, depth: depth - 1), group)
    case 1...3:
      let function = pick(["RANK", "PERCENTRANK"])
      return chance(2)
        ? call(function, number(depth - 1), group, "\(roll(10))")
        : call(function, number(depth - 1), group)
    default:
      let function = pick(["SUM", "average", "MIN", "MAX", "MEDIAN", "STDEV"])
      return call(function, number(depth - 1), group)
    }
  }

  /// All subjects, or those with the same text.
  mutating func group() -> String { pick(names.groups + ["ALL"]) }
}
