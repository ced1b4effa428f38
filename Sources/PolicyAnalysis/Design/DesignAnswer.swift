import ScoringPlan

/// What came of a design.
public struct DesignAnswer: Sendable {
  /// What is required, beside what there is.
  public struct Check: Sendable, Equatable {
    /// The name of the requirement.
    public let name: String
    /// What is measured, such as `payroll`.
    public let measure: String
    /// What there is; nil where it does not apply.
    public let value: Double?
    /// Whether the requirement is met.
    public let isMet: Bool
  }

  /// A number of the policy that is changed.
  public struct Change: Sendable, Equatable {
    /// What kind of number it is.
    public enum Kind: String, Sendable {
      /// A pairwise judgement.
      case judgement
      /// The weight of one thing.
      case weight
      /// Any other number of the policy.
      case parameter
    }

    /// What kind of number it is.
    public let kind: Kind
    /// Where it stands: the path of the weighing for judgements and weights, else its own.
    public let path: String
    /// What is compared, or weighed; nil for parameters.
    public let row: String?
    /// What it is compared with; nil for all but judgements.
    public let column: String?
    /// The number as the policy has it; nil where it sets none.
    public let before: String?
    /// The number that it is changed to.
    public let after: String
  }

  /// A policy that meets all requirements, as the engine finds.
  public struct Candidate: Sendable {
    /// What is changed, in the order of what may move.
    public let changes: [Change]
    /// The parameter values.
    public let values: ParameterVector
    /// What is required, beside what there is then.
    public let checks: [Check]
  }

  /// The outcome.
  public enum Outcome: Sendable {
    /// The nearest policies, all equally near.
    case found([Candidate])
    /// No policy among those looked at meets all these requirements together; it meets any of them when
    /// one is left out.
    case conflict([String])
    /// The nearest weights that meet what is linear do not meet these; others may.
    case open([String])
    /// The limit was reached before a policy was found.
    case stopped
  }

  /// The outcome.
  public let outcome: Outcome
  /// How far the nearest policies are: steps in all, or the largest change of a weight. Nil where none
  /// was found.
  public let distance: Double?
  /// How many policies were tried; 0 where a linear program says the answer.
  public let tried: Int
  /// How many there are within what may move; nil where weights may be any.
  public let possible: Int?
  /// Every policy with fewer steps than this in all was tried.
  public let triedBelow: Int?
  /// What is required, beside what there is now.
  public let checks: [Check]
}
