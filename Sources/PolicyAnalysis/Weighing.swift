import ScorecardPolicy
import ScoringPlan

/// One set of weights of a policy, of its dimensions or of the measures of one, and where it stands in
/// the policy's plan.
public struct Weighing: Sendable {
  /// Where the weights stand in the policy, such as `scorecard.weights`.
  public let path: String
  /// The text of a column for which they hold; nil when they hold for everybody.
  public let group: String?
  /// What is weighed.
  public let labels: [String]
  /// The weights, in the order of the labels.
  public let weights: [Double]
  /// The judgements that they come from; nil where they are numbers.
  public let judgements: JudgementsDeclaration?
  /// The parameters of the plan that hold them, in the order of the labels.
  public let slots: [ParameterSlot]

  /// Every set of weights of a policy, in its order: those of the dimensions, then those of the measures of
  /// each, for each text of a column where they differ by it.
  ///
  /// - Parameters:
  ///   - resolved: the policy.
  ///   - plan: the plan compiled from it; weights that are no parameters of it are not among them.
  public static func all(of resolved: ResolvedPolicy, in plan: Plan) -> [Weighing] {
    let measures = zip(resolved.policy.scorecard.dimensions, resolved.measureWeights).map {
      (path: "scorecard.dimensions.\($0.name).weights", weights: $1)
    }
    let slots = slots(of: plan)
    return ofDimensions(resolved, slots)
      + measures.flatMap { leaves($0.path, group: nil, $0.weights, slots) }
  }

  /// Those of the dimensions.
  public static func ofDimensions(_ resolved: ResolvedPolicy, in plan: Plan) -> [Weighing] {
    ofDimensions(resolved, slots(of: plan))
  }

  private static func ofDimensions(
    _ resolved: ResolvedPolicy, _ slots: [String: ParameterSlot]
  ) -> [Weighing] {
    leaves("scorecard.weights", group: nil, resolved.dimensionWeights, slots)
  }

  private static func slots(of plan: Plan) -> [String: ParameterSlot] {
    Dictionary(
      plan.parameters.enumerated().map { ($1.path, ParameterSlot($0)) },
      uniquingKeysWith: { first, _ in first })
  }

  private static func leaves(
    _ path: String, group: String?, _ resolved: ResolvedWeights, _ slots: [String: ParameterSlot]
  ) -> [Weighing] {
    guard resolved.column == nil else {
      return resolved.choices.flatMap {
        leaves("\(path).\($0.value)", group: $0.value, $0.weights, slots)
      }
    }
    let own = resolved.labels.compactMap { slots["\(path).\($0)"] }
    guard own.count == resolved.labels.count else { return [] }
    return [
      Weighing(
        path: path, group: group, labels: resolved.labels, weights: resolved.weights,
        judgements: resolved.declaration, slots: own)
    ]
  }

  /// The parameter values with other weights.
  func setting(_ weights: [Double], in values: ParameterVector) -> ParameterVector {
    var values = values
    for (slot, weight) in zip(slots, weights) { values[slot] = weight }
    return values
  }
}
