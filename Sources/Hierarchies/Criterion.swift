import Diagnostics

/// The goal of a hierarchy or something that it is judged by.
public struct Criterion: Sendable {
  /// What stands under a criterion.
  public enum Content: Sendable {
    /// Further criteria, and how they are weighed against each other.
    case criteria([Criterion], weights: WeightSource)
    /// The alternatives, weighed against each other by this criterion.
    case alternatives(WeightSource)
    /// A rating of each alternative.
    case ratings(Ratings)
    /// Nothing, in a hierarchy without alternatives.
    case nothing
  }

  /// Its name in the file; empty for the goal.
  public let name: String
  /// What people call it; the name where the file says nothing else.
  public let title: String
  /// What stands under it.
  public let content: Content
  /// Where it stands in the file.
  public let location: SourceLocation
}
