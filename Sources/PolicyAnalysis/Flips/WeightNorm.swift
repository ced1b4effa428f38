/// How the size of a change of weights is measured.
public enum WeightNorm: String, Sendable, CaseIterable {
  /// The largest change of any weight.
  case largest
  /// The sum of the changes, each taken as positive.
  case sum

  /// The size of a change from one set of weights to another.
  func distance(_ one: [[Double]], _ other: [[Double]]) -> Double {
    let changes = zip(one.joined(), other.joined()).map { abs($0 - $1) }
    return switch self {
    case .largest: changes.max() ?? 0
    case .sum: changes.reduce(0, +)
    }
  }

  /// The most that the sum of factor times change can be for a change of size 1 that leaves the sum of
  /// the weights as it is; weights below 0 are not ruled out.
  func gain(_ factors: [Double]) -> Double {
    let sorted = factors.sorted()
    guard let least = sorted.first, let most = sorted.last else { return 0 }
    switch self {
    case .sum: return (most - least) / 2
    case .largest:
      let half = sorted.count / 2
      return sorted.suffix(half).reduce(0, +) - sorted.prefix(half).reduce(0, +)
    }
  }
}
