import ScorecardPolicy
import ScoringPlan
import SeededRandom

/// A random policy as its author would write it, with random tables: the same for the same seed.
///
/// Right by construction, so that the reader, the checker and the compiler are put to work too; its
/// formulas meet missing values, faults and overflow as they come.
public struct RandomPolicy: Sendable {
  /// The policy's text.
  public private(set) var yaml = ""
  /// The rows of each of its tables.
  public private(set) var tables: [String: PlainTable] = [:]

  /// A policy and tables from a seed; with `allowsDirt` some seeds also give rows at fault, and
  /// `forSQL` leaves out what no database computes to the bit, so that the policy is another.
  public init(seed: UInt64, allowsDirt: Bool = true, forSQL: Bool = false) {
    var writer = RandomPolicyWriter(seed: seed, forSQL: forSQL)
    yaml = writer.policy()
    let dirt = allowsDirt && seed.isMultiple(of: 4) ? 12 : 0
    tables = writer.rows(dirt: dirt)
  }

  /// The policy, compiled.
  public func plan() throws -> Plan {
    Plan(try ResolvedPolicy(try PolicyReader.read(yaml, file: "random.yaml").policy))
  }
}

/// Writes a random policy section by section, and rows for it.
struct RandomPolicyWriter {
  var generator: SplitMix64
  let subjects: RandomTable
  let details: [RandomTable]
  /// What formulas of subjects may name; grows as sections are written.
  var names = RandomFormula.Names()
  var sections: [String] = []

  /// A writer for the policy of a seed.
  init(seed: UInt64, forSQL: Bool = false) {
    generator = SplitMix64(seed: seed)
    names.isForSQL = forSQL
    subjects = RandomTable("staff", isSubject: true, forSQL: forSQL, &generator)
    let count = Int.random(in: 0...2, using: &generator)
    var details: [RandomTable] = []
    for index in 0..<count {
      details.append(
        RandomTable("detail\(index + 1)", isSubject: false, forSQL: forSQL, &generator))
    }
    self.details = details
  }

  /// The policy's text; to be called once.
  mutating func policy() -> String {
    sections = ["policy: random", "decimals: \(max(0, roll(-4...4)))"]
    writeNumbers()
    writeTables()
    let dimensions = writeScorecard()
    writeAwards(dimensions)
    return sections.joined(separator: "\n") + "\n"
  }

  /// The rows of every table.
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
      names.parameters.append("p\(index)")
      sections.append("  p\(index): \(number())")
    }
    for unit in RandomFormula.namedUnits {
      sections.append("  \(RandomFormula.one(unit)): {value: 1, unit: \(unit)}")
    }
    for kind in CurveKind.allCases {
      names.curves[kind] = ["curve1", "curve2"]
      let points = [self.points(kind), self.points(kind)]
      sections.append("\(kind.section):\n  curve1: \(points[0])\n  curve2: \(points[1])")
    }
    sections.append("lookups:\n  lookup1:")
    names.lookups = ["lookup1"]
    for text in distinctTexts.shuffled(using: &generator).prefix(4) {
      sections.append("    \"\(text)\": \(number())")
    }
  }

  /// YAML takes two spellings of one letter as one key.
  var distinctTexts: [String] {
    RandomFormula.texts.filter { !$0.unicodeScalars.contains("\u{301}") }
  }

  private mutating func points(_ kind: CurveKind) -> String {
    var xs = Set((0..<roll(1...5)).map { _ in Double(roll(-20...60)) / 4 }).sorted()
    if kind.allowsJumps, roll(0...2) == 0 { xs.append(xs[xs.count - 1]) }
    return "[\(xs.map { "[\($0), \(number())]" }.joined(separator: ", "))]"
  }

  mutating func number() -> String {
    ["\(roll(-9...120))", "\(roll(0...99))%", "\(Double(roll(-400...900)) / 16)", "0"][roll(0...3)]
  }

  // MARK: Tables and formulas

  private mutating func writeTables() {
    var own = subjects.names(names)
    var text = "tables:\n\(subjects.declaration)"
    for detail in details {
      var rowNames = detail.names(names)
      text += "\n\(detail.declaration)\n    formulas:\n"
      text += formulas(3, &rowNames, indent: "      ").joined(separator: "\n")
      own.details.append(
        RandomFormula.Detail(table: detail.name, isOrdered: detail.isOrdered, names: rowNames))
    }
    own.seesPopulation = true
    sections.append(text)
    sections.append("formulas:")
    sections += formulas(5, &own, indent: "  ")
    names = own
  }

  /// The lines of some formulas, in any order; `names` grows by them.
  private mutating func formulas(
    _ count: Int, _ names: inout RandomFormula.Names, indent: String
  ) -> [String] {
    var lines: [String] = []
    for index in 1...count {
      let type = anyType(names)
      lines.append("\(indent)f\(index): '\(formula(type, names, depth: roll(1...3)))'")
      names.values[type, default: []].append("f\(index)")
      if type == .text { names.groups.append("f\(index)") }
    }
    return lines.shuffled(using: &generator)
  }

  /// Mostly number, else a type that formulas can be of.
  mutating func anyType(_ names: RandomFormula.Names) -> ValueType {
    if roll(0...2) > 0 { return .number }
    let types: [ValueType] = [.text, .truth, .date, .period]
    let type = types[roll(0...3)]
    return [.text, .truth].contains(type) || names.values[type] != nil ? type : .number
  }

  // MARK: Dice

  mutating func formula(
    _ type: ValueType, _ names: RandomFormula.Names, depth: Int
  ) -> String {
    var writer = RandomFormula(names: names, generator: generator)
    defer { generator = writer.generator }
    return writer.formula(type, depth: depth)
  }

  /// A formula of a subject.
  mutating func formula(_ type: ValueType, depth: Int) -> String {
    formula(type, names, depth: depth)
  }

  mutating func roll(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[roll(0...(elements.count - 1))]
  }
}
