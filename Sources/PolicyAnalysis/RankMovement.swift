/// How many subjects a change of policy moves up and down.
public struct RankMovement: Sendable, Equatable, Encodable {
  /// How many have a smaller rank than before.
  public private(set) var up = 0
  /// How many have a larger rank than before.
  public private(set) var down = 0
  /// How many have the rank they had.
  public private(set) var unchanged = 0
  /// How many have a rank now and had none.
  public private(set) var newlyRanked = 0
  /// How many had a rank and have none now.
  public private(set) var noLongerRanked = 0
  /// How many have a rank under neither policy.
  public private(set) var unranked = 0

  /// The movement of subjects that all have ranks.
  init(_ ranks: Compared<[Int]>) {
    for (before, after) in zip(ranks.before, ranks.after) { count(before, after) }
  }

  /// The movement in a ranking.
  init(_ ranking: ComparedRanking) {
    for (before, after) in zip(ranking.ranks.before, ranking.ranks.after) { count(before, after) }
  }

  private mutating func count(_ before: Int?, _ after: Int?) {
    switch (before, after) {
    case (let before?, let after?):
      if after < before {
        up += 1
      } else if after > before {
        down += 1
      } else {
        unchanged += 1
      }
    case (nil, _?): newlyRanked += 1
    case (_?, nil): noLongerRanked += 1
    case (nil, nil): unranked += 1
    }
  }
}
