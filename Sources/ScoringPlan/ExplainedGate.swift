import ScorecardPolicy

/// One gate of an explanation.
public struct ExplainedGate: Sendable {
  /// What a gate does to the running value, where it applies.
  public struct Effect: Sendable {
    /// What it does.
    public let effect: GateEffect
    /// By how much; nil where the amount is missing or a fault, which may be where the gate does not
    /// apply.
    public let amount: Double?
    /// The formula of the amount as written; nil when it is a number.
    public let formula: String?
  }

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
  /// What it does to the running value, in order.
  public let effects: [Effect]
  /// The running value before the gate.
  public let before: Double
  /// The running value after the gate.
  public let after: Double
  /// What it leaves the subject out of where it applies.
  public let ineligible: Ineligibility
  /// The policy's named formulas behind it, in order of evaluation.
  public let steps: [ExplainedStep]
  /// What condition and amounts were computed from, in the order of first use.
  public let inputs: [ExplainedInput]
  /// The policy's parameters, curves and lookups that had a part in it.
  public let settings: [PlanSetting]
}
