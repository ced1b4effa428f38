import ScorecardPolicy
import ScoringPlan
import Testing

@testable import ScoringEngine

@Suite("Statistics of groups")
struct StatisticTests {
  /// Two branches, two subjects without a branch; one value is missing, one is a division by zero
  /// (`divisor` 0) and one subject is rejected (`base` is missing).
  private static let staff = """
    id,branch,value,divisor,base
    a,x,1,1,0
    b,x,2,1,0
    c,x,4,1,0
    d,y,10,1,0
    e,,7,1,0
    f,,9,1,0
    g,x,,1,0
    h,x,5,0,0
    i,x,100,1,
    """

  /// The values for a function in groups, nil where missing or at fault.
  private static func values(
    _ function: PopulationFunction, grouped: Bool
  ) throws -> (values: [Double?], states: [UInt8?]) {
    var sketch = PlanSketch()
    let branch = sketch.column("branch", .text)
    let value = sketch.column("value")
    let divisor = sketch.column("divisor")
    let base = sketch.column("base")
    let source = sketch.add(.arithmetic(.divide, value, divisor))
    sketch.require(base)
    let result = sketch.statistic(function, source, group: grouped ? branch : nil)
    let plan = sketch.plan(total: base)
    let population = try Conformance.population(plan, ["staff": staff])
    try Conformance.check(plan, population)
    let column = PlanEngine(plan: plan).score(population).column(result)
    return ((0..<9).map { column?[$0] }, (0..<9).map { column?.state(of: $0) })
  }

  // Computed by hand; the population's variance of 1, 2 and 4 is 14/9, that of 7 and 9 is 1.
  static let examples: [(PopulationFunction, [Double?])] = [
    (.sum, [7, 7, 7, 10, 16, 16, 7]),
    (.average, [7.0 / 3, 7.0 / 3, 7.0 / 3, 10, 8, 8, 7.0 / 3]),
    (.minimum, [1, 1, 1, 10, 7, 7, 1]), (.maximum, [4, 4, 4, 10, 9, 9, 4]),
    (.count, [5, 5, 5, 1, 2, 2, 5, 5]), (.median, [2, 2, 2, 10, 8, 8, 2]),
    (.rank, [3, 2, 1, 1, 2, 1, nil]), (.percentRank, [0, 0.5, 1, 1, 0, 1, nil]),
  ]

  @Test(
    "a group's value is each member's; missing and rejected subjects do not count",
    arguments: examples.indices)
  func grouped(number: Int) throws {
    let (function, expected) = Self.examples[number]
    let found = try Self.values(function, grouped: true)
    #expect(Array(found.values.prefix(expected.count)) == expected)
    let own = FaultKind.divisionByZero.rawValue
    #expect(found.states[7] == (function == .count ? ValueState.present : own))
    #expect(found.states[8] == ValueState.missing)
  }

  @Test("without groups all subjects are one")
  func all() throws {
    // The standard deviation of 1, 2, 4, 10, 7, 9 by exact fractions: the root of 139/12.
    let deviation = try Self.values(.standardDeviation, grouped: false).values
    #expect(abs((deviation[0] ?? 0) - (139.0 / 12).squareRoot()) < 1e-14)
    #expect(try Self.values(.median, grouped: false).values[6] == 5.5)
    #expect(
      try Self.values(.percentRank, grouped: false).values.prefix(6) == [0, 0.2, 0.4, 1, 0.6, 0.8])
    #expect(try Self.values(.count, grouped: false).values[0] == 8)
  }

  private static let huge = "1" + String(repeating: "0", count: 308)

  static let edges: [(PopulationFunction, [String], Double?, UInt8)] = [
    (.sum, ["", ""], 0, ValueState.present), (.average, ["", ""], nil, ValueState.missing),
    (.median, [""], nil, ValueState.missing), (.minimum, [""], nil, ValueState.missing),
    (.standardDeviation, [""], nil, ValueState.missing),
    (.standardDeviation, ["3"], 0, ValueState.present),
    (.percentRank, ["3"], 1, ValueState.present),
    (.rank, ["3", "4", "4"], 3, ValueState.present),
    (.percentRank, ["3", "3", "1"], 0.5, ValueState.present),
    // At two decimals these are one.
    (.rank, ["3.001", "3.004"], 1, ValueState.present),
    (.sum, [huge, huge], nil, FaultKind.overflow.rawValue),
    (.sum, [huge, huge, "-" + huge], 1e308, ValueState.present),
    (.average, [huge, huge], nil, FaultKind.overflow.rawValue),
    (.median, [huge, huge], nil, FaultKind.overflow.rawValue),
    (.maximum, [huge, huge], 1e308, ValueState.present),
    (.standardDeviation, [huge, "0"], nil, FaultKind.overflow.rawValue),
    (.rank, [huge, "1"], nil, FaultKind.overflow.rawValue),
    (.percentRank, ["1", huge], 1, ValueState.present),
  ]

  @Test("the first of some values in one group gets what is right", arguments: edges.indices)
  func edge(number: Int) throws {
    let (function, cells, value, state) = Self.edges[number]
    var sketch = PlanSketch()
    let source = sketch.column("value")
    let result = sketch.statistic(function, source)
    let plan = sketch.plan(total: result)
    for reversed in [false, true] {
      let lines = cells.enumerated().map { "k\($0),\($1)" }
      let rows = (reversed ? lines.reversed() : lines).joined(separator: "\n")
      let population = try Conformance.population(plan, ["staff": "id,value\n" + rows])
      try Conformance.check(plan, population)
      let column = PlanEngine(plan: plan).score(population).column(result)
      let first = reversed ? cells.count - 1 : 0
      #expect(column?[first] == value)
      #expect(column?.state(of: first) == state)
    }
  }

  @Test("of zeros with either sign the positive one is smallest, largest and in the middle")
  func zeros() throws {
    for function in [PopulationFunction.minimum, .maximum, .median, .sum, .average] {
      for cells in [["0"], ["0", "-1", "1"], ["0", "0"]] {
        var sketch = PlanSketch()
        let value = sketch.column("value")
        let source = sketch.add(.negate(value))
        let result = sketch.statistic(function, source)
        let plan = sketch.plan(total: result)
        let rows = cells.enumerated().map { "k\($0),\($1)" }.joined(separator: "\n")
        let population = try Conformance.population(plan, ["staff": "id,value\n" + rows])
        let number = PlanEngine(plan: plan).score(population).column(result)?[0]
        if number == 0 { #expect(number?.sign == .plus, "\(function) of \(cells)") }
      }
    }
  }

  @Test("a subject's own fault comes through with the place where it arose")
  func ownFault() throws {
    var sketch = PlanSketch()
    let value = sketch.column("value")
    let zero = sketch.add(.number(0))
    let source = sketch.add(.arithmetic(.divide, value, zero))
    let mean = sketch.statistic(.average, source)
    sketch.require(mean)
    let plan = sketch.plan(total: mean)
    let population = try Conformance.population(plan, ["staff": "id,value\na,1\nb,\n"])
    let scored = PlanEngine(plan: plan).score(population)
    #expect((0..<2).map { scored.isRejected($0) } == [true, true])
    #expect(scored.rejectedRows().first?.reason.hasPrefix("division by zero in sketch") == true)
    guard case .fault(let fault) = scored.evaluation(of: 0)[mean] else {
      Issue.record("no fault")
      return
    }
    #expect(fault == Fault(.divisionByZero, origin: 0))
  }
}
