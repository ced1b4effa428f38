/// A gate: a condition that changes the total or makes a subject ineligible.
public struct GateDeclaration: Sendable {
  /// Its name.
  public let name: String
  /// Its title for people.
  public let title: Title?
  /// When it applies; nil when it always does.
  public let when: Formula?
  /// What it does to the running value, in order.
  public let effects: [(effect: GateEffect, amount: GateAmount)]
  /// What the subject is left out of.
  public let ineligible: Ineligibility
  /// The reason, for the person appraised.
  public let because: Title?
  /// Where it stands in the policy.
  public let path: String
}

/// What a gate can do to the running value, in the order in which one gate does it; a key of the gate,
/// with an amount. How each changes the value stands in `ScoringPlan`.
public enum GateEffect: String, Sendable, CaseIterable {
  /// The amount is taken off.
  case deduct
  /// The amount may not be exceeded.
  case cap
}

/// A gate's number of points: written as a number, which can be tuned, or as a formula.
public enum GateAmount: Sendable {
  /// A number written out.
  case number(Double)
  /// A formula that gives a plain number.
  case formula(Formula)
}

/// What a gate leaves a subject out of.
public enum Ineligibility: Sendable, Equatable {
  /// No ranking and no grade.
  case nothing
  /// All rankings and grades.
  case everything
  /// The rankings and grades of these names.
  case only([String])

  /// The names of rankings and grades; nil for nothing and for everything.
  public var names: [String]? {
    if case .only(let names) = self { names } else { nil }
  }

  /// Whether a ranking or grade is among it.
  public func includes(_ name: String) -> Bool {
    switch self {
    case .nothing: false
    case .everything: true
    case .only(let names): names.contains(name)
    }
  }
}
