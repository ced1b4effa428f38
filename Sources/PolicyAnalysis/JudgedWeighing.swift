import ScorecardPolicy
import ScoringPlan

/// A set of weights of a policy that comes from judgements.
public struct JudgedWeighing: Sendable {
  /// The weights and where they stand.
  public let weighing: Weighing
  /// The judgements.
  public let declaration: JudgementsDeclaration

  /// Every set of weights of a policy that comes from judgements, in the policy's order; `plan` must be the
  /// policy's.
  public static func all(of resolved: ResolvedPolicy, in plan: Plan) -> [JudgedWeighing] {
    Weighing.all(of: resolved, in: plan).compactMap { weighing in
      weighing.judgements.map { JudgedWeighing(weighing: weighing, declaration: $0) }
    }
  }

  /// Where the weights stand in the policy, such as `scorecard.weights`.
  public var path: String { weighing.path }
  /// What is weighed.
  public var labels: [String] { weighing.labels }
  /// The weights by the judgements as they are, in the order of the labels.
  public var weights: [Double] { weighing.weights }
  /// The plan's slot of each weight.
  var slots: [ParameterSlot] { weighing.slots }
}
