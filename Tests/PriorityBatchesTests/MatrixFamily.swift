import Foundation
import SeededRandom

/// A kind of matrices that batches are tried with.
enum MatrixFamily: String, CaseIterable {
  /// Judgements of the scale from 1/9 to 9, with no sense at all.
  case random
  /// Quotients of weights.
  case consistent
  /// The same with each judgement up to a fifth too large or too small.
  case nearlyConsistent
  /// Any judgements from 1e-6 to 1e6.
  case huge
  /// Judgements to the very ends of what is allowed.
  case extreme
  /// Two groups, each with judgements near 1 inside; one counts 1e8 times as much as the other.
  case nearlyReducible
  /// Circular judgements: each row is 9 times the next, and the last 9 times the first.
  case circular

  /// The judgements above the diagonal of one matrix, row by row.
  func judgements(size: Int, _ random: inout SplitMix64) -> [Double] {
    let weights = (0..<size).map { _ in exp(4 * random.nextUnit()) }
    var judgements: [Double] = []
    for row in 0..<size {
      for column in row + 1..<max(size, row + 1) {
        judgements.append(judgement(row, column, size, weights, &random))
      }
    }
    return judgements
  }

  private func judgement(
    _ row: Int, _ column: Int, _ size: Int, _ weights: [Double], _ random: inout SplitMix64
  ) -> Double {
    switch self {
    case .random:
      let step = random.next(below: 17) - 8
      return step < 0 ? 1 / Double(1 - step) : Double(1 + step)
    case .consistent: return weights[row] / weights[column]
    case .nearlyConsistent:
      return weights[row] / weights[column] * (0.8 + 0.4 * random.nextUnit())
    case .huge: return pow(10, 12 * random.nextUnit() - 6)
    case .extreme: return pow(10, 98 * random.nextUnit() - 49)
    case .nearlyReducible:
      let within = 0.9 + 0.2 * random.nextUnit()
      return (row < size / 2) == (column < size / 2) ? within : 1e8 * within
    case .circular:
      if column == row + 1 { return 9 }
      return row == 0 && column == size - 1 ? 1 / 9.0 : 1
    }
  }

  /// The judgements of many matrices, one matrix after another.
  func batch(size: Int, count: Int, seed: UInt64) -> [Double] {
    var random = SplitMix64(seed: seed, stream: UInt64(size), index: 0)
    return (0..<count).flatMap { _ in judgements(size: size, &random) }
  }
}
