import ScorecardPolicy
import ScoringPlan
import SeededRandom

/// A random plan over a subject table and two detail tables, and random tables for it: every kind of
/// operation on registers of the right type, in several stages.
struct RandomPlan {
  private var random: SplitMix64
  private var sketch = PlanSketch(details: ["loans", "fees"])
  private var numbers: [[Register]] = [[], [], []]
  private var truths: [[Register]] = [[], [], []]
  private var texts: [[Register]] = [[], [], []]

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// The plan of the seed; to be called once.
  mutating func plan() -> Plan {
    for table in 0..<3 { declareColumns(of: table) }
    for table in 1..<3 { for _ in 0..<Int.random(in: 0...8, using: &random) { add(to: table) } }
    for _ in 0..<4 { add(to: 0) }
    for table in 1..<3 { aggregate(table) }
    for _ in 0..<Int.random(in: 0...20, using: &random) { add(to: 0) }
    if Bool.random(using: &random) { require() }
    for _ in 0..<Int.random(in: 0...4, using: &random) { lookAtPopulation() }
    sketch.dimension("one", number(0))
    sketch.result("result", .text, text(0))
    return sketch.plan(total: number(0))
  }

  private mutating func aggregate(_ table: Int) {
    for function in AggregateFunction.allCases where Bool.random(using: &random) {
      let condition = Bool.random(using: &random) ? truth(table) : nil
      switch (function, Int.random(in: 0..<3, using: &random)) {
      case (.streak, _):
        numbers[0].append(sketch.aggregate(function, truth(table), of: table))
      case (.first, 0), (.last, 0):
        texts[0].append(sketch.aggregate(function, text(table), of: table))
      case (.first, 1), (.last, 1):
        truths[0].append(sketch.aggregate(function, truth(table), of: table))
      case (.first, _), (.last, _):
        numbers[0].append(sketch.aggregate(function, number(table), of: table))
      default:
        numbers[0].append(
          sketch.aggregate(function, number(table), where: condition, of: table))
      }
    }
  }

  private mutating func require() {
    let register = Bool.random(using: &random) ? number(0) : text(0)
    sketch.require(
      register, applies: Bool.random(using: &random) ? truth(0) : nil,
      allowsMissing: Bool.random(using: &random))
  }

