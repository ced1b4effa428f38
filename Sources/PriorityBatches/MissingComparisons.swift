import AHP

/// Which comparisons random matrices lack.
public enum MissingComparisons: Hashable, Sendable {
  /// These pairs are not compared; none of them in a complete matrix.
  case pairs(Set<ComparedPair>)
  /// So many pairs are not compared: others for each matrix, at random among those that leave the
  /// comparisons connected.
  case count(Int)

  /// No comparison is missing.
  public static let none = MissingComparisons.pairs([])

  /// How many comparisons are missing.
  public var count: Int {
    switch self {
    case .pairs(let pairs): pairs.count
    case .count(let count): count
    }
  }
}
