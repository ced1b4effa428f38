import SQLiteAccess
import ScorecardPolicy
import ScoringPlan
import SeededRandom

@testable import PlanSQL

/// Random subjects with ties, groups, missing values, faults, and some who are rejected or ineligible.
struct PopulationTable {
  /// Columns of subjects by their registers.
  static let (score, amount, branch, remark, away, needed) = (
    Register(1), Register(2), Register(3), Register(4), Register(5), Register(6)
  )
  static let columnCount = 6
  static let decimals = 2

  let subjects: [[Value]]

  init(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let count = seed.isMultiple(of: 9) ? generator.next(below: 3) : generator.next(below: 60)
    let scale = [1.0, 4, 1000, 0x1p30][generator.next(below: 4)]
    let branches: [Value] = [
      .missing, .text(""), .text("="), .text("North"), .text("north"), .text("Nørth\\%"),
    ]
    subjects = (0..<count).map { index in
      let mark = ["", "\\", "%", "é", "Z", "_", "\u{1F600}"].randomElement(using: &generator) ?? ""
      let amount = (generator.nextUnit() - 0.4) * scale
      return [
        .text("\(mark)\(index)"),
        .number((Double(generator.next(below: 12)) - 4) / 8 + 0.004 * generator.nextUnit()),
        generator.next(below: 7) == 0
          ? .missing
          : generator.next(below: 12) == 0
            ? .fault(Fault(.divisionByZero, origin: 3))
            : .number(generator.next(below: 9) == 0 ? -0.0 : (amount * 100).rounded() / 100),
        branches[generator.next(below: seed.isMultiple(of: 2) ? 6 : 2)],
        generator.next(below: 4) == 0
          ? .missing : .text(["a", "Z", "é", "\\"][generator.next(below: 4)]),
        generator.next(below: 3) == 0
          ? .missing : .truth(generator.next(below: 4) == 0),
        generator.next(below: 8) == 0 ? .missing : .number(1),
      ]
    }
  }

  /// A plan that rejects subjects without `needed` and then does one stage.
  static func plan(_ stage: Stage, results: Int) -> Plan {
    let types: [ValueType] = [.number, .number, .text, .text, .truth, .number]
    let columns = types.enumerated().map { index, type in
      PlanColumn(
        name: "c\(index + 1)", headers: [], type: type, unit: nil, minimum: nil, maximum: nil,
        allowedTexts: [], allowsMissing: true)
    }
    let table = PlanTable(
      name: "staff", keyName: "key", keyHeaders: [], columns: columns, uniqueBy: [],
      ignoresUnknownKeys: false, registerCount: columnCount + 1 + results)
    return Plan(
      policy: "p", version: "1", title: Title(english: "p"), decimals: decimals, tables: [table],
      parameters: [], values: ParameterVector([]), curves: [], lookups: [],
      stages: [.require([Requirement(register: needed, name: "needed")]), stage],
      layout: ScorecardLayout(dimensions: [], total: score, final: nil),
      origins: Array(repeating: FormulaOrigin(path: "p", text: "1 / 0"), count: 4))
  }

  /// Puts the subjects into a table as carried columns; `f2` is the fault of the amount.
  func fill(_ database: StepDatabase) throws {
    try database.fill(
      "subjects",
      [
        "key TEXT", "rejected TEXT", "undecided TEXT", "r1 REAL", "k1 INTEGER", "k1_3 INTEGER",
        "r2 REAL", "k2 INTEGER", "f2 INTEGER", "r3 TEXT", "r4 TEXT", "r5 INTEGER",
      ],
      subjects.map { row in
        [
          row[0].cell, row[6] == .missing ? .text("no") : .null, .null, row[1].cell,
          row[1].key(decimals: 2), row[1].key(decimals: 3), row[2].cell, row[2].key(decimals: 2),
          row[2].code, row[3].cell, row[4].cell, row[5].cell,
        ]
      })
  }
}

extension Value {
  /// How it is carried.
  var cell: DatabaseValue {
    switch self {
    case .number(let number): .real(number)
    case .truth(let truth): .integer(truth ? 1 : 0)
    case .text(let text):
      .text(text.replacing("%", with: "%25").replacing("\\", with: "%5C"))
    case .missing, .fault: .null
    }
  }

  /// The code of a fault.
  var code: DatabaseValue {
    if case .fault(let fault) = self {
      .integer(Int(fault.kind.rawValue) << 20 + fault.origin)
    } else {
      .null
    }
  }

  fileprivate func key(decimals: Int) -> DatabaseValue {
    guard case .number(let number) = self,
      let key = ScoreKey.key(of: number, decimals: decimals)
    else { return .null }
    return .integer(Int(key))
  }
}

/// Carried columns of which that of amounts has faults beside it, as in a database.
struct FaultyScope: SQLScope {
  let carried: CarriedScope
  /// The results that may be at fault.
  let faulty: Set<Register>

  var plan: Plan { carried.plan }
  var values: ParameterVector { carried.values }
  var dialect: SQLDialect { carried.dialect }

  func column(_ register: Register) -> String { carried.column(register) }

  func fault(_ register: Register) -> String? {
    register == PopulationTable.amount || faulty.contains(register)
      ? "f\(register.index)" : nil
  }

  func mayBeMissing(_ register: Register) -> Bool { true }
  func isText(_ register: Register) -> Bool { carried.isText(register) }
  func scoreKey(_ register: Register) -> String { carried.scoreKey(register) }
  func scoreKey(_ register: Register, decimals: Int) -> String {
    carried.scoreKey(register, decimals: decimals)
  }
  func orderedText(_ register: Register) -> String { carried.orderedText(register) }
}
