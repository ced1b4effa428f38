import Synchronization

/// Tells how far the reading of all files has come, from any thread.
final class ReadingProgress: @unchecked Sendable {
  private let report: ((WorkProgress) -> Void)?
  private let done = Mutex(0)
  private let total: Int
  /// What is being read.
  private var activity = ""

  /// - Parameter total: how many bytes are read in all.
  init(total: Int, report: ((WorkProgress) -> Void)?) {
    self.total = total
    self.report = report
  }

  /// Begins to read something else; only while no other thread works.
  func begin(_ activity: String) { self.activity = activity }

  /// So many bytes more are read.
  func advance(_ count: Int) {
    guard let report else { return }
    done.withLock { done in
      done += count
      report(WorkProgress(activity: activity, done: done, total: total))
    }
  }
}
