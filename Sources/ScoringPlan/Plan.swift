import ScorecardPolicy

/// A policy compiled: plain data that every executor runs, without looking at the policy again.
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
  /// The first day on which the policy holds, as `2026-01-31`.
  public let effectiveFrom: String?
  /// How to appeal, for the people appraised.
  public let appeal: Title?
  /// How many decimals scores are published, compared and ranked at.
  public let decimals: Int
  /// The subject table, then the detail tables.
  public let tables: [PlanTable]
  /// The tunable numbers: where each stands in the policy, its unit and bounds.
  public let parameters: [Parameter]
  /// The policy's own values of the parameters, slot by slot.
  public let values: ParameterVector
  /// Curves of every kind.
  public let curves: [Curve]
  /// Lookups from text to number.
  public let lookups: [Lookup]
  /// The stages in order.
  public let stages: [Stage]
  /// What the results mean: dimensions, measures, total, gates, results.
  public let layout: ScorecardLayout
  /// Which result is money paid.
  public let payroll: PayrollLayout?
  /// For each table its named formulas, each after those it uses.
  public let formulas: [[PlanFormula]]
  /// Where instructions come from.
  public let origins: [FormulaOrigin]

  /// A plan of parts that fit each other.
  public init(
    policy: String, version: String, title: Title, effectiveFrom: String? = nil,
    appeal: Title? = nil, decimals: Int, tables: [PlanTable], parameters: [Parameter],
    values: ParameterVector, curves: [Curve], lookups: [Lookup],
    stages: [Stage], layout: ScorecardLayout, payroll: PayrollLayout? = nil,
    formulas: [[PlanFormula]] = [], origins: [FormulaOrigin]
  ) {
    self.policy = policy
    self.version = version
    self.title = title
    self.effectiveFrom = effectiveFrom
    self.appeal = appeal
    self.decimals = decimals
    self.tables = tables
    self.parameters = parameters
    self.values = values
    self.curves = curves
    self.lookups = lookups
    self.stages = stages
    self.layout = layout
    self.payroll = payroll
    self.formulas = formulas
    self.origins = origins
  }

  /// The rankings of all stages, in the policy's order.
  public var rankings: [Ranking] {
    stages.flatMap { stage -> [Ranking] in
      if case .rank(let rankings) = stage { rankings } else { [] }
    }
  }

  /// The grades of all stages, in the policy's order.
  public var gradings: [Grading] {
    stages.flatMap { stage -> [Grading] in
      if case .grade(let gradings) = stage { gradings } else { [] }
    }
  }
}
