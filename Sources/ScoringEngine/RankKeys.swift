/// The whole numbers by which subjects are compared; some take no part.
///
/// Written by the threads that make it, and only read from then on.
final class RankKeys: @unchecked Sendable {
  /// The key of who takes no part, which is nobody's key: see `ScoreKey`.
  static let none = Int64.min

  let count: Int
  let keys: UnsafeMutablePointer<Int64>
  /// The smallest and the largest key; nil when nobody takes part.
  let bounds: ClosedRange<Int64>?

  /// Asks for the key of each subject, on several threads. O(subjects).
  @inline(__always)
  init(count: Int, threads: Int, key: (Int) -> Int64) {
    let keys = UnsafeMutablePointer<Int64>.allocate(capacity: count)
    let bounds = RowRanges.map(of: count, threads: threads) { subjects in
      var (lowest, highest) = (Int64.max, Int64.min)
      for subject in subjects {
        let key = key(subject)
        keys[subject] = key
        // The key of those without is the least of all, so that it is never the highest.
        lowest = key == Self.none ? lowest : min(lowest, key)
        highest = max(highest, key)
      }
      return (lowest, highest)
    }
    let (lowest, highest) = bounds.reduce((Int64.max, Int64.min)) {
      (min($0.0, $1.0), max($0.1, $1.1))
    }
    (self.count, self.keys) = (count, keys)
    self.bounds = lowest <= highest ? lowest...highest : nil
  }

  deinit { keys.deallocate() }

  subscript(subject: Int) -> Int64 { keys[subject] }
}
