/// How far an import has come.
public struct ImportProgress: Hashable, Sendable {
  /// What is done: `finding transfers`, `looking through` or `writing`.
  public let activity: String
  /// How much is done, in the measure of `total`.
  public let done: Int
  /// How much there is to do.
  public let total: Int
}
