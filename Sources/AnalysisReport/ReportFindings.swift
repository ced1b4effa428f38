import AHP
import JudgementUncertainty
import PolicyAnalysis
import ScorecardPolicy
import ScoringEngine

/// Everything that a report is made from: the policy's runs over people in memory.
public struct ReportFindings {
  /// How many of the strongest numbers are varied over a wider range.
  private static let curveCount = 6

  let policy: VariablePolicy
  /// The run of the policy as it stands, measures kept.
  public let baseline: ScoredPopulation
  let responses: [NumberResponse]
  let curves: [NumberResponse]
  let change: ReportedChange?
  private let draws: Int
  private let seed: UInt64
  private let threads: Int

  /// Analyses a policy.
  ///
  /// - Parameters:
  ///   - policy: the policy.
  ///   - population: loaded for its plan.
  ///   - other: the run of the policy that it is compared with; nil for the single number whose small change
  ///     moves most people.
  ///   - draws: how many draws of the judgements are made, at least 1.
  ///   - seed: what the draws depend on.
  ///   - threads: how many to use; it does not change the result.
  ///   - progress: called with how far the work has come.
  /// - Throws: `LinearAlgebraError`.
  public init(
    _ policy: VariablePolicy, _ population: Population, against other: ScoredPopulation?,
    draws: Int, seed: UInt64, threads: Int, progress: @escaping @Sendable (WorkProgress) -> Void
  ) throws {
    let analysis = SensitivityAnalysis(
      policy, population, options: ScoringOptions(threads: threads, keepsMeasures: true))
    let responses = try analysis.responses(progress: progress)
    let strongest = responses.byEffect.filter(\.movesAnybody).prefix(Self.curveCount)
    curves = try strongest.map { response in
      guard let range = WideRange(response).values else { return response }
      return try analysis.response(of: response.number, over: range)
    }
    let after = try other ?? Self.strongest(analysis, responses)?.after
    change = try Self.change(analysis, responses, other)
    _ = after
    (self.policy, baseline, self.responses) = (policy, analysis.baseline, responses)
    (self.draws, self.seed, self.threads) = (draws, seed, threads)
  }
}
