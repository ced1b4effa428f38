import AHP
import Diagnostics

/// A policy with its weights computed: what a plan is compiled from.
public struct ResolvedPolicy: Sendable {
  /// The policy as written.
  public let policy: Policy
  /// The weights of the dimensions; bonuses have weight 1 and are not among them.
  public let dimensionWeights: ResolvedWeights
  /// For each dimension, in the policy's order, the weights of its measures.
  public let measureWeights: [ResolvedWeights]

  /// Computes every weight of a policy.
  ///
  /// - Throws: `DiagnosedFailure` when a panel's judgements cannot be aggregated, or
  ///   `LinearAlgebraError` when an eigenvalue is not found.
  public init(_ policy: Policy) throws {
    self.policy = policy
    let scorecard = policy.scorecard
    let weighted = scorecard.dimensions.filter { !$0.isBonus }
    dimensionWeights = try ResolvedWeights(scorecard.weights, labels: weighted.map(\.name))
    measureWeights = try scorecard.dimensions.map {
      try ResolvedWeights($0.weights, labels: $0.measures.map(\.name))
    }
  }

  /// Every set of judgements, with its path and its analysis, in the policy's order.
  public var analyses: [(path: String, analysis: JudgementAnalysis)] {
    leaves.compactMap { weights in
      guard let declaration = weights.declaration, let analysis = weights.analysis else {
        return nil
      }
      return (declaration.path, analysis)
    }
  }

  /// What the author must see about the judgements: those that are inconsistent, and those whose
  /// consistency nobody can tell.
  public var findings: [Diagnostic] {
    leaves.flatMap(\.findings)
  }

  /// The faults that forbid scoring: judgement sets that are not consistent enough.
  public var inconsistencies: [Diagnostic] {
    leaves.filter { $0.analysis?.isConsistent == false }
      .flatMap(\.findings).map {
        Diagnostic(
          .error, code: $0.code, at: $0.location, path: $0.path, $0.message, notes: $0.notes,
          suggestion: $0.suggestion)
      }
  }

  private var leaves: [ResolvedWeights] {
    ([dimensionWeights] + measureWeights).flatMap(\.leaves)
  }
}
