import SQLiteAccess
import ScorecardPolicy
import ScoringPlan
import SeededRandom

@testable import PlanSQL

/// Random detail rows of a few subjects, with missing values and faults, in an order.
struct DetailTable {
  /// Columns of detail rows by their registers.
  static let (order, amount, wins, counts, fee) = (
    Register(1), Register(2), Register(3), Register(4), Register(5)
  )

  let keys: [String]
  /// The rows of each key in no order.
  let rows: [[[Value]]]

  /// With `isClean` no value is missing and none a fault.
  init(seed: UInt64, isClean: Bool) {
    var generator = SplitMix64(seed: seed)
    keys = (0..<12).map { "s\($0)" }
    let dirt = isClean ? 0 : generator.next(below: 4)
    rows = keys.map { key in
      (0..<generator.next(below: 9)).map { place -> [Value] in
        let fault = Value.fault(
          Fault(FaultKind.allCases[generator.next(below: 7)], origin: generator.next(below: 5)))
        func dirty(_ value: Value, _ generator: inout SplitMix64) -> Value {
          guard generator.next(below: 24) < dirt else { return value }
          return Bool.random(using: &generator) ? .missing : fault
        }
        // Tables of SQLite hold no minus zero.
        let amount = 0 + (generator.nextUnit() * 2000 - 900).rounded() / 100
        return [
          .text(key), .number(Double(place)),
          dirty(.number(generator.next(below: 6) == 0 ? 0 : amount), &generator),
          dirty(.truth(generator.next(below: 3) > 0), &generator),
          dirty(.truth(generator.next(below: 4) > 0), &generator),
          dirty(.number(generator.nextUnit() / 7), &generator),
        ]
      }.shuffled(using: &generator)
    }
  }

  /// Aggregates of every function, with and without a condition.
  static let aggregates: [Aggregate] = {
    var result = 1
    var aggregates: [Aggregate] = []
    for condition in [nil, counts] {
      for function in AggregateFunction.allCases {
        for source in function == .streak ? [wins] : [amount, fee] {
          aggregates.append(
            Aggregate(
              function: function, table: 1, source: source, condition: condition,
              sourceName: "c\(source.index)", result: Register(result), origin: 0))
          result += 1
        }
      }
    }
    return aggregates
  }()

  static let plan: Plan = {
    let types: [ValueType] = [.number, .number, .truth, .truth, .number]
    let columns = types.enumerated().map { index, type in
      PlanColumn(
        name: "c\(index + 1)", headers: [], type: type, unit: nil, minimum: nil, maximum: nil,
        allowedTexts: [], allowsMissing: true)
    }
    let staff = PlanTable(
      name: "staff", keyName: "key", keyHeaders: [], columns: [], uniqueBy: [],
      ignoresUnknownKeys: false, registerCount: aggregates.count + 1)
    let ledger = PlanTable(
      name: "ledger", keyName: "key", keyHeaders: [], columns: columns, uniqueBy: [], order: order,
      ignoresUnknownKeys: false, registerCount: 6)
    return Plan(
      policy: "p", version: "1", title: Title(english: "p"), decimals: 2, tables: [staff, ledger],
      parameters: [], values: ParameterVector([]), curves: [], lookups: [],
      stages: [.aggregate(aggregates)],
      layout: ScorecardLayout(dimensions: [], total: Register(1), final: nil),
      origins: Array(repeating: FormulaOrigin(path: "p", text: "1 / 0"), count: 5))
  }()

  /// Makes the relations `subjects` and `ledger`.
  func fill(_ database: StepDatabase) throws {
    try database.fill(
      "subjects", ["key TEXT", "rejected TEXT", "undecided TEXT"],
      keys.map { [.text($0), .null, .null] })
    try database.fill(
      "ledger",
      [
        "key TEXT", "undecided TEXT", "r1 REAL", "r2 REAL", "r3 INTEGER", "r4 INTEGER", "r5 REAL",
        "f2 INTEGER", "f3 INTEGER", "f4 INTEGER", "f5 INTEGER",
      ],
      rows.joined().map { row in
        [row[0].cell, .null] + row[1...].map(\.cell) + row[2...].map(\.code)
      } + [[.text("stranger"), .null] + Array(repeating: .null, count: 9)])
  }
}

/// Registers as columns `r2`, with faults beside them as `f2` or, where none are, without.
struct PlainScope: SQLScope {
  let plan: Plan
  let hasFaults: (Register) -> Bool
  var isComplete = false

  var values: ParameterVector { plan.values }
  var dialect: SQLDialect { .sqlite }

  func column(_ register: Register) -> String {
    register == .key ? "key" : "r\(register.index)"
  }
  func fault(_ register: Register) -> String? {
    hasFaults(register) ? "f\(register.index)" : nil
  }
  func mayBeMissing(_ register: Register) -> Bool { !isComplete }
  func isText(_ register: Register) -> Bool { register == .key }
  func scoreKey(_ register: Register) -> String { "k\(register.index)" }
}
