import ScorecardPolicy

/// The registers of one gate.
public struct GateLayout: Sendable, Equatable {
  /// What a gate does to the running value, where it applies.
  public struct Effect: Sendable, Equatable {
    /// What it does.
    public let effect: GateEffect
    /// By how much.
    public let amount: Register
    /// The formula of the amount as written; nil when it is a number.
    public let formula: String?
  }

  /// The name in the policy.
  public let name: String
  /// The title for people.
  public let title: Title?
  /// The reason, for the person appraised.
  public let because: Title?
  /// Whether the gate applies; nil when it always does.
  public let when: Register?
  /// The condition as written.
  public let condition: String?
  /// What it does to the running value, in order.
  public let effects: [Effect]
  /// The running value before the gate.
  public let before: Register
  /// The running value after the gate.
  public let after: Register
  /// What it leaves the subject out of, where it applies.
  public let ineligible: Ineligibility
  /// The named formulas of the subject table that its formulas use, by their index in
  /// `Plan.formulas`.
  public let uses: [Int]

  /// A gate; what is nil it does not do, or does always in the case of `when`.
  public init(
    name: String, title: Title?, because: Title?, when: Register?, condition: String?,
    effects: [Effect], before: Register, after: Register, ineligible: Ineligibility,
    uses: [Int] = []
  ) {
    self.name = name
    self.title = title
    self.because = because
    self.when = when
    self.condition = condition
    self.effects = effects
    self.before = before
    self.after = after
    self.ineligible = ineligible
    self.uses = uses
  }
}
