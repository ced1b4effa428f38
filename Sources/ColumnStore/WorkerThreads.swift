import Dispatch

/// Does pieces of work at the same time.
public enum WorkerThreads {
  /// Calls `body` with each number below `count`, on as many threads as there are processors at most.
  ///
  /// Calls may run one after another, in any order, so none may wait for one that has not begun.
  public static func run(_ count: Int, _ body: (Int) -> Void) {
    if count < 2 {
      (0..<count).forEach(body)
      return
    }
    withoutActuallyEscaping(body) { body in
      let work = Work(body: body)
      DispatchQueue.concurrentPerform(iterations: count) { work.body($0) }
    }
  }

  /// Lets several threads call a closure, which keeps them apart by their numbers.
  private struct Work: @unchecked Sendable {
    let body: (Int) -> Void
  }
}
