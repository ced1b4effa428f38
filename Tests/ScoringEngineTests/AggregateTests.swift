import ScorecardPolicy
import ScoringPlan
import Testing

@testable import ScoringEngine

@Suite("Aggregates of detail rows")
struct AggregateTests {
  /// Rows of one subject: numbers, blanks, `!` for a division by zero and `!!` for a logarithm of 0.
  struct Example: Sendable, CustomTestStringConvertible {
    let function: AggregateFunction
    let rows: [String]
    let value: Double?
    let state: UInt8

    init(_ function: AggregateFunction, _ rows: [String], _ value: Double) {
      (self.function, self.rows, self.value, state) = (function, rows, value, ValueState.present)
    }

    init(_ function: AggregateFunction, _ rows: [String], state: UInt8) {
      (self.function, self.rows, value, self.state) = (function, rows, nil, state)
    }

    var testDescription: String { "\(function.rawValue)(\(rows.joined(separator: "; ")))" }
  }

  private static let large = "1" + String(repeating: "0", count: 16)
  private static let huge = "1" + String(repeating: "0", count: 308)

  static let examples: [Example] = [
    Example(.sum, [], 0), Example(.count, [], 0),
    Example(.average, [], state: ValueState.missing),
    Example(.minimum, [], state: ValueState.missing),
    Example(.maximum, [], state: ValueState.missing),
    // Added one after another the 1 would be lost.
    Example(.sum, [large, "1", "-" + large], 1),
    // The true sum of the doubles nearest to 0.1, 0.2 and 0.3 rounds to 0.6 (computed with exact
    // fractions); added in order they give 0.6000000000000001.
    Example(.sum, ["0.1", "0.2", "0.3"], 0.6),
    Example(.average, ["0.1", "0.2", "0.3"], 0.6 / 3),
    Example(.sum, [huge, huge, "-" + huge], 1e308),
    Example(.sum, [huge, huge], state: FaultKind.overflow.rawValue),
    Example(.minimum, ["3", "-2", "5"], -2), Example(.maximum, ["3", "-2", "5"], 5),
    Example(.sum, ["1", ""], state: ValueState.missing),
    Example(.count, ["1", "", "!"], 3),
    Example(.maximum, ["!!", "", "!"], state: FaultKind.divisionByZero.rawValue),
    Example(.sum, ["", "!!", "1"], state: FaultKind.logarithmOfNonPositive.rawValue),
  ]

  @Test("the order of rows does not matter", arguments: examples)
  func anyOrder(_ example: Example) throws {
    let (plan, result) = Self.plan(example.function)
    for rows in [example.rows, example.rows.reversed(), example.rows.sorted()] {
      let lines = rows.map { "k," + ($0 == "!" ? ",1" : $0 == "!!" ? ",2" : "\($0),0") }
      let population = try Conformance.population(
        plan,
        ["staff": "id\nk\n", "loans": (["id,amount,state"] + lines).joined(separator: "\n")])
      try Conformance.check(plan, population)
      let column = PlanEngine(plan: plan).score(population).column(result)
      #expect(column?[0] == example.value)
      #expect(column?.state(of: 0) == example.state)
    }
  }

  @Test("of zeros with either sign the positive one is the smallest and the largest")
  func zeros() throws {
    for function in [AggregateFunction.minimum, .maximum, .sum] {
      let (plan, result) = Self.plan(function, negated: true)
      let population = try Conformance.population(
        plan, ["staff": "id\nk\n", "loans": "id,amount,state\nk,0,0\n"])
      try Conformance.check(plan, population)
      let zero = PlanEngine(plan: plan).score(population).column(result)?[0]
      #expect(zero?.bitPattern == 0.0.bitPattern)
    }
  }

  private static func plan(
    _ function: AggregateFunction, negated: Bool = false
  ) -> (Plan, Register) {
    var sketch = PlanSketch(details: ["loans"])
    let amount = sketch.column("amount", of: 1)
    let state = sketch.column("state", of: 1)
    let zero = sketch.add(.number(0), to: 1)
    let one = sketch.add(.number(1), to: 1)
    let isPresent = sketch.add(.compare(.equal, state, zero), to: 1)
    let isDivision = sketch.add(.compare(.equal, state, one), to: 1)
    let division = sketch.add(.arithmetic(.divide, one, zero), to: 1)
    let logarithm = sketch.add(.function(.naturalLogarithm, zero), to: 1)
    let fault = sketch.add(
      .select(condition: isDivision, then: division, otherwise: logarithm), to: 1)
    let signed = negated ? sketch.add(.negate(amount), to: 1) : amount
    let source = sketch.add(
      .select(condition: isPresent, then: signed, otherwise: fault), to: 1)
    let result = sketch.aggregate(function, source, of: 1)
    return (sketch.plan(total: result), result)
  }
}
