/// A subject that the database did not score, and why.
public struct PushedRejection: Hashable, Sendable {
  /// The subject's key.
  public let key: String
  /// The reason, as the engine gives it but for the values of the inputs.
  public let reason: String
}
