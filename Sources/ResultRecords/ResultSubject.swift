/// Whose row of a result it is.
public struct ResultSubject: Hashable, Sendable, CustomStringConvertible {
  /// The key.
  public let key: String
  /// The period, where rows are matched by it too.
  public let period: String?

  /// The key, and the period if there is one.
  public var description: String { period.map { "\(key), \($0)" } ?? key }
}
