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
    let signed = negated ? sketch.add(.negate(amount), to: 1) : amount
    let source = faulty(signed, state, &sketch)
    let result = sketch.aggregate(function, source, of: 1)
    return (sketch.plan(total: result), result)
  }

  /// A condition (`T`, `F`, blank, or `!` and `!!` for faults) and an amount for each row.
  static let conditions: [(AggregateFunction, [(String, String)], Double?, UInt8)] = [
    (.sum, [("T", "1"), ("F", "2"), ("T", "4")], 5, ValueState.present),
    (.count, [("T", ""), ("F", "2"), ("T", "!")], 2, ValueState.present),
    (.average, [("T", "1"), ("F", "2"), ("T", "4")], 2.5, ValueState.present),
    (.minimum, [("F", "1"), ("T", "2"), ("T", "4")], 2, ValueState.present),
    (.maximum, [("T", "1"), ("T", "2"), ("F", "4")], 2, ValueState.present),
    // Values of rows that do not count are nobody's business.
    (.sum, [("F", "!"), ("T", "2"), ("F", "")], 2, ValueState.present),
    (.average, [("F", "1")], nil, ValueState.missing),
    (.sum, [("F", "1")], 0, ValueState.present),
    (.sum, [("", "1"), ("T", "2")], nil, ValueState.missing),
    (.count, [("", "1"), ("T", "2")], nil, ValueState.missing),
    (.count, [("!", "1"), ("", "2")], nil, FaultKind.divisionByZero.rawValue),
    (.sum, [("!!", "1"), ("T", "!")], nil, FaultKind.divisionByZero.rawValue),
    (.sum, [("!!", "1"), ("F", "!")], nil, FaultKind.logarithmOfNonPositive.rawValue),
    (.sum, [("", "1"), ("T", "!")], nil, FaultKind.divisionByZero.rawValue),
    (.sum, [], 0, ValueState.present),
    (.count, [], 0, ValueState.present),
  ]

  @Test("rows for which a condition does not hold do not count", arguments: 0..<conditions.count)
  func condition(number: Int) throws {
    let (function, rows, value, state) = Self.conditions[number]
    var sketch = PlanSketch(details: ["loans"])
    let applies = sketch.column("applies", .truth, of: 1)
    let appliesState = sketch.column("applies_state", of: 1)
    let amount = sketch.column("amount", of: 1)
    let amountState = sketch.column("amount_state", of: 1)
    let condition = Self.faulty(applies, appliesState, &sketch)
    let source = Self.faulty(amount, amountState, &sketch)
    let result = sketch.aggregate(function, source, where: condition, of: 1)
    let plan = sketch.plan(total: result)
    let cell = { (text: String) in text == "!" ? ",1" : text == "!!" ? ",2" : "\(text),0" }
    for rows in [rows, rows.reversed()] {
      let lines = rows.map {
        "k,\(cell($0 == "T" ? "TRUE" : $0 == "F" ? "FALSE" : $0)),\(cell($1))"
      }
      let header = "id,applies,applies_state,amount,amount_state"
      let population = try Conformance.population(
        plan, ["staff": "id\nk\n", "loans": ([header] + lines).joined(separator: "\n")])
      try Conformance.check(plan, population)
      let column = PlanEngine(plan: plan).score(population).column(result)
      #expect(column?[0] == value)
      #expect(column?.state(of: 0) == state)
    }
  }

  /// A column, or a division by zero where its state is 1, or a logarithm of 0 where it is 2.
  private static func faulty(
    _ column: Register, _ state: Register, _ sketch: inout PlanSketch
  ) -> Register {
    let zero = sketch.add(.number(0), to: 1)
    let one = sketch.add(.number(1), to: 1)
    let isSound = sketch.add(.compare(.equal, state, zero), to: 1)
    let isDivision = sketch.add(.compare(.equal, state, one), to: 1)
    let division = sketch.add(.arithmetic(.divide, one, zero), to: 1)
    let logarithm = sketch.add(.unary(.naturalLogarithm, zero), to: 1)
    let fault = sketch.add(
      .select(condition: isDivision, then: division, otherwise: logarithm), to: 1)
    return sketch.add(.select(condition: isSound, then: column, otherwise: fault), to: 1)
  }
}
