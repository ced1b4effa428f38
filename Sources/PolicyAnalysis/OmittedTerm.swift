/// A term that was left out of a regression, and why.
public struct OmittedTerm: Hashable, Sendable {
  /// Why a term was left out.
  public enum Reason: String, Sendable {
    /// Every subject has the same value, so that it explains no difference.
    case constant
    /// It is a combination of the terms before it, so that their effects cannot be told apart.
    case dependent
  }

  /// What was left out.
  public let term: RegressionTerm
  /// Why.
  public let reason: Reason
}
