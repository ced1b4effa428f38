/// A parameter whose recorded value is not the one that the policy gives now.
public struct ParameterDifference: Hashable, Sendable {
  /// Where it stands in the policy.
  public let path: String
  /// The value in the manifest.
  public let recorded: Double
  /// The value that the policy gives now.
  public let solved: Double

  /// How far apart the two are, relative to values above 1; infinite when one is not set.
  var size: Double {
    guard recorded.isFinite, solved.isFinite else { return .infinity }
    return abs(recorded - solved) / max(1, abs(solved))
  }
}
