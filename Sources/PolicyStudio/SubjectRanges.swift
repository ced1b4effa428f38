import ColumnStore
import Synchronization

/// Subjects in ranges that are worked on at the same time.
struct SubjectRanges: Sendable {
  /// Fewer subjects than this are not worth another thread.
  private static let fewest = 4096

  /// The ranges, in order; at least one.
  let ranges: [Range<Int>]
  private let count: Int

  /// About as many subjects in each range.
  init(_ count: Int, threads: Int) {
    let parts = max(1, min(threads, count / Self.fewest))
    ranges = (0..<parts).map { (count * $0 / parts)..<(count * ($0 + 1) / parts) }
    self.count = count
  }

  /// What `body` makes of each range, in order.
  func map<Result: Sendable>(_ body: (Range<Int>) -> Result) -> [Result] {
    let results = Mutex([Result?](repeating: nil, count: ranges.count))
    WorkerThreads.run(ranges.count) { part in
      let result = body(ranges[part])
      results.withLock { $0[part] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
  }

  /// Calls `body` with each range and room for one element for each of all subjects, of which it must set those
  /// of the range.
  func fill<Element: BitwiseCopyable & Sendable>(
    _ body: (Range<Int>, UnsafeMutablePointer<Element>) -> Void
  ) -> [Element] {
    [Element](unsafeUninitializedCapacity: count) { buffer, filled in
      if let start = buffer.baseAddress {
        let room = Room(start: start)
        WorkerThreads.run(ranges.count) { body(ranges[$0], room.start) }
      }
      filled = count
    }
  }

  /// Room that threads share, each of whom writes to elements of its own.
  private struct Room<Element>: @unchecked Sendable {
    let start: UnsafeMutablePointer<Element>
  }
}
