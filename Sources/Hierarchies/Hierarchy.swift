import Diagnostics

/// A goal, the criteria that it is judged by, at any depth, and the alternatives to choose from.
public struct Hierarchy: Sendable {
  /// One of the things to choose from.
  public struct Alternative: Hashable, Sendable {
    /// Its name in the file.
    public let name: String
    /// What people call it; the name where the file says nothing else.
    public let title: String
  }

  /// What the file calls itself.
  public let name: String
  /// What people call it; the name where the file says nothing else.
  public let title: String
  /// Where the judgements are from, as the file says it.
  public let source: String?
  /// What is to be chosen from; empty where only criteria are weighed.
  public let alternatives: [Alternative]
  /// The goal: its content are the criteria of the first level.
  public let goal: Criterion
}
