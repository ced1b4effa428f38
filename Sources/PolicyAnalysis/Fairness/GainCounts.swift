/// How many of a group gain and lose by another policy.
public struct GainCounts: Sendable, Equatable {
  /// More than a twentieth of what they had.
  public private(set) var gainMore = 0
  /// Up to a twentieth.
  public private(set) var gain = 0
  /// As before, but for rounding.
  public private(set) var same = 0
  /// Up to a twentieth less.
  public private(set) var lose = 0
  /// More than a twentieth less.
  public private(set) var loseMore = 0

  /// Nobody yet.
  package init() {}

  /// All of them.
  public var total: Int { gainMore + gain + same + lose + loseMore }

  /// Adds a person who had so much and gets so much more; 0 for what is the same but for rounding.
  package mutating func add(before: Double, change: Double) {
    // 0.05 is no double, 20 is one: a change of exactly a twentieth is no more than a twentieth.
    let isMore = abs(change) * 20 > abs(before)
    switch (change > 0, change < 0) {
    case (true, _): if isMore { gainMore += 1 } else { gain += 1 }
    case (_, true): if isMore { loseMore += 1 } else { lose += 1 }
    default: same += 1
    }
  }

  /// Adds the people of another part of the group.
  package mutating func add(_ other: GainCounts) {
    gainMore += other.gainMore
    gain += other.gain
    same += other.same
    lose += other.lose
    loseMore += other.loseMore
  }
}
