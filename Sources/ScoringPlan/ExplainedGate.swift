import ScorecardPolicy

/// One gate of an explanation.
public struct ExplainedGate: Sendable {
  /// Its name.
  public let name: String
  /// Its title for people.
  public let title: Title?
  /// The reason, for the person appraised.
  public let because: Title?
  /// The condition as written; nil when it always applies.
  public let condition: String?
  /// Whether it applied to the subject.
  public let applied: Bool
  /// The formula of what it takes off as written; nil when it is a number, or nothing.
  public let deductFormula: String?
  /// The formula of what it caps at as written; nil when it is a number, or there is none.
  public let capFormula: String?
  /// What it takes off where it applies; nil when it deducts nothing.
  public let deduct: Double?
  /// What it caps the running value at where it applies; nil when it does not.
  public let cap: Double?
  /// The running value before the gate.
  public let before: Double
  /// The running value after the gate.
  public let after: Double
  /// What it leaves the subject out of where it applies.
  public let ineligible: Ineligibility
  /// The policy's named formulas behind it, in order of evaluation.
  public let steps: [ExplainedStep]
  /// What condition, deduction and cap were computed from, in the order of first use.
  public let inputs: [ExplainedInput]
  /// The policy's parameters, curves, steps and lookups that had a part in it.
  public let settings: [PlanSetting]
}
