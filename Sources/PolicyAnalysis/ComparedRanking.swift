/// The ranks that two policies give under the same name.
public struct ComparedRanking: Sendable {
  /// The name of the ranking in both policies.
  public let name: String
  /// For each subject compared its rank; nil where it is ineligible.
  public let ranks: Compared<[Int?]>

  /// How subjects move in it. O(subjects).
  public var movement: RankMovement { RankMovement(self) }
}
