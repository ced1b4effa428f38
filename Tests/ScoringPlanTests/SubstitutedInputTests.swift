import ScorecardPolicy
import Testing

@testable import ScoringPlan

@Suite("Explaining values that stand in for missing ones")
struct SubstitutedInputTests {
  private static let yaml = """
    policy: substitutes
    tables:
      staff: {key: id, columns: {b: {missing: 5}}}
      rows: {key: id, columns: {v: {missing: 2}}, formulas: {same: v, three: "3"}}
    scorecard:
      dimensions:
        d: {measures: {m: {score: b + SUM(rows.v) + SUM(rows.same) + SUM(rows.three)}}}
    """

  @Test("inputs have the names that formulas use, and the values that were used")
  func inputs() throws {
    let policy = try PolicyReader.read(Self.yaml, file: "policy.yaml").policy
    let plan = Plan(try ResolvedPolicy(policy))
    let evaluation = PlanInterpreter(plan).evaluate(
      subject: [.text("1"), .missing],
      details: [[[.text("1"), .missing], [.text("1"), .number(4)]]])
    let measure = try #require(plan.explanation(of: evaluation)).dimensions[0].measures[0]
    #expect(measure.raw == 23.0)
    let inputs = measure.inputs.map { "\($0.name): \($0.value)" }
    #expect(
      inputs == [
        "b: number(5.0)", "SUM(rows.v): number(6.0)", "SUM(rows.three): number(6.0)",
      ])
    #expect(measure.inputs[1].rows[0].values[0].value == .number(2))
  }

  @Test("a unit too large to convert exactly has no conversion")
  func largeUnits() throws {
    let text = Array(repeating: "CNY100m", count: 45).joined(separator: "*")
    let plain = Array(repeating: "CNY", count: 45).joined(separator: "*")
    let (large, small) = (try #require(Unit(text)), try #require(Unit(plain)))
    #expect(large.conversion(to: small) == nil)
    #expect(Unit("CNY100m")?.conversion(to: Unit(.yuan))?.numerator == 1e8)
  }
}
