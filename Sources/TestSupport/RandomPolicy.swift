import ScorecardPolicy
import ScoringPlan

/// A random policy as its author would write it, with random tables: the same for the same seed.
///
/// Right by construction, so that the reader, the checker and the compiler are put to work too; its
/// formulas meet missing values, faults and overflow as they come.
public struct RandomPolicy: Sendable {
  /// The policy's text.
  public private(set) var yaml = ""
  /// The rows of each of its tables.
  public private(set) var tables: [String: PlainTable] = [:]

  /// A policy and tables from a seed; with `allowsDirt` some seeds also give rows at fault.
  public init(seed: UInt64, allowsDirt: Bool = true) {
    var writer = PolicyWriter(seed: seed)
    yaml = writer.policy()
    let dirt = allowsDirt && seed.isMultiple(of: 4) ? 12 : 0
    tables = writer.rows(dirt: dirt)
  }

  /// The policy, compiled.
  public func plan() throws -> Plan {
    Plan(try ResolvedPolicy(try PolicyReader.read(yaml, file: "random.yaml").policy))
  }
}

private struct PolicyWriter {
  private var generator: SeededGenerator
  private let subjects: RandomTable
  private let details: [RandomTable]
  private var policyNames = RandomFormula.Names()
  private var sections: [String] = []

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    subjects = RandomTable("staff", isSubject: true, &generator)
    let count = Int.random(in: 0...2, using: &generator)
    var details: [RandomTable] = []
    for index in 0..<count {
      details.append(RandomTable("detail\(index + 1)", isSubject: false, &generator))
    }
    self.details = details
  }

  mutating func policy() -> String {
    sections = ["policy: random", "decimals: \(roll(0...4))"]
    writeNumbers()
    writeTables()
    let dimensions = writeScorecard()
    writeRankings(dimensions)
    return sections.joined(separator: "\n") + "\n"
  }

  mutating func rows(dirt: Int) -> [String: PlainTable] {
    let count = roll(0...5) == 0 ? roll(0...2) : roll(3...40)
    var keys = (0..<count).map { "s\($0)" }
    if dirt > 0, count > 3 { keys[2] = keys[0] }
    var tables = [subjects.name: subjects.rows(keys: keys, dirt: dirt, &generator)]
    for detail in details {
      var owners = keys.flatMap { key in Array(repeating: key, count: roll(0...4)) }
      if dirt > 0, roll(0...1) == 0 { owners += ["stranger", "stranger"] }
      owners.shuffle(using: &generator)
      var table = detail.rows(keys: owners, dirt: dirt * 3, &generator)
      if dirt > 0, let first = table.rows.first { table.rows.append(first) }
      tables[detail.name] = table
    }
    return tables
  }

  // MARK: Numbers with names

  private mutating func writeNumbers() {
    sections.append("parameters:")
    for index in 1...3 {
      policyNames.parameters.append("p\(index)")
      sections.append("  p\(index): \(number())")
    }
    for unit in RandomFormula.namedUnits {
      sections.append("  \(RandomFormula.one(unit)): {value: 1, unit: \(unit)}")
    }
    sections.append("curves:")
    for index in 1...2 {
      policyNames.curves.append("curve\(index)")
      sections.append("  curve\(index): \(points(allowsJump: true))")
    }
    sections.append("steps:\n  step1: \(points(allowsJump: false))")
    policyNames.steps = ["step1"]
    sections.append("lookups:\n  lookup1:")
    policyNames.lookups = ["lookup1"]
    // YAML takes two spellings of one letter as one key.
    for text in RandomFormula.texts.filter({ $0 != "e\u{301}" }).shuffled(using: &generator).prefix(
      4)
    {
      sections.append("    \"\(text)\": \(number())")
    }
  }

  private mutating func points(allowsJump: Bool) -> String {
    var xs = Set((0..<roll(1...5)).map { _ in Double(roll(-20...60)) / 4 }).sorted()
    if allowsJump, roll(0...2) == 0 { xs.append(xs[xs.count - 1]) }
    return "[\(xs.map { "[\($0), \(number())]" }.joined(separator: ", "))]"
  }

  private mutating func number() -> String {
    ["\(roll(-9...120))", "\(roll(0...99))%", "\(Double(roll(-400...900)) / 16)", "0"][roll(0...3)]
  }

  // MARK: Tables and formulas

  private mutating func writeTables() {
    var names = subjects.names(policyNames)
    var text = "tables:\n\(subjects.declaration)"
    for detail in details {
      var rowNames = detail.names(policyNames)
      text += "\n\(detail.declaration)\n    formulas:\n"
      text += formulas(3, &rowNames, indent: "      ").joined(separator: "\n")
      names.details.append((detail.name, rowNames.numbers, rowNames.texts + rowNames.truths))
      for (name, unit) in rowNames.units { names.units["\(detail.name).\(name)"] = unit }
    }
    sections.append(text)
    sections.append("formulas:")
    sections += formulas(5, &names, indent: "  ")
    policyNames = names
  }

  /// The lines of some formulas, in any order; `names` grows by them.
  private mutating func formulas(
    _ count: Int, _ names: inout RandomFormula.Names, indent: String
  ) -> [String] {
    var lines: [String] = []
    for index in 1...count {
      let type = roll(0...3) == 0 ? [ValueType.text, .truth][roll(0...1)] : .number
      lines.append("\(indent)f\(index): '\(formula(type, names, depth: roll(1...3)))'")
      switch type {
      case .number, .date, .period: names.numbers.append("f\(index)")
      case .text: names.texts.append("f\(index)")
      case .truth: names.truths.append("f\(index)")
      }
    }
    return lines.shuffled(using: &generator)
  }

  private mutating func formula(
    _ type: ValueType, _ names: RandomFormula.Names, depth: Int
  ) -> String {
    var writer = RandomFormula(names: names, generator: generator)
    defer { generator = writer.generator }
    return writer.formula(type, depth: depth)
  }

  // MARK: The scorecard

  private mutating func writeScorecard() -> [String] {
    let weighted = (1...roll(1...4)).map { "d\($0)" }
    let bonuses = (0..<roll(0...2)).map { "bonus\($0 + 1)" }
    sections.append("scorecard:")
    if weighted.count > 1 || roll(0...1) == 0 { sections.append("  weights: \(weights(weighted))") }
    sections.append("  dimensions:")
    for name in (weighted + bonuses).shuffled(using: &generator) {
      let isBonus = bonuses.contains(name)
      sections.append("    \(name):\(isBonus ? "\n      bonus: true" : "")")
      let measures = (1...roll(1...4)).map { "m\($0)" }
      if measures.count > 1 && !isBonus || roll(0...1) == 0 {
        sections.append("      weights: \(weights(measures))")
      }
      sections.append("      measures:")
      for measure in measures { sections.append("        \(measure): \(self.measure())") }
    }
    return weighted + bonuses
  }

  private mutating func weights(_ names: [String]) -> String {
    if roll(0...2) == 0 {
      let pairs = names.indices.flatMap { row in
        names.indices.dropFirst(row + 1).map { (names[row], names[$0]) }
      }
      let judgements = pairs.map {
        "[\($0.0), \($0.1), \(["2", "1/3", "1", "5", "1/7"][roll(0...4)])]"
      }
      let method = ["eigenvector", "geometric-mean"][roll(0...1)]
      if !judgements.isEmpty {
        return "{judgements: [\(judgements.joined(separator: ", "))], method: \(method)}"
      }
    }
    var numbers = names.map { "\($0): \(roll(0...9))" }
    numbers[0] = "\(names[0]): \(roll(1...9))"
    return "{\(numbers.joined(separator: ", ")), normalize: true}"
  }

  private mutating func measure() -> String {
    var fields = ["score: '\(formula(.number, policyNames, depth: roll(1...4)))'"]
    let floor = roll(-50...50)
    if roll(0...2) == 0 { fields.append("floor: \(floor)") }
    if roll(0...2) == 0 { fields.append("cap: \(floor + roll(0...150))") }
    switch roll(0...5) {
    case 0: fields.append("missing: reject")
    case 1, 2: fields.append("missing: \(roll(0...100))")
    case 3...5: fields.append("missing: exclude")
    default: break
    }
    return "{\(fields.joined(separator: ", "))}"
  }

  private mutating func writeRankings(_ dimensions: [String]) {
    let groups = subjects.columns.filter { $0.type == .text }.map(\.name) + ["ALL"]
    let values = ["final", "total", "final"] + dimensions + policyNames.numbers.prefix(2)
    let count = roll(0...3)
    if count > 0 { sections.append("rankings:") }
    for index in 0..<count {
      let by = values[roll(0...(values.count - 1))]
      let within = roll(0...1) == 0 ? ", within: \(groups[roll(0...(groups.count - 1))])" : ""
      sections.append("  r\(index + 1): {by: \(by)\(within)}")
    }
  }

  private mutating func roll(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }
}
