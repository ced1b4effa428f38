import AHP
import Foundation
import ScorecardPolicy
import ScoringEngine
import ScoringPlan
import TestSupport
import Testing

@testable import PolicyAnalysis

@Suite("The nearest policy that meets constraints")
struct DesignSearchTests {
  private static let judged =
    "{judgements: [[one, two, 2], [one, three, 3], [two, three, 2]], method: geometric-mean}"
  private static let extra = """
    parameters:
      gold_pay: {value: 1000, minimum: 0}
    gates:
      faults: {when: faults > 0, deduct: 3, because: faults}
    results:
      pay: IF(star = "gold", gold_pay, IF(star = "silver", 500, 0))
    payroll: {amount: pay}
    """

  private static func make(
    weights: String = judged, seed: UInt64 = 2, count: Int = 12
  ) throws -> FlipLaboratory {
    try FlipCase(
      weights: weights,
      bands: "{grade: gold, minimum: 70}, {grade: silver, minimum: 62}, {grade: none}",
      extra: extra, rows: FlipCase.rows(count, seed: seed)
    ).laboratory
  }

  private static func problem(_ yaml: String, _ laboratory: FlipLaboratory) throws -> DesignProblem
  {
    try DesignReader.read(
      yaml, file: "design.yaml", plan: laboratory.scored.plan, weighings: laboratory.weighings)
  }

  private static let moves = """
    design: trial
    move:
      judgements: {steps: 1}
      parameters:
        gates.faults.deduct: [1, 2, 3, 4]
        parameters.gold_pay: {from: 800, to: 1000, step: 100}

    """

  /// All policies within reach of `moves`, run in full, with their steps.
  private static func enumerated(
    _ laboratory: FlipLaboratory
  ) throws -> [(steps: Int, scored: ScoredPopulation, ratio: Double)] {
    let plan = laboratory.scored.plan
    func slot(_ path: String) throws -> Int {
      try #require(plan.parameters.firstIndex { $0.path == path })
    }
    let texts = [["1", "2", "3"], ["2", "3", "4"], ["1", "2", "3"]]
    var all: [(steps: Int, scored: ScoredPopulation, ratio: Double)] = []
    for choice in 0..<27 {
      let places = [choice / 9, choice / 3 % 3, choice % 3]
      let matrix = PairwiseComparisonMatrix(
        labels: ["one", "two", "three"],
        upperTriangle: try zip(texts, places).map { try Judgement($0[$1]) })
      let analysis = try JudgementAnalysis(matrix, method: .geometricMean)
      for deduction in 1...4 {
        for pay in [800.0, 900, 1000] {
          var values = plan.values
          for (label, weight) in zip(matrix.labels, analysis.weights) {
            values.values[try slot("scorecard.weights.\(label)")] = weight
          }
          values.values[try slot("gates.faults.deduct")] = Double(deduction)
          values.values[try slot("parameters.gold_pay")] = pay
          let steps =
            places.map { abs($0 - 1) }.reduce(0, +) + abs(deduction - 3) + Int(1000 - pay) / 100
          let scored = PlanEngine(plan: plan, values: values).score(laboratory.scored.population)
          all.append((steps, scored, analysis.consistencyRatio ?? 0))
        }
      }
    }
    return all
  }

  private static func grades(_ scored: ScoredPopulation) -> [String] {
    let column = scored.column(scored.plan.gradings[0].result)
    return (0..<scored.population.subjectCount).map { column?.text(of: $0) ?? "" }
  }

