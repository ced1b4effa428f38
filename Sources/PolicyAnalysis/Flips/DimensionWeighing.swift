import ScorecardPolicy
import ScoringPlan

/// One set of weights of the dimensions: those of everybody, or of the people with one text.
public struct DimensionWeighing: Sendable {
  /// Where the weights stand in the plan, such as `scorecard.weights`.
  public let path: String
  /// The text for which they hold; nil when they hold for everybody.
  public let group: String?
  /// The dimensions, bonuses apart.
  public let labels: [String]
  /// The parameters of the weights, in the order of the labels.
  public let slots: [ParameterSlot]
  /// The weights; their sum is 1.
  public let values: [Double]
  /// The judgements that they come from; nil where they are numbers.
  public let judgements: JudgementsDeclaration?

  /// The weighings of a policy's dimensions, in its order; the plan must be compiled from it.
  public static func all(_ resolved: ResolvedPolicy, _ plan: Plan) -> [DimensionWeighing] {
    let slots = Dictionary(
      zip(plan.parameters.map(\.path), plan.parameters.indices), uniquingKeysWith: { one, _ in one }
    )
    let weights = resolved.dimensionWeights
    let choices: [(group: String?, weights: ResolvedWeights)] =
      weights.column == nil ? [(nil, weights)] : weights.choices.map { ($0.value, $0.weights) }
    return choices.map { group, weights in
      let path = "scorecard.weights" + (group.map { ".\($0)" } ?? "")
      return DimensionWeighing(
        path: path, group: group, labels: weights.labels,
        slots: weights.labels.map { label in
          guard let index = slots["\(path).\(label)"] else {
            preconditionFailure("the plan is not that of the policy: it has no \(path).\(label)")
          }
          return ParameterSlot(index)
        }, values: weights.weights, judgements: weights.declaration)
    }
  }

  /// The parameter values with other weights.
  func setting(_ weights: [Double], in values: ParameterVector) -> ParameterVector {
    var values = values
    for (slot, weight) in zip(slots, weights) { values[slot] = weight }
    return values
  }
}