  /// Some operation on the population, some formulas that may use it, and perhaps a requirement.
  private mutating func lookAtPopulation() {
    let group = Bool.random(using: &random) ? Register(2) : nil
    let ineligible = Bool.random(using: &random) ? [truth(0)] : []
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      let by = ranked()
      numbers[0].append(
        sketch.rank("rank", by: by, within: group, ineligible: ineligible).result)
    case 1:
      texts[0].append(grade(within: group, ineligible))
    default:
      let function = PopulationFunction.allCases.randomElement(using: &random)!
      numbers[0].append(sketch.statistic(function, number(0), group: group))
    }
    for _ in 0..<Int.random(in: 0...5, using: &random) { add(to: 0) }
    if Int.random(in: 0..<3, using: &random) == 0 { require() }
  }

  /// A number that every subject has by which people are compared.
  private mutating func ranked() -> Register {
    let register = sketch.add(
      .ifMissing(number(0), sketch.add(.number(1))))
    sketch.require(register, mustRank: true)
    return register
  }

  private mutating func grade(within group: Register?, _ ineligible: [Register]) -> Register {
    let limits: [Grading.Limit] = [
      .seats(sketch.slot(Double(Int.random(in: 0...3, using: &random)))),
      .share(sketch.slot(Double(Int.random(in: 0...10, using: &random)) / 10)),
      .minimum(sketch.slot(someNumber())), .rest,
    ]
    let ties = (0..<Int.random(in: 0...2, using: &random)).map { index in
      Grading.Tie(
        register: index == 0 ? number(0) : text(0), isText: index == 1,
        isDescending: Bool.random(using: &random), name: "tie")
    }
    return sketch.grade(
      "grade", by: ranked(), within: group, ties: ties,
      bands: zip(Self.words, limits.filter { _ in Int.random(in: 0..<4, using: &random) > 0 })
        .map { ($0, $1) } + [("rest", .rest)], ineligible: ineligible
    ).result
  }

  /// Tables for the plan, without faulty rows, by their names.
  mutating func tables(subjects: Int) -> [String: String] {
    let keys = (0..<subjects).map { "k\($0)" }.shuffled(using: &random)
    var tables = ["staff": lines(keys)]
    for name in ["loans", "fees"] {
      let rows = keys.isEmpty ? 0 : Int.random(in: 0...(3 * subjects), using: &random)
      tables[name] = lines((0..<rows).map { _ in keys.randomElement(using: &random)! })
    }
    return tables
  }

  // MARK: Plan

  private mutating func declareColumns(of table: Int) {
    for index in 0..<3 {
      numbers[table].append(sketch.column("n\(index)", of: table))
      texts[table].append(sketch.column("s\(index)", .text, of: table))
      truths[table].append(sketch.column("t\(index)", .truth, of: table))
    }
    texts[table].append(.key)
  }

  private mutating func add(to table: Int) {
    let (operation, type) = operation(on: table)
    let result = sketch.add(operation, to: table)
    switch type {
    case .number, .date, .period: numbers[table].append(result)
    case .truth: truths[table].append(result)
    case .text: texts[table].append(result)
    }
  }

  private mutating func number(_ table: Int) -> Register {
    numbers[table].randomElement(using: &random)!
  }

  private mutating func truth(_ table: Int) -> Register {
    truths[table].randomElement(using: &random)!
  }

  private mutating func text(_ table: Int) -> Register {
    texts[table].randomElement(using: &random)!
  }

  private mutating func operation(on table: Int) -> (ScoringPlan.Operation, ValueType) {
    let comparison = ComparisonOperator.allCases.randomElement(using: &random)!
    switch Int.random(in: 0..<25, using: &random) {
    case 0: return (.number(someNumber()), .number)
    case 1: return (.text(Self.words.randomElement(using: &random)!), .text)
    case 2: return (.parameter(sketch.slot(someNumber())), .number)
    case 3: return (.negate(number(table)), .number)
    case 4...8:
      let symbols: [ArithmeticOperator] = [.add, .subtract, .multiply, .divide]
      let symbol = symbols.randomElement(using: &random)!
      return (.arithmetic(symbol, number(table), number(table)), .number)
    case 9: return (.minimum(number(table), number(table)), .number)
    case 10: return (.maximum(number(table), number(table)), .number)
    case 11: return (.compare(comparison, number(table), number(table)), .truth)
    case 12: return (.compareText(comparison, text(table), text(table)), .truth)
    case 13: return (.and(truth(table), truth(table)), .truth)
    case 14: return (.or(truth(table), truth(table)), .truth)
    case 15: return (.not(truth(table)), .truth)
    case 16:
      let function = UnaryFunction.allCases.randomElement(using: &random)!
      return (.unary(function, number(table)), .number)
    case 17:
      let function = BinaryFunction.allCases.randomElement(using: &random)!
      return (.binary(function, number(table), number(table)), .number)
    case 18: return select(on: table)
    case 19: return (.ifMissing(number(table), number(table)), .number)
    case 20: return (.isMissing(number(table)), .truth)
    case 21: return (points(number(table)), .number)
    case 22: return (lookup(on: table), .number)
    case 23: return (.onlyIf(condition: truth(table), number(table)), .number)
    default: return (weightedSum(on: table), .number)
    }
  }

  private mutating func select(on table: Int) -> (ScoringPlan.Operation, ValueType) {
    let condition = truth(table)
    return switch Int.random(in: 0..<3, using: &random) {
    case 0:
      (.select(condition: condition, then: truth(table), otherwise: truth(table)), .truth)
    case 1: (.select(condition: condition, then: text(table), otherwise: text(table)), .text)
    default:
      (.select(condition: condition, then: number(table), otherwise: number(table)), .number)
    }
  }

  private mutating func points(_ x: Register) -> ScoringPlan.Operation {
    let points = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      (someNumber(), someNumber())
    }.sorted { $0.0 < $1.0 }
    return .curve(sketch.curve(CurveKind.allCases.randomElement(using: &random)!, points), x)
  }

  private mutating func lookup(on table: Int) -> ScoringPlan.Operation {
    let keys = Self.words.shuffled(using: &random).prefix(3)
    let index = sketch.lookup(keys.map { ($0, someNumber()) })
    return .lookup(index, text(table), default: Bool.random(using: &random) ? number(table) : nil)
  }

  private mutating func weightedSum(on table: Int) -> ScoringPlan.Operation {
    let terms = (0..<Int.random(in: 0...4, using: &random)).map { _ in
      let slot = sketch.slot(Double(Int.random(in: 0...9, using: &random)) / 9)
      return WeightedTerm(
        value: number(table),
        weight: Bool.random(using: &random) ? .slot(slot) : .register(number(table)),
        applies: Bool.random(using: &random) ? truth(table) : nil,
        excludesMissing: Bool.random(using: &random))
    }
    return .weightedSum(terms, rescales: Bool.random(using: &random))
  }

  private mutating func someNumber() -> Double {
    Double(Self.cells.randomElement(using: &random)!) ?? 0
  }

  // MARK: Tables

  private mutating func lines(_ keys: [String]) -> String {
    var lines = ["id," + (0..<3).map { "n\($0),s\($0),t\($0)" }.joined(separator: ",")]
    for (row, key) in keys.enumerated() {
      // Whole blocks without gaps run other code than those with: so gaps come in stretches.
      let hasGaps = row / 50 % 2 == 0
      var cells = [key]
      for _ in 0..<3 {
        cells.append(Self.cells.randomElement(using: &random)!)
        cells.append(Self.words.randomElement(using: &random)!)
        cells.append(["TRUE", "FALSE"].randomElement(using: &random)!)
      }
      for index in 1..<cells.count where hasGaps && Int.random(in: 0..<6, using: &random) == 0 {
        cells[index] = ""
      }
      lines.append(cells.joined(separator: ","))
    }
    return lines.joined(separator: "\n")
  }

  private static let words = ["a", "ab", "B", "行", "é", "e\u{301}", "zz"]
  private static let cells = [
    "0", "1", "-1", "2", "0.5", "3", "-0.1", "0.3", "100", "1.005", "12345.678", "-7", "10",
    "0.0000001", "99999999999999999", "1" + String(repeating: "0", count: 200),
  ]
}
