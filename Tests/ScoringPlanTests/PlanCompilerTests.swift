import ScorecardPolicy
import ScoringPlan
import TestSupport
import Testing

@Suite("Compiling a policy")
struct PlanCompilerTests {
  private let plan: Plan

  init() throws { plan = try SmallPolicy.plan(SmallPolicy.yaml) }

  @Test("The plan knows its policy")
  func head() {
    #expect(plan.policy == "small" && plan.version == "7" && plan.decimals == 3)
    #expect(plan.title == Title(english: "Small", chinese: "小"))
    #expect(plan.tables.map(\.name) == ["staff", "business"])
    #expect(plan.tables[1].uniqueBy == ["owner", "kind"])
    #expect(plan.tables[1].ignoresUnknownKeys && !plan.tables[0].ignoresUnknownKeys)
    #expect(plan.tables[1].columns[1].headers == ["years", "年数"])
    #expect(
      plan.tables[0].columns.map(\.allowsMissing) == [false, false, false, false, true, true])
    #expect(plan.rankings.map(\.name) == ["in_branch", "overall", "by_plan"])
  }

  @Test("Every number of the policy is a parameter, once, under its path")
  func parameters() throws {
    var expected: [String: Double] = [
      "parameters.decay": 0.05, "parameters.base": 80, "lookups.role_points.junior": 60,
      "lookups.role_points.senior": 90, "tables.staff.columns.visits.missing": 4,
      "scorecard.weights.money": 0.7, "scorecard.weights.work": 0.3, "scorecard.weights.extra": 1,
      "scorecard.dimensions.extra.measures.lines.missing": 0,
    ]
    for (index, point) in [(0.0, 100.0), (0.02, 80), (0.04, 0)].enumerated() {
      expected["curves.bad_points.\(index + 1).x"] = point.0
      expected["curves.bad_points.\(index + 1).y"] = point.1
    }
    for (index, row) in [(0.0, 0.0), (10, 2.5)].enumerated() {
      expected["steps.extra.\(index + 1).x"] = row.0
      expected["steps.extra.\(index + 1).y"] = row.1
    }
    let measures = [
      ("money.share", 1.0, 0.0, 150.0), ("work.bad", 0.5, -.infinity, .infinity),
      ("work.review", 0.25, -.infinity, .infinity), ("work.role", 0.25, -.infinity, .infinity),
      ("extra.visits", 1, -.infinity, .infinity), ("extra.lines", 1, -.infinity, .infinity),
    ]
    for (name, weight, floor, cap) in measures {
      let parts = name.split(separator: ".")
      let path = "scorecard.dimensions.\(parts[0])"
      expected["\(path).weights.\(parts[1])"] = weight
      expected["\(path).measures.\(parts[1]).floor"] = floor
      expected["\(path).measures.\(parts[1]).cap"] = cap
    }
    #expect(Set(plan.parameters.map(\.path)) == Set(expected.keys))
    #expect(plan.parameters.count == expected.count)
    #expect(plan.values.values.count == expected.count)
    for (parameter, value) in zip(plan.parameters, plan.values.values) {
      #expect(expected[parameter.path] == value, "\(parameter.path)")
    }
    let decay = try #require(plan.parameters.first)
    #expect(decay.unit == Unit("1/year") && decay.minimum == 0 && decay.maximum == 1)
  }

  @Test("Stages stand in order: detail rows, aggregates, subjects, total, requirements, ranks")
  func stages() {
    let kinds = plan.stages.map { stage in
      switch stage {
      case .detailRows(let table, _): "detail \(table)"
      case .aggregate: "aggregate"
      case .subjectRows: "subjects"
      case .require: "require"
      case .statistics: "statistics"
      case .rank: "rank"
      case .grade: "grade"
      }
    }
    #expect(
      kinds == ["detail 1", "aggregate", "subjects", "subjects", "require", "require", "rank"])
  }

  @Test("Every register is written once, after the registers it is computed from")
  func registers() throws {
    for plan in try [plan] + Self.randomPlans() {
      var written = plan.tables.map { Set((0...$0.columns.count).map { Register($0) }) }
      var writes = 0
      func run(_ instructions: [Instruction], _ table: Int) {
        for instruction in instructions {
          #expect(written[table].isSuperset(of: instruction.operation.operands))
          #expect(written[table].insert(instruction.result).inserted)
          #expect(plan.origins.indices.contains(instruction.origin))
          writes += 1
        }
      }
      for stage in plan.stages {
        switch stage {
        case .detailRows(let table, let instructions): run(instructions, table)
        case .subjectRows(let instructions): run(instructions, 0)
        case .aggregate(let aggregates):
          for aggregate in aggregates {
            #expect(written[aggregate.table].contains(aggregate.source))
            #expect(written[0].insert(aggregate.result).inserted)
          }
        case .require(let requirements):
          #expect(written[0].isSuperset(of: requirements.map(\.register)))
        case .statistics(let statistics):
          for statistic in statistics {
            #expect(written[0].contains(statistic.source))
            #expect(written[0].insert(statistic.result).inserted)
          }
        case .grade(let gradings):
          for grading in gradings {
            #expect(written[0].isSuperset(of: [grading.by] + grading.ties.map(\.register)))
            #expect(written[0].insert(grading.result).inserted)
          }
        case .rank(let rankings):
          for ranking in rankings {
            #expect(written[0].contains(ranking.by))
            #expect(written[0].insert(ranking.result).inserted)
          }
        }
      }
      #expect(writes > 0)
      #expect(zip(plan.tables, written).allSatisfy { $0.registerCount == $1.count })
    }
  }

  private static func randomPlans() throws -> [Plan] {
    try (0..<50).map { try RandomPolicy(seed: $0).plan() }
  }

  @Test("Nothing before the total depends on the weight of a dimension")
  func weightBoundary() throws {
    for plan in try [plan] + Self.randomPlans() { try expectBoundary(plan) }
  }

  private func expectBoundary(_ plan: Plan) throws {
    let weights = Set(
      plan.parameters.indices.filter { plan.parameters[$0].path.hasPrefix("scorecard.weights.") }
        .map { ParameterSlot($0) })
    let boundary = try #require(
      plan.stages.firstIndex { stage in
        if case .subjectRows(let program) = stage {
          program.contains { $0.result == plan.layout.total }
        } else {
          false
        }
      })
    for stage in plan.stages[..<boundary] {
      guard case .subjectRows(let program) = stage else { continue }
      for instruction in program {
        #expect(slots(of: instruction.operation, plan).isDisjoint(with: weights))
      }
    }
    guard case .subjectRows(let program) = plan.stages[boundary], let total = program.last else {
      return
    }
    #expect(total.result == plan.layout.total)
    #expect(
      total.operation.operands.filter { register in !program.contains { $0.result == register } }
        == plan.layout.dimensions.map(\.score))
  }

  private func slots(of operation: Operation, _ plan: Plan) -> Set<ParameterSlot> {
    switch operation {
    case .parameter(let slot): [slot]
    case .weightedSum(let terms, _): Set(terms.compactMap(\.weight.slot))
    case .lookup(let index, _, _): Set(plan.lookups[index].values)
    default: []
    }
  }

  @Test("A number that is written twice is loaded once, and no two paths share a slot")
  func constants() {
    for stage in plan.stages {
      guard case .subjectRows(let instructions) = stage else { continue }
      let numbers = instructions.compactMap { instruction in
        if case .number(let number) = instruction.operation { number } else { nil }
      }
      #expect(Set(numbers).count == numbers.count)
    }
    #expect(Set(plan.parameters.map(\.path)).count == plan.parameters.count)
  }

  @Test("An aggregate used twice is computed once")
  func sharedAggregates() {
    let aggregates = plan.stages.flatMap { stage -> [Aggregate] in
      if case .aggregate(let aggregates) = stage { aggregates } else { [] }
    }
    #expect(aggregates.map(\.function) == [.sum, .count])
  }

  @Test("A policy without details, formulas and rankings has no stages for them")
  func least() throws {
    let plan = try SmallPolicy.plan(
      """
      policy: least
      tables: {staff: {key: id}}
      scorecard: {dimensions: {one: {measures: {m: {score: "1"}}}}}
      """)
    #expect(plan.stages.count == 3)
    #expect(plan.rankings.isEmpty)
    let evaluation = PlanInterpreter(plan).evaluate(subject: [.text("a")], details: [])
    #expect(evaluation[plan.layout.total] == .number(1))
  }

  @Test("Compiling the same policy twice gives the same plan")
  func deterministic() throws {
    let again = try SmallPolicy.plan(SmallPolicy.yaml)
    #expect(again.stages == plan.stages)
    #expect(again.parameters == plan.parameters)
    #expect(again.values == plan.values)
    #expect(again.layout == plan.layout)
    #expect(again.origins == plan.origins)
  }
}
