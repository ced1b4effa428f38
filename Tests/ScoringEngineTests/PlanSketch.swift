import ScorecardPolicy
import ScoringPlan

/// Builds small plans by hand: registers are handed out in the order of calls, and instructions are
/// gathered until a stage is cut.
struct PlanSketch {
  private struct TableSketch {
    var name: String
    var columns: [PlanColumn] = []
    var program: [Instruction] = []
    var results = 0
    var uniqueBy: [String] = []
    var order: Register?
    var ignoresUnknownKeys = false
  }

  private var tables: [TableSketch]
  private var stages: [Stage] = []
  private var values: [Double] = []
  private var curves: [Curve] = []
  private var lookups: [Lookup] = []
  private var dimensions: [DimensionLayout] = []
  private var results: [ResultLayout] = []
  private var payroll: PayrollLayout?
  var decimals = 2

  /// A plan over a subject table `staff` and detail tables, each with the key `id`.
  init(details: [String] = []) {
    tables = (["staff"] + details).map { TableSketch(name: $0) }
  }

  // MARK: Tables

  /// Declares a column; before the first result of its table.
  mutating func column(
    _ name: String, _ type: ValueType = .number, allowsMissing: Bool = true, unit: Unit? = nil,
    allowedTexts: [String] = [], minimum: Double? = nil, of table: Int = 0
  ) -> Register {
    precondition(tables[table].results == 0, "columns come before results")
    tables[table].columns.append(
      PlanColumn(
        name: name, headers: [], type: type, unit: unit, minimum: minimum, maximum: nil,
        allowedTexts: allowedTexts, allowsMissing: allowsMissing))
    return Register(tables[table].columns.count)
  }

  mutating func ignoreUnknownKeys(of table: Int) { tables[table].ignoresUnknownKeys = true }

  mutating func makeUnique(_ columns: [String], of table: Int) { tables[table].uniqueBy = columns }

  /// Orders the rows of each subject in a detail table by a column.
  mutating func order(_ table: Int, by column: Register) { tables[table].order = column }

  /// A register that an operation on the population writes.
  mutating func newRegister(of table: Int = 0) -> Register {
    tables[table].results += 1
    return Register(tables[table].columns.count + tables[table].results)
  }

  // MARK: Numbers

  mutating func slot(_ value: Double) -> ParameterSlot {
    values.append(value)
    return ParameterSlot(values.count - 1)
  }

  mutating func curve(_ kind: CurveKind, _ points: [(Double, Double)]) -> Int {
    let slots = points.map { Curve.Point(x: slot($0.0), y: slot($0.1)) }
    curves.append(Curve(kind: kind, name: "curve", points: slots))
    return curves.count - 1
  }

  mutating func lookup(_ entries: [(String, Double)]) -> Int {
    lookups.append(
      Lookup(name: "lookup", keys: entries.map(\.0), values: entries.map { slot($0.1) }))
    return lookups.count - 1
  }

  // MARK: Stages

  /// Adds an instruction and answers its result.
  mutating func add(_ operation: ScoringPlan.Operation, to table: Int = 0) -> Register {
    let result = newRegister(of: table)
    tables[table].program.append(Instruction(result: result, operation: operation, origin: 0))
    return result
  }

  /// Ends the stages of the instructions gathered so far.
  mutating func cut() {
    for table in tables.indices.reversed() where !tables[table].program.isEmpty {
      let program = tables[table].program
      stages.append(table == 0 ? .subjectRows(program) : .detailRows(table: table, program))
      tables[table].program = []
    }
  }

  mutating func aggregate(
    _ function: AggregateFunction, _ source: Register, where condition: Register? = nil,
    of table: Int
  ) -> Register {
    cut()
    let result = newRegister()
    stages.append(
      .aggregate([
        Aggregate(
          function: function, table: table, source: source, condition: condition, result: result,
          origin: 0)
      ]))
    return result
  }

  mutating func require(_ requirements: [(register: Register, mustRank: Bool)]) {
    cut()
    stages.append(
      .require(
        requirements.map { register, mustRank in
          Requirement(register: register, name: "r\(register.index)", mustRank: mustRank)
        }))
  }

  mutating func require(
    _ register: Register, applies: Register? = nil, allowsMissing: Bool = false,
    mustRank: Bool = false
  ) {
    cut()
    stages.append(
      .require([
        Requirement(
          register: register, name: "r\(register.index)", applies: applies,
          allowsMissing: allowsMissing, mustRank: mustRank)
      ]))
  }

  mutating func statistic(
    _ function: PopulationFunction, _ source: Register, group: Register? = nil, decimals: Int = 2
  ) -> Register {
    cut()
    let result = newRegister()
    stages.append(
      .statistics([
        Statistic(
          function: function, source: source, group: group, decimals: decimals, result: result,
          origin: 0)
      ]))
    return result
  }

  mutating func rank(
    _ name: String, by: Register, within: Register? = nil, ineligible: [Register] = []
  ) -> Ranking {
    cut()
    let ranking = Ranking(
      name: name, by: by, within: within, ineligible: ineligible, result: newRegister())
    stages.append(.rank([ranking]))
    return ranking
  }

  mutating func grade(
    _ name: String, by: Register, within: Register? = nil, ties: [Grading.Tie] = [],
    bands: [(String, Grading.Limit)], ineligible: [Register] = []
  ) -> Grading {
    cut()
    let grading = Grading(
      name: name, title: nil, by: by, within: within, ties: ties,
      bands: bands.map { Grading.Band(grade: $0.0, title: nil, limit: $0.1) },
      ineligible: ineligible, result: newRegister())
    stages.append(.grade([grading]))
    return grading
  }

  // MARK: The plan

  /// Names a dimension and its measures for the results.
  mutating func dimension(_ name: String, _ score: Register, measures: [(String, Register)] = []) {
    let weight = TermWeight.slot(slot(1))
    let (floor, cap) = (slot(-.infinity), slot(.infinity))
    dimensions.append(
      DimensionLayout(
        name: name, title: nil, isBonus: false, weight: weight, score: score,
        measures: measures.map { measure, register in
          MeasureLayout(
            name: measure, title: nil, weight: weight, raw: register, score: register,
            floor: floor, cap: cap, excludesMissing: true, formula: "")
        }, rescales: true))
  }

  mutating func result(_ name: String, _ type: ValueType, _ register: Register) {
    results.append(
      ResultLayout(
        name: name, title: nil, type: type, unit: nil, register: register, formula: ""))
  }

  mutating func pay(_ name: String, _ register: Register, budget: Double) {
    payroll = PayrollLayout(amount: name, register: register, unit: nil, budget: slot(budget))
  }

  mutating func plan(total: Register, final: Register? = nil) -> Plan {
    cut()
    return Plan(
      policy: "sketch", version: "1", title: Title(english: "Sketch"), decimals: decimals,
      tables: tables.map { table in
        PlanTable(
          name: table.name, keyName: "id", keyHeaders: [], columns: table.columns,
          uniqueBy: table.uniqueBy, order: table.order,
          ignoresUnknownKeys: table.ignoresUnknownKeys,
          registerCount: 1 + table.columns.count + table.results)
      },
      parameters: values.indices.map {
        Parameter(path: "p\($0)", unit: nil, minimum: nil, maximum: nil)
      },
      values: ParameterVector(values), curves: curves, lookups: lookups,
      stages: stages,
      layout: ScorecardLayout(
        dimensions: dimensions, total: total, final: final, results: results), payroll: payroll,
      origins: [FormulaOrigin(path: "sketch", text: "by hand")])
  }
}
