/// The ranks of subjects in one ranking over the draws of one thread: whole numbers only, so that neither
/// the order of draws nor that of threads changes anything.
struct RankTally: Sendable {
  /// The rank of who is not ranked.
  static let none: UInt32 = 0

  /// The sum of the ranks of each subject.
  var sums: [Int64]
  /// In how many draws each is ranked.
  var counts: [UInt32]
  /// The smallest rank of each, or the largest number there is.
  var best: [UInt32]
  /// The largest rank of each, or 0.
  var worst: [UInt32]

  init(count: Int) {
    sums = [Int64](repeating: 0, count: count)
    counts = [UInt32](repeating: 0, count: count)
    best = [UInt32](repeating: .max, count: count)
    worst = [UInt32](repeating: 0, count: count)
  }

  /// Counts the rank of one subject in one draw.
  @inline(__always)
  mutating func add(_ rank: UInt32, of subject: Int) {
    guard rank != Self.none else { return }
    sums[subject] += Int64(rank)
    counts[subject] += 1
    best[subject] = min(best[subject], rank)
    worst[subject] = max(worst[subject], rank)
  }

  /// Adds what another thread has counted.
  mutating func add(_ other: RankTally) {
    for subject in sums.indices {
      sums[subject] += other.sums[subject]
      counts[subject] += other.counts[subject]
      best[subject] = min(best[subject], other.best[subject])
      worst[subject] = max(worst[subject], other.worst[subject])
    }
  }
}
