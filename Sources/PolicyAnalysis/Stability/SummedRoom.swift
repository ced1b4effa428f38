/// The working memory of one thread for a batch of draws.
final class SummedRoom {
  /// Ranks or places of one draw.
  let ranks: UnsafeMutablePointer<UInt32>
  /// Labels of one draw.
  let labels: UnsafeMutablePointer<UInt8>
  /// A count for each distance, all 0 between uses.
  let counts: UnsafeMutablePointer<UInt32>
  private let stride: Int
  private let size: Int
  private let allTotals: UnsafeMutablePointer<UInt16>?
  private let allFinals: UnsafeMutablePointer<UInt16>?
  private let allOwn: UnsafeMutablePointer<UInt16>
  private let tables: UnsafeMutablePointer<UInt32>

  init(people: Int, draws: Int, size: Int, totals: Bool, finals: Bool) {
    self.size = size
    // Whole vectors are written, also behind the last of the people.
    let stride = people + SummedColumns.margin
    self.stride = stride
    ranks = .allocate(capacity: people)
    labels = .allocate(capacity: people)
    counts = .allocate(capacity: size)
    counts.initialize(repeating: 0, count: size)
    allTotals = totals ? .allocate(capacity: stride * draws) : nil
    allFinals = finals ? .allocate(capacity: stride * draws) : nil
    allOwn = .allocate(capacity: stride * draws)
    tables = .allocate(capacity: size * draws)
    tables.initialize(repeating: 0, count: size * draws)
  }

  deinit {
    ranks.deallocate()
    labels.deallocate()
    counts.deallocate()
    allTotals?.deallocate()
    allFinals?.deallocate()
    allOwn.deallocate()
    tables.deallocate()
  }

  /// The distances of all people's totals in a draw of the batch; nil where they are not wanted.
  func totals(_ place: Int) -> UnsafeMutablePointer<UInt16>? {
    allTotals.map { $0 + place * stride }
  }

  /// Those of the values after the gates.
  func finals(_ place: Int) -> UnsafeMutablePointer<UInt16>? {
    allFinals.map { $0 + place * stride }
  }

  /// The distances of those on a board.
  func own(_ place: Int) -> UnsafeMutablePointer<UInt16> { allOwn + place * stride }

  /// The rank of each distance.
  func table(_ place: Int) -> UnsafeMutablePointer<UInt32> { tables + place * size }
}
