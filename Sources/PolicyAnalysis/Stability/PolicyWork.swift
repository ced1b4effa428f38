import Dispatch
import Synchronization

/// Does the same for each of many places on several threads.
enum PolicyWork {
  /// What `body` makes of each place, in order.
  static func map<Result: Sendable>(
    _ count: Int, threads: Int, _ body: @Sendable (Int) -> Result
  ) -> [Result] {
    let threads = max(1, min(threads, count))
    if threads == 1 { return (0..<count).map(body) }
    let parts = Mutex([[Result]](repeating: [], count: threads))
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      let own = (count * thread / threads..<count * (thread + 1) / threads).map(body)
      parts.withLock { $0[thread] = own }
    }
    return parts.withLock { Array($0.joined()) }
  }
}
