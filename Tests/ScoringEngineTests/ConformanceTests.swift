import Testing

@testable import ScoringEngine

@Suite("The engine is the interpreter, faster")
struct ConformanceTests {
  @Test(
    "random plans over random tables give the interpreter's states and bits in every register",
    arguments: UInt64(0)..<60)
  func randomPlans(seed: UInt64) throws {
    var random = RandomPlan(seed: seed)
    let plan = random.plan()
    let tables = random.tables(subjects: seed % 20 == 19 ? 1100 : Int(seed % 20) * 9)
    let population = try Conformance.population(plan, tables)
    #expect(population.rejectedRows.joined().isEmpty)
    try Conformance.check(plan, population)
  }

  @Test("a population serves any plan with the same tables, also one with texts that it never met")
  func otherPlan() throws {
    let plans = [("x", 1.0), ("unheard of", 2)].map { word, number in
      var sketch = PlanSketch()
      let column = sketch.column("word", .text)
      let index = sketch.lookup([(word, number), ("y", 3)])
      let word = sketch.add(.text(word))
      let known = sketch.add(.ifMissing(column, word))
      let total = sketch.add(.lookup(index, known, default: sketch.add(.number(0))))
      return sketch.plan(total: total)
    }
    let population = try Conformance.population(plans[0], ["staff": "id,word\na,x\nb,\nc,y\n"])
    for (plan, expected) in zip(plans, [[1.0, 1, 3], [0, 2, 3]]) {
      try Conformance.check(plan, population)
      let total = PlanEngine(plan: plan).score(population).column(plan.layout.total)
      #expect((0..<3).map { total?[$0] } == expected)
    }
  }

  @Test("other parameter values change the results, not the plan")
  func otherValues() throws {
    var sketch = PlanSketch()
    let score = sketch.column("score")
    let slot = sketch.slot(2)
    let weight = sketch.add(.parameter(slot))
    let total = sketch.add(.arithmetic(.multiply, weight, score))
    let plan = sketch.plan(total: total)
    let population = try Conformance.population(plan, ["staff": "id,score\na,5\n"])
    var values = plan.values
    values[slot] = 3
    #expect(PlanEngine(plan: plan).score(population).column(total)?[0] == 10)
    let other = PlanEngine(plan: plan, values: values).score(population)
    #expect(other.column(total)?[0] == 15)
  }

  @Test("progress tells how many stages are done")
  func progress() throws {
    var sketch = PlanSketch()
    let score = sketch.column("score")
    let total = sketch.add(.negate(score))
    sketch.require([(total, true)])
    let plan = sketch.plan(total: total)
    let population = try Conformance.population(plan, ["staff": "id,score\na,5\n"])
    var steps: [WorkProgress] = []
    _ = PlanEngine(plan: plan).score(population) { steps.append($0) }
    #expect(steps.map(\.done) == [0, 1, 2])
    #expect(steps.allSatisfy { $0.total == 2 && $0.activity == "scoring" })
  }
}
