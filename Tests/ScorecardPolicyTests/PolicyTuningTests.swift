import AHP
import Diagnostics
import Foundation
import ScorecardPolicy
import TestSupport
import Testing

@Suite("A policy read with other numbers")
struct PolicyTuningTests {
  private static let yaml = """
    policy: tuned
    parameters:
      rate: {value: 5%, maximum: 1}
      pay: 1500元
      large: {value: 30万元, unit: CNY10k}
    tables: {staff: {key: id, columns: {a: number, b: number}}}
    lookups: {points: {"1.5": 10, x: 20}}
    formulas: {bonus: "IF(a > 3, 200元, 1.5 * 100元)"}
    scorecard:
      weights: {judgements: [[one, two, 3]]}
      dimensions:
        one: {measures: {a: {score: a}}}
        two: {measures: {b: {score: b}}}
    """

  private func policy(_ numbers: [String: Double]) throws -> Policy {
    try PolicyTuning(Self.yaml, file: "policy.yaml").policy(numbers: numbers)
  }

  @Test("has them, with the sign of money that the policy writes")
  func numbers() throws {
    let policy = try policy([
      "parameters.rate": 0.1, "parameters.pay": -2.5, "parameters.large": 40,
      "lookups.points.1.5": 11,
    ])
    #expect(policy.parameters.map(\.value) == [0.1, -2.5, 40])
    #expect(policy.parameters.map(\.unit) == [nil, Unit("CNY"), Unit("CNY10k")])
    #expect(policy.lookups.first?.entries.map(\.value) == [11, 20])
  }

  @Test("replaces a number in a formula by its place")
  func formulas() throws {
    let tuning = try PolicyTuning(Self.yaml, file: "policy.yaml")
    #expect(tuning.numberCount(inFormula: "formulas.bonus") == 4)
    #expect((1...4).map { tuning.number($0, inFormula: "formulas.bonus") } == [3, 200, 1.5, 100])
    #expect(tuning.number(0, inFormula: "formulas.bonus") == nil)
    #expect(tuning.number(5, inFormula: "formulas.bonus") == nil)
    let policy = try tuning.policy(numbers: ["formulas.bonus.2": 250, "formulas.bonus.1": -1])
    #expect(
      policy.tables[0].formulas.first?.formula.text == "IF(a > (-1), 250元, 1.5 * 100元)")
  }

  @Test("sets a cap that is absent")
  func caps() throws {
    let path = "scorecard.dimensions.one.measures.a.cap"
    #expect(try policy([path: 120]).scorecard.dimensions[0].measures[0].cap == 120)
  }

  @Test("has other judgements, in the policy and in a file, seen from either side")
  func judgements() throws {
    let folder = try TemporaryDirectory()
    try folder.write(",one,two\none,1,3\ntwo,,1\n", to: "judgements.csv")
    let filed = Self.yaml.replacing(
      "judgements: [[one, two, 3]]", with: "file: judgements.csv")
    for yaml in [Self.yaml, filed] {
      let tuning = try PolicyTuning(yaml, file: "policy.yaml", folder: folder.url.path)
      for (row, column, text) in [("one", "two", "4"), ("two", "one", "1/4")] {
        let policy = try tuning.policy(judgements: [
          TunedJudgement(
            weights: "scorecard.weights", row: row, column: column,
            judgement: try Judgement(text))
        ])
        let weights = try ResolvedPolicy(policy).dimensionWeights.weights
        #expect(zip(weights, [0.8, 0.2]).allSatisfy { abs($0 - $1) < 1e-12 })
      }
    }
  }

  @Test("says what is wrong with a number, and where none stands")
  func faults() throws {
    let bounds = #expect(throws: DiagnosedFailure.self) { try policy(["parameters.rate": 2]) }
    #expect(bounds?.diagnostics.map(\.code) == ["policy.bounds"])
    for path in ["parameters.none", "formulas.bonus.9", "scorecard.dimensions.one", "tables"] {
      let unknown = #expect(throws: DiagnosedFailure.self) { try policy([path: 2]) }
      #expect(unknown?.diagnostics.first?.code == "scenario.unknown-path", "\(path)")
    }
  }
}
