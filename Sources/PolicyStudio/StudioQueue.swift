import Dispatch

/// Long work of the studio, one piece after the other on a thread of its own.
///
/// The threads that Swift's concurrency runs on are few, and the server needs them: work that takes
/// long and threads of its own is done here, and whoever asked for it waits without holding one.
public struct StudioQueue: Sendable {
  private let queue: DispatchQueue

  /// A queue with nothing to do.
  public init() { queue = DispatchQueue(label: "studio", qos: .userInitiated) }

  /// Does a piece of work when those before it are done.
  public func run<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: work()) }
    }
  }
}
