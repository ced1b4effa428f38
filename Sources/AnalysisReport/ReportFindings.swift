import LinearAlgebra
import PolicyAnalysis
import ScorecardPolicy
import ScoringEngine

/// Everything that a report is made from: what the analyses of a policy find about people in memory.
public struct ReportFindings {
  /// How many of the strongest numbers are varied over a wider range, and of the strongest judgements beside
  /// them.
  private static let (curveCount, judgementCount) = (4, 2)

  let policy: VariablePolicy
  /// The run of the policy as it stands, measures kept.
  public let baseline: ScoredPopulation
  let responses: [NumberResponse]
  let curves: [NumberResponse]
  let change: ReportedChange?
  let uncertainty: ReportUncertainty?

  /// Analyses a policy.
  ///
  /// - Parameters:
  ///   - policy: the policy.
  ///   - population: loaded for its plan.
  ///   - other: the run of the policy that it is compared with; nil for the one number whose small change
  ///     moves most people.
  ///   - draws: how many draws of the judgements are made, one of `PolicyDraws.limits`.
  ///   - seed: what the draws depend on.
  ///   - threads: how many to use; it does not change the result.
  ///   - progress: told how far the work has come, from any thread.
  /// - Throws: `LinearAlgebraError`.
  public init(
    _ policy: VariablePolicy, _ population: Population, against other: ScoredPopulation?,
    draws: Int, seed: UInt64, threads: Int, progress: @escaping @Sendable (WorkProgress) -> Void
  ) throws {
    let analysis = SensitivityAnalysis(
      policy, population, options: ScoringOptions(threads: threads, keepsMeasures: true))
    let responses = try analysis.responses(progress: progress)
    let moving = responses.byEffect.filter(\.movesAnybody)
    let others = moving.dropFirst(Self.curveCount)
    let judgements = others.filter { $0.number.kind == .judgement }.prefix(Self.judgementCount)
    curves = try (moving.prefix(Self.curveCount) + judgements).map { response in
      guard let range = WideRange(response).values else { return response }
      return try analysis.response(of: response.number, over: range)
    }
    change = try Self.change(analysis, responses, other)
    (self.policy, baseline, self.responses) = (policy, analysis.baseline, responses)
    uncertainty = try ReportUncertainty(
      policy, population, draws: draws, seed: seed, threads: threads, progress: progress)
  }

  private static func change(
    _ analysis: SensitivityAnalysis, _ responses: [NumberResponse], _ other: ScoredPopulation?
  ) throws -> ReportedChange? {
    let options = ComparisonOptions(tops: [], moverCount: 0)
    if let other {
      let comparison = PolicyComparison(before: analysis.baseline, after: other, options: options)
      return ReportedChange(.policy(other.plan.title), comparison)
    }
    guard let step = ReportedChange.strongest(responses),
      let after = try analysis.run(of: step.number, at: step.value)
    else { return nil }
    let comparison = PolicyComparison(before: analysis.baseline, after: after, options: options)
    return ReportedChange(.number(step.number, step.value), comparison)
  }

  /// The weights that come of judgements: of the dimensions, then of the measures of each.
  func weighings(_ labels: NumberLabels) throws(LinearAlgebraError) -> [WeighingPart] {
    let resolved = policy.resolved
    var parts: [WeighingPart] = []
    func add(
      _ weights: ResolvedWeights, _ path: String, _ text: String?
    ) throws(LinearAlgebraError) {
      for choice in weights.choices {
        let texts = [text, choice.value].compactMap(\.self)
        try add(choice.weights, "\(path).\(choice.value)", texts.joined(separator: ", "))
      }
      let bands = uncertainty?.bands(at: path)
      if weights.labels.count > 1,
        let part = try WeighingPart(weights, at: path, text: text, labels, bands: bands)
      {
        parts.append(part)
      }
    }
    try add(resolved.dimensionWeights, "scorecard.weights", nil)
    for (dimension, weights) in zip(resolved.policy.scorecard.dimensions, resolved.measureWeights) {
      try add(weights, "scorecard.dimensions.\(dimension.name).weights", nil)
    }
    return parts
  }
}
