import Dispatch

/// Cuts rows into contiguous ranges of about the same length and works on them at the same time.
///
/// What is called for a range may write to nothing but what belongs to the rows of that range.
enum RowRanges {
  /// Calls `body` with each range, on as many threads as there are ranges.
  static func forEach(of count: Int, threads: Int, _ body: (Range<Int>) -> Void) {
    let ranges = (0..<threads).map { (count * $0 / threads)..<(count * ($0 + 1) / threads) }
      .filter { !$0.isEmpty }
    if ranges.count < 2 {
      ranges.forEach(body)
      return
    }
    withoutActuallyEscaping(body) { body in
      let work = RangeWork(body: body)
      DispatchQueue.concurrentPerform(iterations: ranges.count) { work.body(ranges[$0]) }
    }
  }

  /// The results of `body` for each range, in order of rows.
  static func map<Result>(
    of count: Int, threads: Int, _ body: (Range<Int>) -> Result
  ) -> [Result] {
    var results = [Result?](repeating: nil, count: threads)
    results.withUnsafeMutableBufferPointer { results in
      forEach(of: threads, threads: threads) { part in
        for index in part {
          let range = (count * index / threads)..<(count * (index + 1) / threads)
          results[index] = range.isEmpty ? nil : body(range)
        }
      }
    }
    return results.compactMap(\.self)
  }
}

/// Lets several threads call a closure, which keeps them apart by its range.
private struct RangeWork: @unchecked Sendable {
  let body: (Range<Int>) -> Void
}
