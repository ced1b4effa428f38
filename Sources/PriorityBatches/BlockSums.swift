import Synchronization

/// The sums of blocks of numbers and of their squares, which threads fill in any order.
final class BlockSums: Sendable {
  private let sums: Mutex<[(sum: Double, sumOfSquares: Double)]>

  init(count: Int) { sums = Mutex(Array(repeating: (0, 0), count: count)) }

  /// Keeps the sums of a block.
  func set(_ block: Int, _ numbers: [Double]) {
    let sum = numbers.reduce(0, +)
    let sumOfSquares = numbers.reduce(0) { $0 + $1 * $1 }
    sums.withLock { $0[block] = (sum, sumOfSquares) }
  }

  /// Both sums over all blocks, in their order.
  var total: (sum: Double, sumOfSquares: Double) {
    sums.withLock { $0.reduce((0, 0)) { ($0.0 + $1.sum, $0.1 + $1.sumOfSquares) } }
  }
}
