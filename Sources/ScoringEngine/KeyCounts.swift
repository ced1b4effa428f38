/// For each key how many subjects have a larger one: their ranks without sorting, where keys are
/// close together, as published scores are.
struct KeyCounts {
  private let largest: Int64
  /// By the distance from the largest key.
  private let above: [Int32]

  /// Counts on several threads; nil where keys are further apart than there are subjects, or nobody
  /// takes part. O(subjects + distances).
  init?(_ keys: RankKeys, threads: Int) {
    guard let bounds = keys.bounds else { return nil }
    let largest = bounds.upperBound
    let span = UInt64(bitPattern: largest &- bounds.lowerBound)
    guard span < UInt64(max(keys.count, 4096)) else { return nil }
    let parts = RowRanges.map(of: keys.count, threads: threads) { subjects in
      var counts = [Int32](repeating: 0, count: Int(span) + 1)
      counts.withUnsafeMutableBufferPointer { counts in
        for subject in subjects where keys[subject] != RankKeys.none {
          counts[Int(largest &- keys[subject])] += 1
        }
      }
      return counts
    }
    var above = [Int32](repeating: 0, count: Int(span) + 1)
    var sum: Int32 = 0
    for distance in above.indices {
      above[distance] = sum
      for part in parts { sum += part[distance] }
    }
    (self.largest, self.above) = (largest, above)
  }

  /// The competition rank of a key that somebody has.
  func rank(of key: Int64) -> Int { Int(above[Int(largest &- key)]) + 1 }
}
