import Dispatch
import Synchronization

/// The weights of many draws, or other numbers, each draw computed by its number alone.
public final class WeightDraws: @unchecked Sendable {
  /// How many draws a thread takes at a time.
  private static let pieceSize = 256

  /// How many numbers a draw has.
  public let size: Int
  /// How many draws there are.
  public let count: Int
  /// One draw after the other; threads write different parts of it, and it is only read afterwards.
  private let memory: UnsafeMutablePointer<Double>
  private let next = Atomic(0)
  private let done = Atomic(0)
  private let failure = Mutex<(any Error)?>(nil)

  /// Computes all draws on some threads.
  ///
  /// - Parameters:
  ///   - progress: told from any thread how many draws are done.
  ///   - draw: the numbers of a draw, which counts from 0.
  /// - Throws: the error of a draw that failed.
  public init(
    size: Int, count: Int, threads: Int, progress: @Sendable (Int) -> Void,
    _ draw: @Sendable (Int) throws -> [Double]
  ) throws {
    (self.size, self.count) = (size, count)
    memory = .allocate(capacity: size * count)
    memory.initialize(repeating: 0, count: size * count)
    DispatchQueue.concurrentPerform(iterations: max(threads, 1)) { _ in work(progress, draw) }
    if let error = failure.withLock({ $0 }) { throw error }
  }

  deinit { memory.deallocate() }

  /// The weights of one draw.
  public subscript(draw: Int) -> UnsafeBufferPointer<Double> {
    UnsafeBufferPointer(start: memory + draw * size, count: size)
  }

  /// What all draws give one label.
  public func weights(of label: Int) -> [Double] { (0..<count).map { memory[$0 * size + label] } }

  private func work(_ progress: (Int) -> Void, _ draw: (Int) throws -> [Double]) {
    while true {
      let first = next.add(Self.pieceSize, ordering: .relaxed).oldValue
      guard first < count, failure.withLock({ $0 == nil }) else { return }
      let last = min(first + Self.pieceSize, count)
      do {
        for index in first..<last {
          for (offset, weight) in try draw(index).enumerated() {
            memory[index * size + offset] = weight
          }
        }
      } catch {
        failure.withLock { $0 = $0 ?? error }
        return
      }
      progress(done.add(last - first, ordering: .relaxed).newValue)
    }
  }
}
