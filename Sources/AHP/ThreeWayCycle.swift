/// Three labels whose judgements go round in a circle: the first is judged more important than the second,
/// the second at least as important as the third, and the third at least as important as the first.
public struct ThreeWayCycle: Hashable, Sendable {
  /// Three labels in that order. Without ties the one that stands first in the matrix begins, with ties
  /// the one after the last tie.
  public let labels: [String]
  /// How many of the three pairs are judged equal, 0 to 2.
  ///
  /// Those with ties contradict an order too: Kulakowski, K. (2018), European Journal of Operational
  /// Research 270(1), 314-327, doi:10.1016/j.ejor.2018.03.024.
  public let ties: Int
}
