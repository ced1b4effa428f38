import ScorecardPolicy

/// A policy compiled: plain data that every executor runs and nothing interprets anew.
///
/// Structure (stages, tables, layout) and tunable numbers (`parameters`, `values`) are apart: to
/// vary a policy is to run the same plan with another parameter vector. Stages stand in order of
/// evaluation; the subject table is `tables[0]`.
public struct Plan: Sendable {
  /// The policy's name.
  public let policy: String
  /// The policy's version.
  public let version: String
  /// The policy's title.
  public let title: Title
  /// How many decimals scores are published, compared and ranked at.
  public let decimals: Int
  /// The subject table, then the detail tables.
  public let tables: [PlanTable]
  /// The tunable numbers: where each stands in the policy, its unit and bounds.
  public let parameters: [Parameter]
  /// The policy's own values of the parameters, slot by slot.
  public let values: ParameterVector
  /// Piecewise linear curves.
  public let curves: [Curve]
  /// Step functions.
  public let steps: [StepFunction]
  /// Lookups from text to number.
  public let lookups: [Lookup]
  /// The stages in order.
  public let stages: [Stage]
  /// What the results mean: dimensions, measures, total.
  public let layout: ScorecardLayout
  /// Where instructions come from.
  public let origins: [FormulaOrigin]

  /// A plan of parts that fit each other.
  public init(
    policy: String, version: String, title: Title, decimals: Int, tables: [PlanTable],
    parameters: [Parameter], values: ParameterVector, curves: [Curve], steps: [StepFunction],
    lookups: [Lookup], stages: [Stage], layout: ScorecardLayout, origins: [FormulaOrigin]
  ) {
    self.policy = policy
    self.version = version
    self.title = title
    self.decimals = decimals
    self.tables = tables
    self.parameters = parameters
    self.values = values
    self.curves = curves
    self.steps = steps
    self.lookups = lookups
    self.stages = stages
    self.layout = layout
    self.origins = origins
  }

  /// The rankings of all stages, in the policy's order.
  public var rankings: [Ranking] {
    stages.flatMap { stage -> [Ranking] in
      if case .rank(let rankings) = stage { rankings } else { [] }
    }
  }
}
