import ScorecardPolicy
import ScoringPlan
import SeededRandom
import Testing

@Suite("Explaining a score")
struct ExplanationTests {
  private let plan: Plan

  init() throws { plan = try SmallPolicy.plan(SmallPolicy.yaml) }

  private func evaluation(
    review: Value = .number(75), visits: Value = .missing, values: ParameterVector? = nil
  ) -> Evaluation {
    let subject: [Value] = [
      .text("S1"), .text("east"), .text("senior"), .number(500), .number(0.01), review, visits,
    ]
    let rows: [[Value]] = [
      [.text("S1"), .text("old"), .number(3), .number(500)],
      [.text("S1"), .text("new"), .number(0), .number(200)],
    ]
    return PlanInterpreter(plan, values: values).evaluate(subject: subject, details: [rows])
  }

  @Test("The points of the dimensions, added in order, are the total to the bit")
  func addsUp() throws {
    var generator = SplitMix64(seed: 12)
    for _ in 0..<500 {
      var values = plan.values
      let weights = plan.layout.dimensions.compactMap(\.weight.slot)
      for slot in weights { values[slot] = Double.random(in: 0...1, using: &generator) }
      let review = Value.number(Double.random(in: 0...100, using: &generator))
      let found = evaluation(review: review, values: values)
      let explanation = try #require(plan.explanation(of: found, values: values))
      let sum = explanation.dimensions.dropFirst().reduce(explanation.dimensions[0].points) {
        $0 + $1.points
      }
      #expect(sum.bitPattern == explanation.total.bitPattern)
      #expect(explanation.final == explanation.total)
      #expect(found[plan.layout.total] == .number(explanation.total))
    }
  }

  @Test("Each dimension's score is the weighted sum of its measures'")
  func measures() throws {
    for review in [Value.number(75), .missing] {
      let explanation = try #require(plan.explanation(of: evaluation(review: review)))
      for dimension in explanation.dimensions {
        let products = dimension.measures.compactMap { measure in
          measure.score.flatMap { score in measure.weight.map { $0 * score } }
        }
        #expect(products.dropFirst().reduce(products[0], +) == dimension.score)
        #expect(dimension.points == dimension.weight * dimension.score)
      }
    }
  }

  @Test("Weights, scores, bounds and inputs are those of the subject")
  func numbers() throws {
    let explanation = try #require(plan.explanation(of: evaluation()))
    #expect(explanation.key == "S1")
    let (money, work, extra) = (
      explanation.dimensions[0], explanation.dimensions[1], explanation.dimensions[2]
    )
    // 500 of old business aged 3 years count .85, 200 of new ones fully: 625 of 500 planned.
    #expect(money.score == 125)
    #expect(money.weight == 0.7 && !money.isBonus && extra.isBonus && extra.weight == 1)
    #expect(money.measures[0].raw == 125 && money.measures[0].bound == nil)
    #expect(money.measures[0].floor == 0 && money.measures[0].cap == 150)
    #expect(work.title == Title(english: "Work"))
    #expect(work.measures.map(\.score) == [90, 75, 90])
    #expect(work.measures.map(\.weight) == [0.5, 0.25, 0.25])
    #expect(work.measures[0].floor == nil && work.measures[0].cap == nil)
    #expect(extra.measures.map(\.score) == [0, 0])
    #expect(money.measures[0].formula == "share")
  }

