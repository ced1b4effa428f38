import Synchronization

/// What became of the blocks, collected from several threads.
final class Outcomes: Sendable {
  private struct State {
    var fallbackCount = 0
    var firstFault: (block: Int, error: BatchError)?
  }

  private let state = Mutex(State())

  /// Adds how many matrices of a block LAPACK had to solve, or what is wrong with it.
  func add(_ block: Int, _ outcome: Result<Int, BatchError>) {
    state.withLock { state in
      switch outcome {
      case .success(let count): state.fallbackCount += count
      case .failure(let error):
        if block < state.firstFault?.block ?? .max { state.firstFault = (block, error) }
      }
    }
  }

  /// How many matrices LAPACK had to solve.
  ///
  /// - Throws: the fault of the first block that has one, whichever thread was first.
  func fallbackCount() throws(BatchError) -> Int {
    let found = state.withLock { ($0.fallbackCount, $0.firstFault?.error) }
    if let error = found.1 { throw error }
    return found.0
  }
}
