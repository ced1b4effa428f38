import ScorecardPolicy
import ScoringPlan
import Testing

@Suite("Explaining gates, results and chosen weights")
struct ExplanationAwardsTests {
  private static let policy = """
    policy: awards
    parameters:
      each: {value: 2, unit: point}
    tables:
      staff:
        key: id
        columns:
          role: {type: text, values: [a, b]}
          score: {unit: point}
          bad: {unit: count}
          since: date
      log:
        key: id
        order: month
        columns: {month: period, minutes: {unit: minute}}
    formulas:
      loss: each * bad
      latest: LAST(log.month)
    scorecard:
      dimensions:
        one:
          weights: {by: role, a: {x: 0.25, y: 0.75}, b: {x: 0.5, y: 0.5}}
          measures:
            x: {score: score}
            y: {score: 2 * score, when: bad < 9}
    gates:
      complaints: {when: bad > 0, deduct: loss, because: complaints}
      ceiling: {cap: 50}
      veto: {when: bad > 1, ineligible: true}
    results:
      pay: IF(final > 40, 100元, 0元)
      month: latest
      joined: since
    payroll: {amount: pay}
    """

  private let plan: Plan

  init() throws { plan = try SmallPolicy.plan(Self.policy) }

  private func explanation(_ score: Double, _ bad: Double) throws -> Explanation {
    let evaluation = PlanInterpreter(plan).evaluate(
      subject: [.text("s"), .text("a"), .number(score), .number(bad), .number(738_000)],
      details: [[[.text("s"), .number(24_301), .number(5)]]])
    return try #require(plan.explanation(of: evaluation))
  }

  @Test("each gate leads from the value before it to the value after it, from total to final")
  func gates() throws {
    let explanation = try explanation(40, 2)
    // 0.25 * 40 + 0.75 * 80, less 2 for each of two, at most 50.
    #expect(explanation.total == 70 && explanation.final == 50)
    #expect(explanation.gates.map(\.before) == [70, 66, 50])
    #expect(explanation.gates.map(\.after) == [66, 50, 50])
    #expect(explanation.gates.map(\.applied) == [true, true, true])
    #expect(explanation.gates.map { $0.effects.map(\.effect) } == [[.deduct], [.cap], []])
    #expect(explanation.gates.map { $0.effects.map(\.amount) } == [[4], [50], []])
    #expect(explanation.gates.map(\.condition) == ["bad > 0", nil, "bad > 1"])
    #expect(explanation.gates[0].because?.text(in: .english) == "complaints")
    #expect(explanation.gates[0].effects[0].formula == "loss")
    #expect(explanation.gates[0].steps.map(\.name) == ["loss"])
    #expect(explanation.gates[0].settings.map(\.name) == ["each"])
    #expect(explanation.gates[0].inputs.map(\.name) == ["bad"])
    #expect(explanation.gates[2].ineligible == .everything)
    let clean = try self.explanation(10, 0)
    #expect(clean.gates.map(\.applied) == [false, true, false])
    #expect(clean.final == clean.total)
  }

  @Test("weights that are chosen by a column say by which text")
  func choice() throws {
    let explanation = try explanation(40, 9)
    #expect(explanation.weightsBy == nil)
    let dimension = explanation.dimensions[0]
    #expect(dimension.weightsBy?.name == "role" && dimension.weightsBy?.value == .text("a"))
    // The other measure does not apply.
    #expect(dimension.measures.map(\.weight) == [1, nil])
    #expect(dimension.measures.map(\.applies) == [true, false])
    #expect(dimension.measures[1].condition == "bad < 9")
  }

  @Test("results have their formula, what it comes from, and types by which dates are told")
  func results() throws {
    let results = try explanation(40, 0).results
    #expect(results.map(\.name) == ["pay", "month", "joined"])
    #expect(results[0].value == .number(100) && results[0].unit == Unit(.yuan))
    #expect(results[0].inputs.map(\.name) == ["final"])
    #expect(results[1].type == .period && results[1].steps.map(\.type) == [.period])
    #expect(results[1].inputs.map(\.name) == ["LAST(log.month)"])
    #expect(results[1].inputs.map(\.type) == [.period])
    #expect(results[1].inputs[0].rows[0].values.map(\.type) == [.period, .number])
    #expect(results[2].inputs.map(\.type) == [.date])
  }

  @Test("the highest value of a formula is found where it is plain to see")
  func highest() throws {
    let policy = """
      policy: highest
      tables:
        staff:
          key: id
          columns: {rate: {unit: ratio, maximum: 1}, any: {unit: point}}
      curves: {line: [[0, 3], [1, 90]]}
      scorecard:
        dimensions:
          d:
            weights: {a: 0.25, b: 0.25, c: 0.25, e: 0.25}
            measures:
              a: {score: 100 * rate + 5}
              b: {score: "CURVE(line, any)"}
              c: {score: "MIN(any, 70)"}
              e: {score: any}
      """
    let plan = try SmallPolicy.plan(policy)
    let highest = HighestValues(plan, plan.values)
    #expect(
      plan.layout.dimensions[0].measures.map { highest[$0.raw] } == [105, 90, 70, .infinity])
  }
}
