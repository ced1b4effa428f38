import ScorecardPolicy

/// One measure of an explanation.
public struct ExplainedMeasure: Sendable {
  /// Its name.
  public let name: String
  /// Its title for people.
  public let title: Title?
  /// What training or guidance helps with it, when the policy says.
  public let guidance: Title?
  /// Whether it applies to the subject; not so where its condition is false.
  public let applies: Bool
  /// The condition as written; nil when it applies everywhere.
  public let condition: String?
  /// Its weight in the dimension as used, rescaled where other measures are left out; nil when this
  /// measure is excluded or does not apply.
  public let weight: Double?
  /// Its score after floor and cap; nil when excluded or when it does not apply.
  public let score: Double?
  /// The formula's value before floor and cap; nil when missing.
  public let raw: Double?
  /// The floor, when the policy sets one.
  public let floor: Double?
  /// The cap, when the policy sets one.
  public let cap: Double?
  /// The formula as written.
  public let formula: String
  /// The policy's named formulas between the inputs and the score, in order of evaluation.
  public let steps: [ExplainedStep]
  /// The policy's parameters, curves and lookups that had a part in it.
  public let settings: [PlanSetting]
  /// What the formula and the condition were computed from, in the order of first use.
  public let inputs: [ExplainedInput]

  /// What floor and cap did: `floor`, `cap`, or nothing.
  public var bound: String? {
    guard let raw, let score, raw != score else { return nil }
    return raw < score ? "floor" : "cap"
  }
}
