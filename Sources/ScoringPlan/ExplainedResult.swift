import ScorecardPolicy

/// One result of an explanation.
public struct ExplainedResult: Sendable {
  /// Its name.
  public let name: String
  /// Its title for people.
  public let title: Title?
  /// What its values are.
  public let type: ValueType
  /// The unit of its numbers.
  public let unit: Unit?
  /// Its value.
  public let value: Value
  /// The formula as written.
  public let formula: String
  /// The policy's named formulas behind it, in order of evaluation.
  public let steps: [ExplainedStep]
  /// The policy's parameters, curves and lookups that had a part in it.
  public let settings: [PlanSetting]
  /// What it was computed from, in the order of first use.
  public let inputs: [ExplainedInput]
}