  @Test(
    "is the one that enumeration finds, and so are all that are as near", arguments: 0..<4)
  func enumeration(_ seed: Int) throws {
    let laboratory = try Self.make(seed: UInt64(seed))
    let now = Self.grades(laboratory.scored)
    let payroll = laboratory.scored.payroll?.total ?? 0
    let most = payroll - 600
    let problem = try Self.problem(
      Self.moves + """
        constraints:
          budget: {payroll: \(most)}
          losers: {lose: star, at_most: 1}
          consistent: {consistency: 0.02}
        """, laboratory)
    let answer = try DesignSearch(problem, laboratory).answer()
    let rank = ["gold": 0, "silver": 1, "none": 2]
    let met = try Self.enumerated(laboratory).filter { entry in
      let losers = zip(now, Self.grades(entry.scored)).count {
        rank[$1] ?? 3 > rank[$0] ?? 3
      }
      return entry.scored.payroll?.total ?? 0 <= most && losers <= 1 && entry.ratio < 0.02
    }
    #expect(answer.possible == 27 * 4 * 3)
    guard let fewest = met.map(\.steps).min() else {
      guard case .conflict = answer.outcome else {
        Issue.record("something was found where nothing is")
        return
      }
      return
    }
    guard case .found(let candidates) = answer.outcome else {
      Issue.record("nothing was found \(seed)")
      return
    }
    #expect(answer.distance == Double(fewest))
    #expect(candidates.count == min(20, met.count { $0.steps == fewest }))
    #expect(candidates.allSatisfy { $0.checks.allSatisfy(\.isMet) })
  }

  @Test("is what there is where that meets everything")
  func nothingToDo() throws {
    let laboratory = try Self.make()
    let problem = try Self.problem(
      Self.moves + "constraints:\n  budget: {payroll: 1000000}\n", laboratory)
    let answer = try DesignSearch(problem, laboratory).answer()
    #expect(answer.distance == 0)
    #expect(answer.tried == 1)
  }

  @Test("does not exist where constraints conflict, of which none can be left out")
  func conflicts() throws {
    let laboratory = try Self.make()
    let golden = try #require(Self.grades(laboratory.scored).firstIndex(of: "gold"))
    let constraints = [
      "broke": "{payroll: 100}", "keep": "{keep: star, of: p\(golden)}",
      "consistent": "{consistency: 0.1}", "losers": "{lose: star, at_most: 12}",
    ]
    func answer(_ names: [String]) throws -> DesignAnswer {
      let lines = names.map { "  \($0): \(constraints[$0] ?? "")\n" }.joined()
      let problem = try Self.problem(Self.moves + "constraints:\n" + lines, laboratory)
      return try DesignSearch(problem, laboratory).answer()
    }
    guard case .conflict(let names) = try answer(constraints.keys.sorted()).outcome else {
      Issue.record("no conflict")
      return
    }
    #expect(Set(names).isSubset(of: ["broke", "keep"]))
    // By itself it conflicts, and without any of its members it does not.
    guard case .conflict = try answer(names).outcome else {
      Issue.record("what conflicts does not conflict alone")
      return
    }
    for name in names where names.count > 1 {
      guard case .found = try answer(names.filter { $0 != name }).outcome else {
        Issue.record("\(name) can be left out")
        continue
      }
    }
  }

  @Test("is not said to exist or not where the limit comes first")
  func limit() throws {
    let laboratory = try Self.make()
    let problem = try Self.problem(
      Self.moves + "constraints:\n  broke: {payroll: 0}\n", laboratory)
    let answer = try DesignSearch(problem, laboratory, limit: 10).answer()
    guard case .stopped = answer.outcome else {
      Issue.record("not stopped")
      return
    }
    #expect(answer.tried == 10)
    // One policy is as it is, and three judgements, two deductions and one pay are a step away each way.
    #expect(answer.triedBelow == 1)
  }

  @Test("has the nearest weights of a grid where weights may be any", arguments: 0..<4)
  func linear(_ seed: Int) throws {
    let laboratory = try Self.make(
      weights: "{one: 0.5, two: 0.3, three: 0.2}", seed: UInt64(seed), count: 6)
    let present = laboratory.weighings.map(\.weights)
    func keys(_ scored: ScoredPopulation) -> [Double] {
      let column = scored.column(scored.plan.layout.final ?? scored.plan.layout.total)
      return (0..<6).map { (((column?[$0] ?? 0) * 10) + 0.5).rounded(.down) }
    }
    let now = keys(laboratory.scored)
    let grid = FlipCase.grid(60).map { ($0, keys(laboratory.run([$0]))) }
    for one in 0..<6 {
      for other in 0..<6 where now[one] < now[other] {
        let problem = try Self.problem(
          "design: d\nmove: {weights: {by: 1}}\nconstraints:\n  order: {ahead: p\(one), of: p\(other)}\n",
          laboratory)
        let answer = try DesignSearch(problem, laboratory).answer()
        let nearest = grid.filter { $0.1[one] >= $0.1[other] }.map {
          WeightNorm.largest.distance([$0.0], present)
        }.min()
        switch answer.outcome {
        case .found(let candidates):
          let distance = try #require(answer.distance)
          #expect(candidates[0].checks.allSatisfy { $0.isMet })
          #expect(nearest ?? .infinity >= distance - 1e-5)
        case .conflict(let names):
          #expect(names == ["order"])
          #expect(nearest == nil)
        default: Issue.record("\(answer.outcome)")
        }
      }
    }
  }

