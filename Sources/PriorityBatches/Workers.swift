import Dispatch
import Synchronization

/// Does blocks of work on a number of threads.
enum Workers {
  /// Calls `body` once with the number of each block, in any order, on so many threads at most.
  static func run(blocks: Int, threads: Int, _ body: @Sendable (Int) -> Void) {
    let workers = min(threads, blocks)
    guard workers > 1 else {
      for block in 0..<blocks { body(block) }
      return
    }
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        let block = next.add(1, ordering: .relaxed).oldValue
        guard block < blocks else { return }
        body(block)
      }
    }
  }
}
