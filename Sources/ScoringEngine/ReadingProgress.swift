import ColumnStore
import Synchronization

/// Tells how far the reading of one table after another has come, from any thread.
final class ReadingProgress: @unchecked Sendable {
  private struct State {
    var bytes = 0
    var rows = 0
  }

  private let report: ((WorkProgress) -> Void)?
  private let state = Mutex(State())
  private var total = 0
  private var activity = ""

  init(report: ((WorkProgress) -> Void)?) { self.report = report }

  /// Begins to read some files; only while no other thread works.
  func begin(_ activity: String, _ scans: [TableScan]) {
    self.activity = activity
    total = scans.reduce(0) { $0 + $1.byteCount }
    state.withLock { $0 = State() }
  }

  /// A batch more is read.
  func advance(_ batch: RowBatch) {
    guard let report else { return }
    let (bytes, rows) = (batch.chunk.count, batch.rowCount)
    state.withLock { state in
      state.bytes += bytes
      state.rows += rows
      report(
        WorkProgress(
          activity: activity, done: state.bytes, total: total, measure: .bytes, rows: state.rows))
    }
  }
}
