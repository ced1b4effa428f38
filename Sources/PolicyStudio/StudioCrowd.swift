import Synchronization

/// The open connections of a server. Of more than there may be, those are ended that have waited longest.
final class StudioCrowd: Sendable {
  private struct Member {
    let task: Task<Void, Never>
    /// When it began to wait for a request, counted; nil while it is answered.
    var waits: Int?
  }

  private struct State {
    var members: [Int: Member] = [:]
    var count = 0
  }

  private let most: Int
  private let state = Mutex(State())

  init(most: Int) { self.most = most }

  /// Takes up a connection that is served by a function of its number.
  func admit(_ serve: @escaping @Sendable (Int) async -> Void) {
    state.withLock { state in
      state.count += 1
      let number = state.count
      if state.members.count >= most {
        let waiting = state.members.compactMap { key, member in member.waits.map { (key, $0) } }
        if let longest = waiting.min(by: { $0.1 < $1.1 })?.0 {
          state.members.removeValue(forKey: longest)?.task.cancel()
        }
      }
      let task = Task {
        await serve(number)
        self.leave(number)
      }
      state.members[number] = Member(task: task, waits: number)
    }
  }

  /// Says that a connection waits for a request, or that one is answered.
  func set(_ number: Int, isWaiting: Bool) {
    state.withLock { state in
      state.count += 1
      state.members[number]?.waits = isWaiting ? state.count : nil
    }
  }

  /// Ends all connections.
  func disperse() {
    state.withLock { state in
      for member in state.members.values { member.task.cancel() }
      state.members = [:]
    }
  }

  private func leave(_ number: Int) { state.withLock { $0.members[number] = nil } }
}
