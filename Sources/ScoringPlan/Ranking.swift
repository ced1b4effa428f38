import ScorecardPolicy

/// Competition ranks (1, 2, 2, 4), largest first, by the published value.
public struct Ranking: Sendable, Equatable {
  /// The name of the ranking and of its output column.
  public let name: String
  /// The title for people.
  public let title: Title?
  /// The value that ranks; compared as `ScoreKey`.
  public let by: Register
  /// The text column whose equal values make a group (missing is a group of its own); nil ranks all.
  public let within: Register?
  /// Truths of which none may hold of a subject for it to be ranked.
  public let ineligible: [Register]
  /// The register that takes the rank; missing where the subject is ineligible.
  public let result: Register

  /// A ranking of all subjects together unless `within` makes groups.
  public init(
    name: String, title: Title? = nil, by: Register, within: Register?,
    ineligible: [Register] = [], result: Register
  ) {
    self.name = name
    self.title = title
    self.by = by
    self.within = within
    self.ineligible = ineligible
    self.result = result
  }
}
