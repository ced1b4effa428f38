import AHP
import Diagnostics
import Foundation
import ScorecardPolicy
import TestSupport
import Testing

@Suite("A policy with a revision laid over it")
struct PolicyRevisionTests {
  private func tuning(_ yaml: String, in folder: String = ".") throws -> PolicyTuning {
    try PolicyTuning(yaml, file: "policy.yaml", folder: folder)
  }

  private func weights(_ tuning: PolicyTuning) throws -> [Double] {
    try ResolvedPolicy(try tuning.policy()).dimensionWeights.weights
  }

  private func codes(_ yaml: String, _ revision: PolicyRevision) throws -> [String] {
    let tuning = try tuning(yaml)
    let failure = #expect(throws: DiagnosedFailure.self) {
      try tuning.revised(by: revision).policy()
    }
    return failure?.diagnostics.map(\.code) ?? []
  }

  @Test("has its numbers, a number alone in the unit that was written")
  func numbers() throws {
    let revised = try tuning(RevisedPolicy.yaml()).revised(
      by: PolicyRevision(numbers: [
        "parameters.rate": "6%", "parameters.pay": "1600", "parameters.large": "31万元",
        "parameters.quoted": " 0.7 ", "scorecard.dimensions.one.measures.a.cap": "120",
        "gates.veto.when.1": "-2", "curves.line.2.y": "90",
      ]))
    let policy = try revised.policy()
    #expect(policy.parameters.map(\.value) == [0.06, 1600, 31, 0.7])
    #expect(policy.parameters[1].unit == Unit("CNY"))
    #expect(policy.scorecard.dimensions[0].measures[0].cap == 120)
    #expect(policy.gates[0].when?.text == "AND(a < (-2), b > 3)")
    #expect(policy.curves[0].points.map(\.y) == [0, 90])
    #expect(revised.text(at: "parameters.pay") == "1600元")
  }

  @Test("keeps 30万 of 元 what it is")
  func moneyWithScale() throws {
    let revised = try tuning(RevisedPolicy.yaml()).revised(
      by: PolicyRevision(numbers: ["parameters.pay": "30万"]))
    #expect(revised.text(at: "parameters.pay") == "300000元")
  }

  @Test(
    "has its judgements, written either way round, under names or titles",
    arguments: [
      "[[one, two, 3]]", "[[two, one, 1/3]]", "[[First, two, 3]]", "[[two, 第一, '1/3']]",
    ])
  func judgements(triples: String) throws {
    let tuning = try tuning(RevisedPolicy.yaml(weights: "{judgements: \(triples)}"))
    for (row, column, text) in [("one", "two", "4"), ("two", "one", "1/4"), ("第一", "two", "4")] {
      let revised = try tuning.revised(by: try .judging(row, column, text))
      #expect(try weights(revised) == [0.8, 0.2])
    }
  }

  @Test("fills gaps, whether written as ? or left out")
  func gaps() throws {
    for triples in [
      "[one, two, 2], [two, three, 2], [one, three, ?]", "[one, two, 2], [two, three, 2]",
    ] {
      let yaml = RevisedPolicy.yaml(
        weights: "{judgements: [\(triples)], incomplete: lambda-optimal}", dimensions: 3)
      let revised = try tuning(yaml).revised(by: try .judging("one", "three", "4"))
      let resolved = try ResolvedPolicy(try revised.policy())
      #expect(resolved.dimensionWeights.declaration?.completed == nil)
      let expected = [4.0 / 7, 2.0 / 7, 1.0 / 7]
      #expect(
        zip(resolved.dimensionWeights.weights, expected).allSatisfy { abs($0 - $1) < 1e-12 })
    }
  }

  @Test("holds the judgements of a file itself once one of them is replaced")
  func file() throws {
    let folder = try TemporaryDirectory()
    // Titles and another order than the policy's.
    try folder.write(
      ",two,First,three\ntwo,1,1/3,2\nFirst,,1,5\nthree,,,1\n", to: "judgements.csv")
    let yaml = RevisedPolicy.yaml(
      weights: "{file: judgements.csv, method: geometric-mean, maximum_consistency_ratio: 0.2}",
      dimensions: 3)
    let tuning = try tuning(yaml, in: folder.path)
    let revised = try tuning.revised(by: try .judging("one", "three", "6"))
    let tuned = try ResolvedPolicy(
      try tuning.policy(judgements: PolicyRevision.judging("one", "three", "6").judgements))
    let resolved = try ResolvedPolicy(try revised.policy())
    #expect(resolved.dimensionWeights.weights == tuned.dimensionWeights.weights)
    #expect(resolved.dimensionWeights.declaration?.file == nil)
    #expect(resolved.dimensionWeights.declaration?.method == .geometricMean)
    #expect(resolved.dimensionWeights.declaration?.maximumConsistencyRatio == 0.2)
    #expect(resolved.policy.files == ["policy.yaml"])
  }

  private static let panel = """
    respondent,weight,row,column,judgement
    a,1,one,two,2
    b,2,one,two,3
    a,1,one,three,4
    b,2,one,three,4
    a,1,two,three,2
    b,2,two,three,3

    """

  @Test("aggregates a panel's judgements, and replaces one of them together")
  func panel() throws {
    let folder = try TemporaryDirectory()
    try folder.write(Self.panel, to: "panel.csv")
    let yaml = RevisedPolicy.yaml(weights: "{file: panel.csv}", dimensions: 3)
    let tuning = try tuning(yaml, in: folder.path)
    let same = try tuning.revised(by: try .judging("one", "three", "4"))
    #expect(try weights(same) == weights(tuning))
    let other = try tuning.revised(by: try .judging("one", "three", "5"))
    let tuned = try tuning.policy(
      judgements: PolicyRevision.judging("one", "three", "5").judgements)
    #expect(try weights(other) == ResolvedPolicy(tuned).dimensionWeights.weights)
  }

  @Test("refuses a judgement where a panel's priorities are aggregated")
  func panelOfPriorities() throws {
    let folder = try TemporaryDirectory()
    try folder.write(Self.panel, to: "panel.csv")
    let yaml = RevisedPolicy.yaml(
      weights: "{file: panel.csv, aggregate: priorities}", dimensions: 3)
    let tuning = try tuning(yaml, in: folder.path)
    let failure = #expect(throws: DiagnosedFailure.self) {
      try tuning.revised(by: try .judging("one", "three", "5"))
    }
    #expect(failure?.diagnostics.map(\.code) == ["scenario.structure"])
    #expect(failure?.diagnostics.first?.location != nil)
    let numbers = try tuning.revised(
      by: PolicyRevision(weights: ["scorecard.weights": ["one": 0.5, "two": 0.3, "three": 0.2]]))
    #expect(try weights(numbers) == [0.5, 0.3, 0.2])
  }

  @Test(
    "has weights as numbers instead of judgements or other numbers",
    arguments: [
      "{judgements: [[one, two, 3]], method: eigenvector}", "{one: 0.5, two: 0.5}",
      "{First: 50%, two: 50%}", "{one: 1, two: 2, normalize: true}",
    ])
  func weights(_ written: String) throws {
    let revised = try tuning(RevisedPolicy.yaml(weights: written)).revised(
      by: PolicyRevision(weights: ["scorecard.weights": ["one": 0.7, "two": 0.3]]))
    #expect(try weights(revised) == [0.7, 0.3])
  }

  private static let byColumn =
    "{by: role, x: {one: 0.5, two: 0.5}, y.z: {judgements: [[one, two, 3]]}}"

  @Test("has other weights and judgements for one text of a column")
  func byColumn() throws {
    let yaml = RevisedPolicy.yaml(weights: Self.byColumn)
    let revised = try tuning(yaml).revised(
      by: PolicyRevision(
        judgements: PolicyRevision.judging("one", "two", "4", at: "scorecard.weights.y.z")
          .judgements,
        weights: ["scorecard.weights.x": ["one": 0.6, "two": 0.4]]))
    let choices = try ResolvedPolicy(try revised.policy()).dimensionWeights.choices
    #expect(choices.map(\.weights.weights) == [[0.6, 0.4], [0.8, 0.2]])
    let whole = PolicyRevision(weights: ["scorecard.weights": ["one": 0.6, "two": 0.4]])
    #expect(try codes(yaml, whole) == ["scenario.unknown-path"])
  }

  @Test("turns numbers into judgements where every pair is judged")
  func fromNumbers() throws {
    let yaml = RevisedPolicy.yaml(weights: "{one: 0.5, two: 0.5}")
    var revision = try PolicyRevision.judging("one", "two", "4")
    revision.methods = ["scorecard.weights": .geometricMean]
    let declaration = try ResolvedPolicy(try tuning(yaml).revised(by: revision).policy())
      .dimensionWeights.declaration
    #expect(declaration?.method == .geometricMean)
    #expect(declaration?.matrix.upperTriangle.map(\.text) == ["4"])
  }

  @Test("has its methods, random indices and version")
  func options() throws {
    let yaml = RevisedPolicy.yaml(weights: "{judgements: [[one, two, 3]], method: eigenvector}")
    let revised = try tuning(yaml).revised(
      by: PolicyRevision(
        methods: ["scorecard.weights": .geometricMean],
        randomIndices: ["scorecard.weights": .alonso2006], version: "2 test"))
    let resolved = try ResolvedPolicy(try revised.policy())
    #expect(resolved.dimensionWeights.declaration?.method == .geometricMean)
    #expect(resolved.dimensionWeights.declaration?.randomIndex == .alonso2006)
    #expect(resolved.policy.version == "2 test")
  }

  @Test("says what is wrong with it")
  func faults() throws {
    let yaml = RevisedPolicy.yaml(weights: "{one: 0.5, two: 0.5}")
    let judged = RevisedPolicy.yaml(weights: "{judgements: [[one, two, 3]]}")
    let path = "scorecard.weights"
    let weights = { PolicyRevision(weights: [path: $0]) }
    #expect(
      try codes(yaml, PolicyRevision(numbers: ["parameters.none": "1", "parameters.rate": "x"]))
        == ["scenario.unknown-path", "policy.number"])
    #expect(
      try codes(yaml, PolicyRevision(numbers: ["parameters.rate": "2"])) == ["policy.bounds"])
    #expect(try codes(yaml, weights(["one": 0.5, "two": 0.4])) == ["policy.weights-sum"])
    #expect(try codes(judged, weights(["one": 0.5])) == ["policy.no-weights"])
    #expect(try codes(judged, weights(["one": 0.5, "twoo": 0.5])) == ["policy.unknown-name"])
    #expect(try codes(judged, weights(["one": 1.5, "two": -0.5])) == ["policy.bounds"])
    #expect(try codes(judged, weights(["one": .nan, "two": 1])) == ["policy.number"])
    #expect(
      try codes(judged, PolicyRevision(weights: ["scorecard.dimensions.one.weights": ["a": 1]]))
        == ["scenario.unknown-path"])
    #expect(try codes(judged, try .judging("one", "three", "2")) == ["judgement.unknown-label"])
    #expect(
      try codes(judged, .judging("one", "two", "2", at: "scorecard.dimensions.none.weights"))
        == ["scenario.unknown-path"])
    #expect(
      try codes(yaml, PolicyRevision(methods: [path: .eigenvector])) == ["scenario.structure"])
    var both = try PolicyRevision.judging("one", "two", "2")
    both.weights = [path: ["one": 0.5, "two": 0.5]]
    #expect(try codes(judged, both) == ["policy.shape"])
  }
}
