import ColumnStore
import Synchronization

/// Subjects in ranges that are worked on at the same time.
struct SubjectRanges: Sendable {
  /// The ranges, in order.
  let ranges: [Range<Int>]

  /// About as many subjects in each range; few subjects are not worth a thread.
  init(_ count: Int, threads: Int) {
    let parts = count < 20_000 ? 1 : max(1, threads)
    ranges = (0..<parts).map { (count * $0 / parts)..<(count * ($0 + 1) / parts) }
  }

  /// What `body` makes of each range, in order.
  func mapRanges<Result: Sendable>(_ body: (Range<Int>) -> Result) -> [Result] {
    let results = Mutex([Result?](repeating: nil, count: ranges.count))
    WorkerThreads.run(ranges.count) { part in
      let result = body(ranges[part])
      results.withLock { $0[part] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
  }

  /// What `body` makes of each range, put together.
  func mapParts<Element: Sendable>(_ body: (Range<Int>) -> [Element]) -> [Element] {
    let parts = mapRanges(body)
    return parts.count == 1 ? parts[0] : Array(parts.joined())
  }

  /// What `body` makes of each subject.
  func map<Element: Sendable>(_ body: (Int) -> Element) -> [Element] {
    mapParts { $0.map(body) }
  }
}
