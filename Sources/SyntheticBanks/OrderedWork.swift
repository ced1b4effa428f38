import Foundation

/// Makes a row of products on several threads and hands them over one by one in order, a few ahead at
/// most.
final class OrderedWork<Product: Sendable>: @unchecked Sendable {
  // Everything below is guarded by `condition`.
  private let condition = NSCondition()
  private var ready: [Int: Product] = [:]
  private var nextToMake = 0
  private var nextToTake = 0
  private var isOver = false
  private let count: Int
  private let window: Int

  private init(count: Int, window: Int) {
    self.count = count
    self.window = window
  }

  /// Makes `count` products and consumes them in order, on the calling thread.
  ///
  /// `worker` is called once on each thread and gives what makes the product of an index. When
  /// `consume` throws, the threads end and the error is thrown.
  static func run<Failure: Error>(
    count: Int, threads: Int, worker: @escaping @Sendable () -> (Int) -> Product,
    consume: (Product) throws(Failure) -> Void
  ) throws(Failure) {
    let work = OrderedWork(count: count, window: threads * 2)
    let group = DispatchGroup()
    for _ in 0..<min(threads, count) {
      group.enter()
      let thread = Thread {
        work.make(worker())
        group.leave()
      }
      thread.stackSize = 1 << 20
      thread.start()
    }
    defer {
      work.stop()
      group.wait()
    }
    for _ in 0..<count { try consume(work.take()) }
  }

  private func make(_ make: (Int) -> Product) {
    while let index = claim() {
      let product = make(index)
      condition.withLock {
        ready[index] = product
        condition.broadcast()
      }
    }
  }

  /// The next index to make, once it is near enough to what is consumed; nil when there is none left.
  private func claim() -> Int? {
    condition.withLock {
      while !isOver, nextToMake < count, nextToMake >= nextToTake + window { condition.wait() }
      guard !isOver, nextToMake < count else { return nil }
      nextToMake += 1
      return nextToMake - 1
    }
  }

  private func take() -> Product {
    condition.withLock {
      while true {
        if let product = ready.removeValue(forKey: nextToTake) {
          nextToTake += 1
          condition.broadcast()
          return product
        }
        condition.wait()
      }
    }
  }

  private func stop() {
    condition.withLock {
      isOver = true
      condition.broadcast()
    }
  }
}
