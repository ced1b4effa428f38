import ScoringPlan

/// A column of a segment's lines that stages over the population look at.
public struct CarriedColumn: Sendable, Hashable {
  /// How the column is written.
  public enum Role: String, Sendable, CaseIterable {
    /// The fewest decimal digits that read back as the same double; missing and faulty values are `\N`.
    case number
    /// A safe text (see `SafeText`), `\N` where it is missing.
    case text
    /// `true`, `false`, or `\N` where it is missing.
    case truth
    /// The integer that people are compared by (`ScoreKey` at the plan's decimals), `\N` where there is
    /// none.
    case scoreKey
  }

  /// The register of the subject table that it comes from.
  public let register: Register
  /// How it is written.
  public let role: Role
  /// How many decimals a score key holds; those of the plan but for ranks among statistics, which may
  /// compare more finely.
  public let decimals: Int

  init(_ register: Register, _ role: Role, decimals: Int) {
    (self.register, self.role, self.decimals) = (register, role, decimals)
  }

  /// What SQL calls the column: `r12`, `k12` for a score key at the plan's decimals, `k12_6` for one
  /// at others.
  public func name(in plan: Plan) -> String {
    guard role == .scoreKey else { return "r\(register.index)" }
    return decimals == plan.decimals
      ? "k\(register.index)" : "k\(register.index)_\(decimals)"
  }
}
