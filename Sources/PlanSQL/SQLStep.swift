/// One common table expression.
public struct SQLStep: Sendable, Equatable {
  /// The name of the relation that it gives; no other step has it.
  public let name: String
  /// What it does, a line each, without marks of comments.
  public let comments: [String]
  /// The SELECT.
  public let query: String

  /// A step of a name that is not quoted.
  public init(name: String, comments: [String], query: String) {
    (self.name, self.comments, self.query) = (name, comments, query)
  }
}
