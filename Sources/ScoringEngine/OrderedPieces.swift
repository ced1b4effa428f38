import ColumnStore
import Dispatch
import Synchronization

/// Writes numbered pieces of a text on several threads and hands them over one after another in
/// order, while later ones are being written.
///
/// Whoever finishes the piece that is due hands it over, and those behind it that are ready, while
/// the others go on writing. Memory is bounded: there are no more buffers than twice the threads.
final class OrderedPieces<Failure: Error>: @unchecked Sendable {
  /// The memory of one piece, which takes one piece after another.
  private final class Buffer: @unchecked Sendable {
    /// Touched only by the thread that writes the piece or hands it over.
    var writer: DelimitedWriter

    init(disarmsFormulas: Bool) {
      writer = DelimitedWriter(capacity: 1 << 19, disarmsFormulas: disarmsFormulas)
    }
  }

  private struct State: Sendable {
    /// The first piece that nobody writes yet.
    var next = 0
    /// The piece that is handed over next.
    var due = 0
    var isHandingOver = false
    var free: [Buffer]
    var ready: [Int: Buffer] = [:]
    var failure: Failure?
  }

  private let count: Int
  private let write: (Int, inout DelimitedWriter) -> Void
  private let take: (UnsafeRawBufferPointer) throws(Failure) -> Void
  private let state: Mutex<State>
  /// Counts the free buffers. Not begun at their number: a semaphore may only go with at least as
  /// many as it began with.
  private let buffers = DispatchSemaphore(value: 0)

  private init(
    _ count: Int, threads: Int, disarmsFormulas: Bool,
    write: @escaping (Int, inout DelimitedWriter) -> Void,
    take: @escaping (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) {
    (self.count, self.write, self.take) = (count, write, take)
    let free = (0..<(2 * threads)).map { _ in Buffer(disarmsFormulas: disarmsFormulas) }
    state = Mutex(State(free: free))
    for _ in free { buffers.signal() }
  }

  /// Hands all pieces to `take`, which is called by one thread at a time; stops when it throws.
  ///
  /// - Parameters:
  ///   - count: how many pieces there are.
  ///   - threads: how many are written at a time.
  ///   - disarmsFormulas: as for `DelimitedWriter`.
  ///   - write: appends a piece to an empty writer.
  ///   - take: takes a piece, whose bytes are valid only within the call.
  static func forEach(
    of count: Int, threads: Int, disarmsFormulas: Bool = false,
    write: (Int, inout DelimitedWriter) -> Void,
    take: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    if threads == 1 {
      var writer = DelimitedWriter(capacity: 1 << 19, disarmsFormulas: disarmsFormulas)
      for piece in 0..<count {
        write(piece, &writer)
        try writer.withBytes(take)
        writer.removeBytes()
      }
      return
    }
    let failure = withoutActuallyEscaping(write) { write in
      withoutActuallyEscaping(take) { take in
        let pieces = OrderedPieces(
          count, threads: threads, disarmsFormulas: disarmsFormulas, write: write, take: take)
        DispatchQueue.concurrentPerform(iterations: threads) { _ in pieces.work() }
        return pieces.state.withLock(\.failure)
      }
    }
    if let failure { throw failure }
  }

  private func work() {
    while let (piece, buffer) = claim() {
      write(piece, &buffer.writer)
      let isMine = state.withLock { state in
        state.ready[piece] = buffer
        defer { state.isHandingOver = true }
        return !state.isHandingOver
      }
      if isMine { handOver() }
    }
  }

  /// The next piece to write and memory for it, for which it may have to wait; nil when there is
  /// none left.
  private func claim() -> (Int, Buffer)? {
    buffers.wait()
    let claimed = state.withLock { state -> (Int, Buffer)? in
      guard state.next < count, state.failure == nil else { return nil }
      state.next += 1
      return (state.next - 1, state.free.removeLast())
    }
    // Others wait for what this one does not need.
    if claimed == nil { buffers.signal() }
    return claimed
  }

  /// Hands over the pieces that are due and ready.
  private func handOver() {
    while let buffer = due() {
      do throws(Failure) {
        try buffer.writer.withBytes(take)
      } catch {
        state.withLock { $0.failure = error }
      }
      buffer.writer.removeBytes()
      state.withLock { state in
        state.free.append(buffer)
        state.due += 1
      }
      buffers.signal()
    }
  }

  /// The piece that is due if it is ready; else this thread hands over no more.
  private func due() -> Buffer? {
    state.withLock { state in
      let buffer = state.failure == nil ? state.ready.removeValue(forKey: state.due) : nil
      if buffer == nil { state.isHandingOver = false }
      return buffer
    }
  }
}
