import ScorecardPolicy

/// The registers of one gate.
public struct GateLayout: Sendable, Equatable {
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
  /// What it takes off, where it applies.
  public let deduct: Register?
  /// What it caps the running value at, where it applies.
  public let cap: Register?
  /// The running value before the gate.
  public let before: Register
  /// The running value after the gate.
  public let after: Register
  /// What it leaves the subject out of, where it applies.
  public let ineligible: Ineligibility
  /// The formula of what it takes off as written; nil when it is a number, or nothing.
  public let deductFormula: String?
  /// The formula of what it caps at as written; nil when it is a number, or there is none.
  public let capFormula: String?
  /// The named formulas of the subject table that its formulas use, by their index in
  /// `Plan.formulas`.
  public let uses: [Int]

  /// A gate; what is nil it does not do, or does always in the case of `when`.
  public init(
    name: String, title: Title?, because: Title?, when: Register?, condition: String?,
    deduct: Register?, cap: Register?, before: Register, after: Register, ineligible: Ineligibility,
    deductFormula: String? = nil, capFormula: String? = nil, uses: [Int] = []
  ) {
    self.name = name
    self.title = title
    self.because = because
    self.when = when
    self.condition = condition
    self.deduct = deduct
    self.cap = cap
    self.before = before
    self.after = after
    self.ineligible = ineligible
    self.deductFormula = deductFormula
    self.capFormula = capFormula
    self.uses = uses
  }
}
