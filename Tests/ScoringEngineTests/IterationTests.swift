import ScorecardPolicy
import ScoringPlan
import Testing

@testable import ScoringEngine

@Suite("Requirements and what follows from them")
struct IterationTests {
  /// A value per subject, of which none may be more than twice the mean of all: the mean falls as
  /// subjects are rejected. A reason divides by zero.
  private static func plan() -> (plan: Plan, mean: Register, ranking: Ranking) {
    var sketch = PlanSketch()
    let value = sketch.column("value")
    sketch.require(value)
    let mean = sketch.statistic(.average, value)
    let two = sketch.add(.number(2))
    let bound = sketch.add(.arithmetic(.multiply, mean, two))
    let isBelow = sketch.add(.compare(.lessOrEqual, value, bound))
    let zero = sketch.add(.number(0))
    let fault = sketch.add(.arithmetic(.divide, mean, zero))
    let sound = sketch.add(.select(condition: isBelow, then: value, otherwise: fault))
    sketch.require(sound)
    let ranking = sketch.rank("rank", by: sound)
    return (sketch.plan(total: sound), mean, ranking)
  }

  @Test("subjects rejected after they have counted are taken out until none is new")
  func untilNoneIsNew() throws {
    let (plan, mean, ranking) = Self.plan()
    // The mean is 56/7 = 8; without 32 it is 24/6 = 4; without 10 too it is 14/5 = 2.8.
    let population = try Conformance.population(
      plan, ["staff": "id,value\na,32\nb,2\nc,4\nd,10\ne,3\nf,5\ng,\nh,0\n"])
    try Conformance.check(plan, population)
    for options in Conformance.options {
      let scored = PlanEngine(plan: plan).score(population, options: options)
      #expect(
        (0..<8).map { scored.isRejected($0) }
          == [true, false, false, true, false, false, true, false])
      // The rejected keep the mean by which they were rejected.
      let means = (0..<8).map { scored.column(mean)?[$0] }
      #expect(means == [8, 2.8, 2.8, 4, 2.8, 2.8, nil, 2.8])
      #expect(
        (0..<8).map { scored.column(ranking.result)?[$0] } == [nil, 4, 2, nil, 3, 1, nil, 5])
      #expect(scored.rejectedRows(threads: 2).map(\.line) == [2, 5, 8])
      #expect(scored.evaluation(of: 0)[mean] == .number(8))
      #expect(scored.evaluation(of: 1)[ranking.result] == .number(4))
    }
  }

  @Test("a value is needed where it applies, also where nobody knows whether it does")
  func applies() throws {
    var sketch = PlanSketch()
    let value = sketch.column("value")
    let applies = sketch.column("applies", .truth)
    sketch.require(value, applies: applies)
    let plan = sketch.plan(total: value)
    let population = try Conformance.population(
      plan, ["staff": "id,value,applies\na,1,TRUE\nb,,TRUE\nc,,FALSE\nd,,\ne,1,\n"])
    let scored = PlanEngine(plan: plan).score(population)
    #expect((0..<5).map { scored.isRejected($0) } == [false, true, false, true, false])
  }

  @Test("a missing value may be let through, a fault may not; texts and truths are values")
  func missing() throws {
    var sketch = PlanSketch()
    let value = sketch.column("value")
    let word = sketch.column("word", .text)
    let one = sketch.add(.number(1))
    let quotient = sketch.add(.arithmetic(.divide, one, value))
    sketch.require(quotient, allowsMissing: true)
    sketch.require(word)
    let plan = sketch.plan(total: quotient)
    let population = try Conformance.population(
      plan, ["staff": "id,value,word\na,1,x\nb,,x\nc,0,x\nd,1,\n"])
    let scored = PlanEngine(plan: plan).score(population)
    #expect((0..<4).map { scored.isRejected($0) } == [false, false, true, true])
  }

  @Test("what is paid is summed over those who are published")
  func payroll() throws {
    var sketch = PlanSketch()
    let pay = sketch.column("pay")
    let base = sketch.column("base")
    sketch.require(base)
    let unpaid = sketch.plan(total: base)
    sketch.pay("pay", pay, budget: 100)
    let plan = sketch.plan(total: base)
    let population = try Conformance.population(
      plan, ["staff": "id,pay,base\na,0.1,1\nb,0.2,1\nc,0.3,1\nd,50,\n"])
    // The true sum of the doubles rounds to 0.6; added in order it is 0.6000000000000001.
    #expect(PlanEngine(plan: plan).score(population).payroll == Payroll(total: 0.6, budget: 100))
    let open = ParameterVector([.infinity])
    let other = PlanEngine(plan: plan, values: open).score(population)
    #expect(other.payroll == Payroll(total: 0.6, budget: nil))
    #expect(PlanEngine(plan: unpaid).score(population).payroll == nil)
  }
}
