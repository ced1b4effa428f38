/// Which way a number is better for the person.
public enum IncentiveDirection: String, Sendable, Equatable, CaseIterable {
  /// More is better.
  case up
  /// Less is better.
  case down

  /// What a step in this direction adds.
  var sign: Int64 { self == .up ? 1 : -1 }
}
