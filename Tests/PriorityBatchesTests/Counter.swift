import Synchronization

/// The numbers that several threads tell.
final class Counter: Sendable {
  private let seen = Mutex<[Int]>([])

  func see(_ number: Int) { seen.withLock { $0.append(number) } }

  var all: [Int] { seen.withLock { $0 } }
}
