/// The ranks that subjects have in one ranking, in some or all of the draws; threads write different
/// draws, and it is only read afterwards.
final class RankSamples: @unchecked Sendable {
  let subjectCount: Int
  let count: Int
  private let ranks: UnsafeMutablePointer<UInt32>

  init(subjectCount: Int, count: Int) {
    (self.subjectCount, self.count) = (subjectCount, count)
    ranks = .allocate(capacity: subjectCount * count)
    ranks.initialize(repeating: RankTally.none, count: subjectCount * count)
  }

  deinit { ranks.deallocate() }

  /// The ranks of all subjects in one of the draws.
  func ranks(in sample: Int) -> UnsafeMutablePointer<UInt32> { ranks + sample * subjectCount }

  /// The ranks of some subjects that stand together, one after another: read draw by draw, which is how
  /// they stand in memory.
  func ranks(of subjects: Range<Int>) -> [[UInt32]] {
    var own = [UInt32](repeating: RankTally.none, count: subjects.count * count)
    for sample in 0..<count {
      let ranks = ranks(in: sample)
      for (place, subject) in subjects.enumerated() { own[place * count + sample] = ranks[subject] }
    }
    return subjects.indices.map { index in
      let start = (index - subjects.lowerBound) * count
      return own[start..<start + count].filter { $0 != RankTally.none }
    }
  }

  /// The ranks of one subject, the smallest first; draws in which it has none are left out.
  func sorted(_ subject: Int) -> [UInt32] {
    (0..<count).map { ranks[$0 * subjectCount + subject] }.filter { $0 != RankTally.none }.sorted()
  }
}