  @Test("names orders that no weights meet together")
  func cycle() throws {
    let laboratory = try FlipCase(
      weights: "{one: 0.4, two: 0.3, three: 0.3}",
      rows: "p,x,90,50,60,0,0\nq,x,50,90,60,0,0\nr,x,40,40,40,0,0\n"
    ).laboratory
    let problem = try Self.problem(
      """
      design: d
      move: {weights: {by: 1}}
      constraints:
        possible: {ahead: q, of: p}
        impossible: {ahead: r, of: q}
      """, laboratory)
    guard case .conflict(let names) = try DesignSearch(problem, laboratory).answer().outcome else {
      Issue.record("no conflict")
      return
    }
    #expect(names == ["impossible"])
  }

  @Test("moves weights by steps that are tried one by one")
  func steps() throws {
    let laboratory = try Self.make(weights: "{one: 0.5, two: 0.3, three: 0.2}")
    let most = (laboratory.scored.payroll?.total ?? 0) - 500
    let problem = try Self.problem(
      "design: d\nmove: {weights: {by: 0.2, step: 0.05}}\nconstraints:\n  budget: {payroll: \(most)}\n",
      laboratory)
    let answer = try DesignSearch(problem, laboratory).answer()
    // Every change of each weight by at most four steps that leaves the sum.
    var nearest: Int?
    var count = 1
    for first in -4...4 {
      for second in -4...4 where abs(first + second) <= 4 && (first, second) != (0, 0) {
        let moves = [first, second, -first - second]
        count += 1
        let weights = zip([0.5, 0.3, 0.2], moves).map { max(0, $0 + Double($1) * 0.05) }
        guard laboratory.run([weights]).payroll?.total ?? 0 <= most else { continue }
        let steps = moves.map(abs).reduce(0, +) / 2
        nearest = min(nearest ?? steps, steps)
      }
    }
    #expect(answer.possible == count)
    #expect(answer.distance.map { Int($0) } == nearest)
  }

  @Test("can be written as a scenario that gives the same numbers")
  func scenario() throws {
    let folder = try TemporaryDirectory()
    let path = Project.policy
    let (policy, _) = try PolicyReader.read(contentsOf: path)
    let resolved = try ResolvedPolicy(policy)
    let plan = Plan(resolved)
    var design = DesignPolicy(values: plan.values)
    let weighing = Weighing.ofDimensions(resolved, in: plan)[0]
    let declaration = try #require(weighing.judgements)
    try design.setJudgements([0: 1, 3: -1], of: weighing, declaration)
    for (path, value) in [("parameters.complaint_points", 3), ("parameters.two_star_pay", 900.5)] {
      let slot = try #require(plan.parameters.firstIndex { $0.path == path })
      design.setParameter(value, ParameterSlot(slot), path)
    }
    let candidate = DesignAnswer.Candidate(
      changes: design.changes, values: design.values, checks: [])
    let scenario = try DesignScenario(
      candidate, named: "nearer", of: policy, plan, extending: (path, folder.url.path))
    let file = try folder.write(scenario.yaml, to: "scenario.yaml")
    let again = Plan(try ResolvedPolicy(try PolicyReader.read(contentsOf: file.path).policy))
    #expect(again.values == design.values)
    #expect(again.parameters == plan.parameters)
    #expect(scenario.yaml.contains("'parameters.two_star_pay': 900.5元"))
    #expect(again.policy == "nearer")
  }

  private enum Project {
    static var policy: String {
      ProjectFiles.url("Datasets/policies/customer-manager/stars.yaml").path
    }
  }
}
