/// For each subject and draw whether something is so, a bit for each; threads write different chunks of
/// draws, and it is only read afterwards.
final class DrawMarks: @unchecked Sendable {
  /// How many draws stand in one word.
  static let chunk = 64

  private let subjectCount: Int
  private let chunkCount: Int
  private let words: UnsafeMutablePointer<UInt64>

  init(subjectCount: Int, drawCount: Int) {
    self.subjectCount = subjectCount
    chunkCount = (drawCount + Self.chunk - 1) / Self.chunk
    let size = subjectCount * chunkCount
    words = .allocate(capacity: size)
    words.initialize(repeating: 0, count: size)
  }

  deinit { words.deallocate() }

  /// The words of one chunk of draws, one for each subject.
  func chunk(_ chunk: Int) -> UnsafeMutablePointer<UInt64> { words + chunk * subjectCount }

  /// In how many draws it is so of each subject.
  var counts: [Int] {
    var counts = [Int](repeating: 0, count: subjectCount)
    for chunk in 0..<chunkCount {
      let words = self.chunk(chunk)
      for subject in 0..<subjectCount { counts[subject] += words[subject].nonzeroBitCount }
    }
    return counts
  }

  /// Whether it is so of a subject in a draw.
  func isMarked(_ subject: Int, in draw: Int) -> Bool {
    words[draw / Self.chunk * subjectCount + subject] >> UInt64(draw % Self.chunk) & 1 == 1
  }
}
