/// Counts different texts, up to a limit beyond which it only says that there are more.
struct DistinctCounter {
  private let limit: Int
  private var seen: Set<UInt64> = []
  /// Whether there were more than the limit.
  private(set) var isFull = false
  /// How many stood there before.
  private(set) var repeated = 0
  /// The lines of the first of these.
  private(set) var lines: [Int] = []

  init(limit: Int) { self.limit = limit }

  /// How many different ones there are, up to the limit.
  var count: Int { seen.count }

  /// Takes the hash of a text; whether it is a new one.
  @discardableResult
  mutating func add(_ hash: UInt64, line: Int) -> Bool {
    if isFull { return false }
    if seen.insert(hash).inserted {
      if seen.count > limit {
        (isFull, seen) = (true, [])
      }
      return true
    }
    repeated += 1
    if lines.count < CellExamples.most { lines.append(line) }
    return false
  }
}
