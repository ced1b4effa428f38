/// Competition ranks (1, 2, 2, 4), largest first, by the published value.
public struct Ranking: Sendable, Equatable {
  /// The name of the ranking and of its output column.
  public let name: String
  /// The value that ranks; compared as `ScoreKey`.
  public let by: Register
  /// The text column whose equal values make a group (missing is a group of its own); nil ranks all.
  public let within: Register?
  /// The register that takes the rank.
  public let result: Register

  /// A ranking.
  public init(name: String, by: Register, within: Register?, result: Register) {
    self.name = name
    self.by = by
    self.within = within
    self.result = result
  }
}
