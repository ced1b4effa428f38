/// Why doing better does not pay: the part of the policy that stands between.
public struct IncentiveCause: Sendable, Hashable {
  /// What kind of part it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// The measure's score is at its cap.
    case cap
    /// The measure's score is at its floor.
    case floor
    /// The measure's formula gives the same, or less.
    case formula
    /// A gate holds the value, or takes something away.
    case gate
    /// The score changes, but not what is paid for it, as of the grade.
    case grade
    /// None of these: such as a weight of 0.
    case other
  }

  /// What kind of part it is.
  public let kind: Kind
  /// The measure, as `dimension.measure`, the gate, or the grade; empty for none of them.
  public let name: String
}
