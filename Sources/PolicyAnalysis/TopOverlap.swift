/// How many of the first subjects stay among the first.
///
/// The first k are all whose rank is at most k: everyone who ties at the edge belongs to them, so
/// there may be more than k.
public struct TopOverlap: Sendable, Equatable {
  /// What was asked for.
  public let size: TopSize
  /// The k that it comes to.
  public let rank: Int
  /// How many are among the first under each policy.
  public let counts: Compared<Int>
  /// How many are among the first under both.
  public let both: Int

  /// The share of the larger side that is also on the other: without ties, of k.
  public var overlap: Double { Double(both) / Double(max(counts.before, counts.after)) }

  /// The overlap of at least one subject's ranks.
  init(_ size: TopSize, ranks: Compared<[Int]>) {
    precondition(!ranks.before.isEmpty, "nobody is among the first of none")
    self.size = size
    let rank = size.number(of: ranks.before.count)
    self.rank = rank
    counts = ranks.map { $0.count { $0 <= rank } }
    both = zip(ranks.before, ranks.after).count { $0 <= rank && $1 <= rank }
  }
}
