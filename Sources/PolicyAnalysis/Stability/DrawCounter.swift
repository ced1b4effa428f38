import Dispatch
import Synchronization

/// Counts what comes of draws on several threads, chunk by chunk.
protocol DrawCounter: Sendable {
  /// Counts a chunk of draws, numbered from 0, into a tally, and records what belongs to single draws.
  func count(
    draws: Range<Int>, chunk: Int, _ tally: inout DrawTally, _ records: DrawRecords)

  /// What was counted, for subjects in their order.
  func inSubjectOrder(_ tally: DrawTally) -> DrawTally
}

extension DrawCounter {
  func inSubjectOrder(_ tally: DrawTally) -> DrawTally { tally }

  /// Counts all draws; the result does not depend on the threads.
  func countAll(
    _ plan: DrawPlan, threads: Int, progress: @escaping @Sendable (Int) -> Void
  ) -> (tally: DrawTally, records: DrawRecords) {
    let records = DrawRecords(plan)
    let whole = Mutex(DrawTally(plan))
    let next = Atomic(0)
    let done = Atomic(0)
    let chunks = (plan.drawCount + DrawMarks.chunk - 1) / DrawMarks.chunk
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, chunks))) { _ in
      var own = DrawTally(plan)
      while true {
        let chunk = next.add(1, ordering: .relaxed).oldValue
        guard chunk < chunks else { break }
        let start = chunk * DrawMarks.chunk
        let draws = start..<min(start + DrawMarks.chunk, plan.drawCount)
        count(draws: draws, chunk: chunk, &own, records)
        progress(done.add(draws.count, ordering: .relaxed).newValue)
      }
      whole.withLock { $0.add(own) }
    }
    return (inSubjectOrder(whole.withLock { $0 }), records)
  }
}

extension DrawPlan {
  /// The counter for draws: the fast one, where that is wanted and the plan allows it.
  func counter(_ draws: PolicyDraws, _ runs: PolicyRuns, fast: Bool) -> any DrawCounter {
    if fast, let counter = SummedDraws(self, draws, runs.base) { return counter }
    return ReweightedDraws(plan: self, draws: draws, runs: runs)
  }
}
