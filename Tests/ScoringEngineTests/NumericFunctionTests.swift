import ScorecardPolicy
import ScoringPlan
import Testing

@testable import ScoringEngine

/// Every function of numbers and every kind of curve over numbers of all sorts, without further lines
/// for a new one. What each gives is tested by the examples of the policy reference.
@Suite("Functions of numbers and curves over blocks")
struct NumericFunctionTests {
  private static let numbers = [
    "0", "-0", "1", "-1", "0.5", "-0.5", "2", "3", "1.005", "-2.5", "0.0000001", "709.5", "710",
    "-745", "10000000000000000", "1" + String(repeating: "0", count: 308),
    "-1" + String(repeating: "0", count: 308),
  ]

  /// Two numbers and what they are divided by: 0 makes a fault of one, a blank makes it missing.
  private static let rows =
    numbers.flatMap { one in numbers.map { [one, "1", $0, "1"] } }
    + ["1", "0", ""].flatMap { one in ["1", "0", ""].map { ["2", one, "-3", $0] } }

  @Test("The engine gives the interpreter's bits and states, which are finite or a fault")
  func agree() throws {
    var sketch = PlanSketch()
    let columns = ["a", "b", "c", "d"].map { sketch.column($0) }
    let x = sketch.add(.arithmetic(.divide, columns[0], columns[1]))
    let y = sketch.add(.arithmetic(.divide, columns[2], columns[3]))
    let curves = CurveKind.allCases.map {
      sketch.curve($0, [(-1, 5), (0, 7), (0.5, -3)] + ($0.allowsJumps ? [(0.5, 1e308)] : []))
    }
    let results =
      UnaryFunction.allCases.map { sketch.add(.unary($0, x)) }
      + BinaryFunction.allCases.map { sketch.add(.binary($0, x, y)) }
      + curves.map { sketch.add(.curve($0, x)) }
    let plan = sketch.plan(total: results[0])
    let lines = Self.rows.enumerated().map { "k\($0)," + $1.joined(separator: ",") }
    let text = (["id,a,b,c,d"] + lines).joined(separator: "\n")
    let population = try Conformance.population(plan, ["staff": text])
    #expect(population.rejectedRows.flatMap { $0 }.isEmpty)
    try Conformance.check(plan, population)
    let interpreter = PlanInterpreter(plan)
    for row in Self.rows.indices {
      let values = interpreter.evaluate(
        subject: population.interpreterInput(row).subject, details: [])
      for result in results {
        if case .number(let number) = values[result] { #expect(number.isFinite) }
      }
    }
  }
}
