import ColumnStore
import Synchronization

/// Tells how far the reading of one table after another has come, from any thread.
final class ReadingProgress: @unchecked Sendable {
  private let report: ((WorkProgress) -> Void)?
  private let done = Mutex(0)
  private var total = 0
  private var activity = ""

  init(report: ((WorkProgress) -> Void)?) { self.report = report }

  /// Begins to read some files; only while no other thread works.
  func begin(_ activity: String, _ scans: [TableScan]) {
    self.activity = activity
    total = scans.reduce(0) { $0 + $1.byteCount }
    done.withLock { $0 = 0 }
  }

  /// So many bytes more are read.
  func advance(_ count: Int) {
    guard let report else { return }
    done.withLock { done in
      done += count
      report(WorkProgress(activity: activity, done: done, total: total))
    }
  }
}