  @Test("A cap or a floor that bit is named")
  func bounds() throws {
    var values = plan.values
    values[plan.layout.dimensions[0].measures[0].cap] = 110
    let capped = try #require(
      plan.explanation(of: evaluation(values: values), values: values)
    ).dimensions[0].measures[0]
    #expect(capped.score == 110 && capped.raw == 125 && capped.bound == "cap")
    values[plan.layout.dimensions[0].measures[0].cap] = .infinity
    values[plan.layout.dimensions[0].measures[0].floor] = 130
    let raised = try #require(
      plan.explanation(of: evaluation(values: values), values: values)
    ).dimensions[0].measures[0]
    #expect(raised.score == 130 && raised.bound == "floor" && raised.cap == nil)
  }

  @Test("An excluded measure has neither weight nor score, and the others' weights grow")
  func excluded() throws {
    let explanation = try #require(plan.explanation(of: evaluation(review: .missing)))
    let measures = explanation.dimensions[1].measures
    #expect(measures[1].weight == nil && measures[1].score == nil && measures[1].raw == nil)
    #expect(measures[0].weight == 0.5 / 0.75 && measures[2].weight == 0.25 / 0.75)
  }

  @Test("Inputs are columns with their unit, and aggregates with the rows behind them")
  func inputs() throws {
    let explanation = try #require(plan.explanation(of: evaluation()))
    let share = explanation.dimensions[0].measures[0]
    #expect(share.inputs.map(\.name) == ["SUM(business.value)", "plan"])
    #expect(share.inputs[1].value == .number(500))
    #expect(share.inputs[1].unit == Unit(.tenThousandYuan))
    let rows = share.inputs[0].rows
    #expect(rows.count == 2)
    #expect(rows[0].values.map(\.name) == ["kind", "years", "income", "kept", "value"])
    #expect(rows[0].values[3].value == .number(0.85))
    #expect(rows.map(\.contribution) == [.number(425), .number(200)])
    #expect(explanation.dimensions[1].measures[2].inputs.map(\.name) == ["role"])
    #expect(explanation.dimensions[2].measures[0].inputs.map(\.name) == ["visits"])
  }

  @Test("Named formulas on the way are shown with their values, in order of evaluation")
  func steps() throws {
    let share = try #require(plan.explanation(of: evaluation())).dimensions[0].measures[0]
    // Also a formula that is nothing but an aggregate.
    #expect(share.steps.map(\.name) == ["value", "share"])
    let last = try #require(share.steps.last)
    #expect(last.formula == "100 * value / plan")
    #expect(last.value == .number(125))
  }

  @Test("Parameters, curves, steps and lookups that had a part are shown with their values")
  func settings() throws {
    var values = plan.values
    values[ParameterSlot(0)] = 0.1
    let explanation = try #require(
      plan.explanation(of: evaluation(values: values), values: values))
    let share = explanation.dimensions[0].measures[0]
    #expect(share.settings.map(\.name) == ["decay"])
    #expect(share.settings[0].entries == [["0.1 1/year"]])
    let work = explanation.dimensions[1].measures
    #expect(work[0].settings.map(\.name) == ["bad_points"])
    #expect(work[0].settings[0].entries == [["0", "100"], ["0.02", "80"], ["0.04", "0"]])
    #expect(work[2].settings.map(\.name) == ["role_points", "base"])
    #expect(work[2].settings[0].entries == [["junior", "60"], ["senior", "90"]])
    let extra = explanation.dimensions[2].measures[0].settings
    #expect(extra.map(\.name) == ["extra", "visits where missing"])
  }

  @Test("Who is rejected has no explanation but a reason")
  func rejected() throws {
    let found = evaluation(review: .fault(Fault(.divisionByZero, origin: 0)))
    #expect(plan.explanation(of: found) == nil)
    #expect(found.rejection?.reason.contains("division by zero in ") == true)
    let subject: [Value] = [
      .text("S1"), .text("east"), .text("senior"), .missing, .number(0.01), .number(1), .missing,
    ]
    let missing = PlanInterpreter(plan).evaluate(subject: subject, details: [[]])
    #expect(missing.rejection?.reason == "money.share has no value: plan is missing")
  }

  @Test("Inputs of a register are found through every operation")
  func planInputs() {
    let trace = PlanTrace(plan)
    let share = plan.layout.dimensions[0].measures[0]
    #expect(trace.inputs(of: share.raw).map(\.name) == ["SUM(business.value)", "plan"])
    // Scores stand for themselves in what is computed from them.
    #expect(trace.inputs(of: plan.layout.total).map(\.name) == ["money", "work", "extra"])
    let inputs = plan.layout.dimensions.flatMap(\.measures).flatMap { trace.inputs(of: $0.raw) }
    #expect(
      Set(inputs.map(\.name))
        == [
          "SUM(business.value)", "plan", "bad", "review", "role", "visits", "COUNT(business.value)",
        ])
  }
}
