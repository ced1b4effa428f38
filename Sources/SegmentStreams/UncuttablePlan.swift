/// Why a plan cannot run in parts.
public struct UncuttablePlan: Error, Equatable, CustomStringConvertible {
  /// Each reason, with what to do instead; never empty.
  public let reasons: [String]

  /// All reasons, one a line.
  public var description: String { reasons.joined(separator: "\n") }
}
