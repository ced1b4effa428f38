import AHP
import ScorecardPolicy
import ScoringPlan

/// One set of weights of a policy that comes from judgements, and where it stands in the plan.
public struct PolicyWeighing: Sendable {
  /// Where the weights stand in the policy, such as `scorecard.weights`.
  public let path: String
  /// What is weighed.
  public let labels: [String]
  /// The weights by the judgements as they are, in the order of the labels.
  public let weights: [Double]
  /// The judgements.
  public let declaration: JudgementsDeclaration
  /// The plan's slot of each weight.
  let slots: [ParameterSlot]

  /// Every set of weights of a policy that comes from judgements, in the policy's order: those of the
  /// dimensions, then those of the measures of each dimension, for each text of a column where they differ
  /// by it. `plan` must be the policy's.
  public static func all(of resolved: ResolvedPolicy, in plan: Plan) -> [PolicyWeighing] {
    let slots = Dictionary(
      plan.parameters.enumerated().map { ($1.path, ParameterSlot($0)) },
      uniquingKeysWith: { first, _ in first })
    let dimensions = resolved.policy.scorecard.dimensions.map {
      "scorecard.dimensions.\($0.name).weights"
    }
    let sets = zip(
      ["scorecard.weights"] + dimensions, [resolved.dimensionWeights] + resolved.measureWeights)
    return sets.flatMap { path, weights in all(weights, path, slots) }
  }

  private static func all(
    _ weights: ResolvedWeights, _ path: String, _ slots: [String: ParameterSlot]
  ) -> [PolicyWeighing] {
    guard weights.column == nil else {
      return weights.choices.flatMap { all($0.weights, "\(path).\($0.value)", slots) }
    }
    let places = weights.labels.compactMap { slots["\(path).\($0)"] }
    guard let declaration = weights.declaration, places.count == weights.labels.count else {
      return []
    }
    return [
      PolicyWeighing(
        path: path, labels: weights.labels, weights: weights.weights, declaration: declaration,
        slots: places)
    ]
  }
}
