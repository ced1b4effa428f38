import ScorecardPolicy

// What follows from the scores of a random policy: gates, rankings, grades, results, payroll.
extension RandomPolicyWriter {
  mutating func writeAwards(_ dimensions: [(name: String, measures: [String])]) {
    let ranked = ["final", "total", "final"] + dimensions.map(\.name) + numbers.prefix(3)
    names.values[.number, default: []] +=
      ["total"] + dimensions.map(\.name)
      + dimensions.flatMap { dimension in dimension.measures.map { "\(dimension.name).\($0)" } }
    let rankings = (0..<roll(0...3)).map { "r\($0 + 1)" }
    let grades = (0..<roll(0...3)).map { "g\($0 + 1)" }
    writeGates(awards: rankings + grades)
    if !rankings.isEmpty { sections.append("rankings:") }
    for name in rankings { sections.append("  \(name): {by: \(pick(ranked))\(within())}") }
    if !grades.isEmpty { sections.append("grades:") }
    for name in grades { writeGrade(name, by: pick(ranked)) }
    names.values[.number, default: []] += ["final"] + rankings
    names.values[.text, default: []] += grades
    writeResults(rankings, grades)
  }

  private var numbers: [String] { names.values[.number] ?? [] }

  private mutating func within() -> String {
    if roll(0...1) == 0 { return "" }
    let groups = subjects.columns.filter { $0.type == .text }.map(\.name) + ["ALL"]
    return ", within: \(pick(groups))"
  }

  // MARK: Gates

  private mutating func writeGates(awards: [String]) {
    let count = max(0, roll(-2...3))
    if count > 0 { sections.append("gates:") }
    for index in 0..<count {
      var fields = roll(0...3) == 0 ? [] : ["when: '\(condition())'"]
      let effects = GateEffect.allCases.filter { _ in roll(0...1) == 0 }
      fields += effects.map { "\($0.rawValue): \(amount())" }
      if effects.isEmpty || roll(0...2) == 0 {
        let isWhole = awards.isEmpty || roll(0...1) == 0
        let some = awards.shuffled(using: &generator).prefix(max(1, awards.count / 2))
        fields.append("ineligible: \(isWhole ? "true" : "[\(some.joined(separator: ", "))]")")
      }
      if roll(0...2) == 0 { fields.append("because: a reason") }
      sections.append("  gate\(index + 1): {\(fields.joined(separator: ", "))}")
    }
  }

  private mutating func amount() -> String {
    if roll(0...1) == 0 { return "\(roll(-4...60))" }
    let amount = formula(.number, depth: roll(0...2))
    return roll(0...2) == 0 ? "'\(amount)'" : "'CLAMP(IFMISSING(\(amount), 1), -2, 8)'"
  }

  // MARK: Grades

  private mutating func writeGrade(_ name: String, by: String) {
    let tieNames = [ValueType.number, .text, .truth, .date, .period]
      .flatMap { names.values[$0] ?? [] }
      .filter { !$0.contains(".") && ($0.hasPrefix("c") || $0.hasPrefix("f") || $0 == "id") }
    let ties = (0..<roll(0...2)).map { _ in (roll(0...1) == 0 ? "-" : "") + pick(tieNames) }
    let list = ties.isEmpty ? "" : "\n    ties: [\(ties.joined(separator: ", "))]"
    let lines = (bandLimits() + [""]).enumerated().map { index, limit in
      "      - {grade: \"\(["A", "B", "\u{E9}", "中", "10", "zz", "no", "C"][index])\"\(limit)}"
    }
    let group = within().replacing(", ", with: "\n    ")
    sections.append("  \(name):\n    by: \(by)\(group)\(list)\n    bands:")
    sections += lines
  }

  /// The limits of bands from the top, without the last: shares, seats, minimums in turn.
  private mutating func bandLimits() -> [String] {
    var limits: [String] = []
    if roll(0...1) == 0 {
      let shares = [
        ["0.1", "20%", "0.25"], ["0.333"], ["0.5", "0"], ["0.15", "0.35"], ["0.7", "0.3"],
      ]
      limits += pick(shares).map { ", share: \($0)" }
    }
    if roll(0...1) == 0 { limits += (0...roll(0...1)).map { _ in ", seats: \(roll(0...4))" } }
    if roll(0...1) == 0 {
      let top = roll(0...20)
      limits += (0...roll(0...1)).map { ", minimum: \(Double(top - 3 * $0) / 2)" }
    }
    return limits
  }

  // MARK: Results

  private mutating func writeResults(_ rankings: [String], _ grades: [String]) {
    var lines: [String] = []
    for index in 0..<roll(0...4) {
      let type = anyType(names)
      let text =
        type == .number && roll(0...1) == 0
        ? brittle(rankings) : formula(type, depth: roll(1...3))
      lines.append("  x\(index + 1): '\(text)'")
      names.values[type, default: []].append("x\(index + 1)")
    }
    let isPaid = roll(0...2) == 0
    if isPaid {
      let grade = grades.first.map { "IF(\($0) = \"A\", 1500元, 0元)" } ?? "0元"
      let value = formula(.number, depth: 1)
      lines.append("  pay: '\(grade) + CLAMP(IFMISSING(\(value), 1), 0, 9) * 100元'")
    }
    if lines.isEmpty { return }
    sections.append("results:")
    sections += lines.shuffled(using: &generator)
    if isPaid {
      sections.append("payroll: {amount: pay\(roll(0...1) == 0 ? ", budget: 12000元" : "")}")
    }
  }

  /// A number that is at fault for a few subjects, and for others once those are taken out.
  private mutating func brittle(_ rankings: [String]) -> String {
    let statistic = pick([
      "ROUND(AVERAGE(total, ALL), 0)", "COUNT(total, \(pick(names.groups)))", "RANK(final, ALL)",
      "ROUND(MAX(total, ALL) - total, 0)",
    ])
    let value = rankings.isEmpty || roll(0...1) == 0 ? statistic : "IFMISSING(\(pick(rankings)), 0)"
    let guarded = formula(.truth, depth: 0)
    return "IF(\(guarded), 0, 1 / (\(value) - \(roll(1...4))))"
  }
}
