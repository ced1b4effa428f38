import AHP
import Diagnostics
import TestSupport
import Testing

@testable import ScorecardPolicy

@Suite("Weights of a policy")
struct ResolvedPolicyTests {
  private func resolve(weights: String, dimensions: [String] = ["a", "b", "c", "d"]) throws
    -> ResolvedPolicy
  {
    let scores = dimensions.map { "    \($0): {measures: {m: {score: '1'}}}" }
    let yaml = """
      policy: weights
      tables: {staff: {key: id}}
      scorecard:
        weights: \(weights)
        dimensions:
      \(scores.joined(separator: "\n"))
      """
    return try ResolvedPolicy(try PolicyReader.read(yaml, file: "weights.yaml").policy)
  }

  @Test("The paper's judgements give its weights, by row geometric means and by the eigenvector")
  func paper() throws {
    let (policy, _) = try PolicyReader.read(
      contentsOf: ProjectFiles.url("Datasets/policies/customer-manager/policy.yaml").path)
    let resolved = try ResolvedPolicy(policy)
    #expect(resolved.dimensionWeights.labels == ["financial", "customer", "internal", "learning"])
    // Recomputed with 60-digit arithmetic apart from this project; the paper prints .4832 .2717
    // .1569 .0882.
    let weights = [0.483189025963, 0.271717157177, 0.156875973840, 0.088217843020]
    for (weight, expected) in zip(resolved.dimensionWeights.weights, weights) {
      #expect(abs(weight - expected) <= 1e-12)
    }
    let judgements =
      "{judgements: [[a, b, 2], [a, c, 3], [a, d, 5], [b, c, 2], [b, d, 3], [c, d, 2]]}"
    let eigenvector = [0.482885616555, 0.271974461325, 0.156989860763, 0.088150061358]
    for (weight, expected) in zip(
      try resolve(weights: judgements).dimensionWeights.weights, eigenvector)
    {
      #expect(abs(weight - expected) <= 1e-12)
    }
    #expect(resolved.findings.isEmpty)
    #expect(resolved.inconsistencies.isEmpty)
    #expect(
      resolved.analyses.map(\.path) == [
        "scorecard.weights", "scorecard.dimensions.internal.weights",
        "scorecard.dimensions.learning.weights",
      ])
  }

  /// Bozoki, Fulop and Ronyai 2010, doi:10.1016/j.mcm.2010.02.047, example 3, recomputed.
  @Test(
    "Judgements with a gap are completed by the method that the policy names",
    arguments: [
      ("lambda-optimal", [0.373787, 0.391993, 0.098484, 0.135736]),
      ("logarithmic-least-squares", [0.374183, 0.391633, 0.098841, 0.135343]),
      ("harker", [0.373579, 0.392123, 0.098177, 0.136122]),
    ])
  func incomplete(method: String, weights: [Double]) throws {
    let judgements = "judgements: [[a, b, 1], [a, c, 5], [a, d, 2], [b, c, 3], [d, b, 1/4]]"
    let resolved = try resolve(weights: "{\(judgements), incomplete: \(method)}")
    for (weight, expected) in zip(resolved.dimensionWeights.weights, weights) {
      #expect(abs(weight - expected) <= 0.5e-6)
    }
    let analysis = try #require(resolved.dimensionWeights.analysis)
    #expect(analysis.randomIndexSource == "simulated")
    #expect(analysis.completion?.matrix.completed.map(\.row) == ["c"])
    #expect(resolved.inconsistencies.isEmpty)
    let named = try resolve(
      weights: "{\(judgements), incomplete: \(method), random_index: saaty-1980}")
    #expect(named.dimensionWeights.analysis?.randomIndexSource == "saaty-1980, scaled for gaps")
    #expect(throws: DiagnosedFailure.self) { try resolve(weights: "{\(judgements)}") }
  }

  @Test("Weights sum to 1, absent ones are 1, and each is its measure's")
  func everyWeight() throws {
    let (policy, _) = try PolicyReader.read(contentsOf: CompletePolicyTests.file)
    let resolved = try ResolvedPolicy(policy)
    #expect(
      resolved.measureWeights.map(\.labels)
        == policy.scorecard.dimensions.map {
          $0.measures.map(\.name)
        })
    for weights in [resolved.dimensionWeights] + resolved.measureWeights.dropLast() {
      #expect(abs(weights.weights.reduce(0, +) - 1) <= 1e-12)
    }
    #expect(resolved.measureWeights[5].weights == [1, 1])
    #expect(resolved.measureWeights[1].weights == [0.5, 0.25, 0.25])
    let internalWeights = resolved.measureWeights[2].weights
    // superior : peer : self are judged 2, 4 and 3, in the measures' order self, superior, peer.
    #expect(internalWeights[1] > internalWeights[2] && internalWeights[2] > internalWeights[0])
  }

  @Test("Priorities of a panel are aggregated with the respondents' weights")
  func panel() throws {
    let (policy, _) = try PolicyReader.read(contentsOf: CompletePolicyTests.file)
    let weights = try ResolvedPolicy(policy).measureWeights[3].weights
    // Ann's priorities of hours and exam are 1/4 and 3/4 (weight 1), Bob's 1/3 and 2/3 (weight 3);
    // geometric means: (1/4 * 1/27)^(1/4) and (3/4 * 8/27)^(1/4).
    let (hours, exam) = (
      (1.0 / 108).squareRoot().squareRoot(), (2.0 / 9).squareRoot().squareRoot()
    )
    #expect(abs(weights[0] - hours / (hours + exam)) <= 1e-12)
    #expect(abs(weights[1] - exam / (hours + exam)) <= 1e-12)
  }

  @Test("Bonus dimensions are not among the weights of dimensions")
  func bonuses() throws {
    let (policy, _) = try PolicyReader.read(contentsOf: CompletePolicyTests.file)
    #expect(
      try ResolvedPolicy(policy).dimensionWeights.labels == ["financial", "customer", "internal"])
  }

  @Test("Judgements that contradict each other are a finding, and forbid scoring")
  func inconsistent() throws {
    let resolved = try resolve(
      weights: "{judgements: [[a, b, 9], [b, c, 9], [c, a, 9]]}", dimensions: ["a", "b", "c"])
    #expect(resolved.findings.map(\.code) == ["judgement.inconsistent"])
    #expect(resolved.findings.map(\.severity) == [.finding])
    let fault = try #require(resolved.inconsistencies.first)
    #expect(resolved.inconsistencies.count == 1)
    #expect(fault.severity == .error)
    #expect(fault.path == "scorecard.weights")
    #expect(fault.location?.line == 4)
    #expect(fault.message == resolved.findings[0].message)
  }

  @Test("A ratio of exactly the largest allowed is not below it")
  func boundary() throws {
    let judgements = "judgements: [[a, b, 2], [a, c, 6], [b, c, 4]]"
    let analysis = try #require(
      try resolve(weights: "{\(judgements)}", dimensions: ["a", "b", "c"]).analyses.first?.analysis)
    let ratio = try #require(analysis.consistencyRatio)
    for (maximum, count) in [(ratio, 1), (ratio.nextUp, 0)] {
      let resolved = try resolve(
        weights: "{\(judgements), maximum_consistency_ratio: \(maximum)}",
        dimensions: ["a", "b", "c"])
      #expect(resolved.inconsistencies.count == count)
    }
  }

  @Test("Where no ratio can be told that is a finding, but scoring is not forbidden")
  func noRandomIndex() throws {
    let names = (0..<16).map { "d\($0)" }
    let pairs = names.indices.flatMap { row in
      names.indices.dropFirst(row + 1).map { "[\(names[row]), \(names[$0]), 1]" }
    }
    let resolved = try resolve(
      weights: "{judgements: [\(pairs.joined(separator: ", "))]}", dimensions: names)
    #expect(resolved.findings.map(\.code) == ["judgement.no-random-index"])
    #expect(resolved.inconsistencies.isEmpty)
  }
}
