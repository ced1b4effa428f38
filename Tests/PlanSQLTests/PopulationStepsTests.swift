import SQLiteAccess
import ScorecardPolicy
import ScoringPlan
import SeededRandom
import Testing

@testable import PlanSQL

@Suite("Stages over the population in SQL")
struct PopulationStepsTests {
  private static let first = PopulationTable.columnCount + 1

  /// Does a stage in SQLite, and compares with the interpreter's results to the bit.
  private func compare(
    _ stage: Stage, values: [Double] = [], _ table: PopulationTable, faulty: Set<Register> = []
  ) throws {
    let results = stage.populationResults
    let plan = PopulationTable.plan(stage, results: results.count)
    let vector = ParameterVector(values)
    let evaluations = PopulationInterpreter(plan, values: vector).evaluate(
      table.subjects.map { ($0, []) })
    let database = try StepDatabase()
    try table.fill(database)
    let scope = FaultyScope(
      carried: CarriedScope(plan: plan, values: vector, dialect: .sqlite), faulty: faulty)
    let steps = PopulationSteps(scope).steps(
      for: stage, from: "subjects", carrying: ["key", "rejected", "f2"], named: "stage")
    let rows = try database.rows(of: steps)
    let found = Dictionary(uniqueKeysWithValues: rows.map { ($0["key"], $0) })
    #expect(rows.count == table.subjects.count)
    for (subject, evaluation) in zip(table.subjects, evaluations) {
      let row = try #require(found[subject[0].cell])
      #expect(row["undecided"] == .null)
      #expect(row["f2"] == subject[2].code)
      guard evaluation.rejection == nil else { continue }
      for register in results {
        let expected = evaluation[register]
        #expect(
          row["r\(register.index)"]?.isSame(as: expected) == true, "\(register) \(row) \(expected)")
        if faulty.contains(register) { #expect(row["f\(register.index)"] == expected.code) }
      }
    }
  }

  @Test("Statistics have the bits of the definition", arguments: 1...80)
  func statistics(seed: UInt64) throws {
    var register = Self.first
    var faulty: Set<Register> = []
    var statistics: [Statistic] = []
    for group in [nil, PopulationTable.branch] {
      for function in PopulationFunction.allCases {
        for source in [PopulationTable.amount, PopulationTable.score] {
          let result = Register(register)
          let decimals = source == PopulationTable.score && register.isMultiple(of: 2) ? 3 : 2
          statistics.append(
            Statistic(
              function: function, source: source, group: group, decimals: decimals,
              text: "\(function.rawValue)(c\(source.index))", result: result, origin: 0))
          if source == PopulationTable.amount, function != .count { faulty.insert(result) }
          register += 1
        }
      }
    }
    try compare(.statistics(statistics), PopulationTable(seed: seed), faulty: faulty)
  }

  @Test("Each statistic alone is the same", arguments: PopulationFunction.allCases)
  func alone(function: PopulationFunction) throws {
    for seed in 1...5 as ClosedRange<UInt64> {
      let statistic = Statistic(
        function: function, source: PopulationTable.amount, group: PopulationTable.branch,
        decimals: 2, result: Register(Self.first), origin: 0)
      try compare(
        .statistics([statistic]), PopulationTable(seed: seed),
        faulty: function == .count ? [] : [statistic.result])
    }
  }

  @Test("Ranks are those of the definition", arguments: 1...60)
  func ranks(seed: UInt64) throws {
    let rankings = [
      Ranking(
        name: "all", by: PopulationTable.score, within: nil, result: Register(Self.first)),
      Ranking(
        name: "branch", by: PopulationTable.score, within: PopulationTable.branch,
        ineligible: [PopulationTable.away], result: Register(Self.first + 1)),
      Ranking(
        name: "amount", by: PopulationTable.amount, within: PopulationTable.branch,
        result: Register(Self.first + 2)),
    ]
    try compare(.rank(rankings), PopulationTable(seed: seed))
  }

  @Test("Grades are those of the definition", arguments: 1...120)
  func grades(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed, stream: 1, index: 0)
    var values: [Double] = []
    let gradings = (0..<3).map { index in
      grading(result: Register(Self.first + index), &values, &generator)
    }
    try compare(.grade(gradings), values: values, PopulationTable(seed: seed))
  }

  private func grading(
    result: Register, _ values: inout [Double], _ generator: inout SplitMix64
  ) -> Grading {
    let limits = (0..<generator.next(below: 5)).map { _ -> Grading.Limit in
      let slot = ParameterSlot(values.count)
      switch generator.next(below: 7) {
      case 0, 1:
        values.append([0, 1, 2, 7.5, 1e30, -3][generator.next(below: 6)])
        return .seats(slot)
      case 2, 3, 4:
        values.append([0.1, 0.05, 1.0 / 3, 0.7, 0, -0.2, 1.5][generator.next(below: 7)])
        return .share(slot)
      case 5:
        values.append([0.5, 0.25, -0.1, 1e30, -1e30, 0][generator.next(below: 6)])
        return .minimum(slot)
      default: return .rest
      }
    }
    let ties = [
      Grading.Tie(register: PopulationTable.amount, isText: false, isDescending: true, name: "a"),
      Grading.Tie(register: PopulationTable.remark, isText: true, isDescending: false, name: "b"),
      Grading.Tie(register: PopulationTable.remark, isText: true, isDescending: true, name: "c"),
      Grading.Tie(register: PopulationTable.amount, isText: false, isDescending: false, name: "d"),
    ].shuffled(using: &generator).prefix(generator.next(below: 3))
    let bands = (limits + [.rest]).enumerated().map {
      Grading.Band(grade: "it's \\ \($0)", title: nil, limit: $1)
    }
    return Grading(
      name: "grade", title: nil, by: PopulationTable.score,
      within: Bool.random(using: &generator) ? PopulationTable.branch : nil, ties: Array(ties),
      bands: bands, ineligible: Bool.random(using: &generator) ? [PopulationTable.away] : [],
      result: result)
  }
}

extension DatabaseValue {
  /// Whether it holds the very value.
  func isSame(as value: Value) -> Bool {
    switch (self, value) {
    case (.real(let one), .number(let other)): one.bitPattern == other.bitPattern
    case (.text(let one), .text(let other)): one == other
    case (.null, .missing), (.null, .fault): true
    default: false
    }
  }
}
