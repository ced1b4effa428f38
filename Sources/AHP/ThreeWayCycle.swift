/// Three labels whose judgements go round in a circle: each is judged more important than the next, and the
/// last than the first; or, with ties, the first is more important than the second, and from there on one
/// is at least as important as the next.
public struct ThreeWayCycle: Hashable, Sendable {
  /// Three labels in that order. Without ties the one that stands first in the matrix begins, with ties
  /// the one after the last tie: the last judgement on the way round is a tie, or the last two are.
  public let labels: [String]
  /// How many of the three pairs are judged equal, 0 to 2.
  ///
  /// Those with ties contradict an order too: Kulakowski, K. (2018), European Journal of Operational
  /// Research 270(1), 314-327.
  public let ties: Int
}
