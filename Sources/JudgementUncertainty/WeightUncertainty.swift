import AHP
import Diagnostics
import SeededRandom

/// How far weights and their order move when judgements are uncertain, by seeded draws.
///
/// Every draw has random numbers of its own, told by the seed and its number, so that the same seed gives
/// the same result whatever the threads.
///
/// Saaty, T. L., Vargas, L. G. (1987), Uncertainty and rank order in the analytic hierarchy process,
/// European Journal of Operational Research 32(1), 107-117, doi:10.1016/0377-2217(87)90275-X.
public struct WeightUncertainty: Sendable {
  /// How many draws there may be.
  public static let drawLimits = 1...10_000_000
  /// The quantiles of each weight: the median, the middle half, and 95 of 100.
  public static let probabilities = [0.025, 0.25, 0.5, 0.75, 0.975]

  /// Tells these random numbers from others of the same seed.
  private static let stream: UInt64 = 0x4A55_4447

  /// How weights were derived; nil for the alternatives of a hierarchy, which says so itself.
  public let method: PriorityMethod?
  /// How many draws were made.
  public let draws: Int
  /// What they depend on.
  public let seed: UInt64
  /// The labels by the judgements as given, the weightiest first.
  public let order: [String]
  /// Where each weight lies, in the order of the matrix.
  public let bands: [WeightBand]
  /// Every order that draws gave, the most frequent first.
  public let orders: [OrderShare]
  /// In how many draws two labels change places: one is above the other by the judgements as given, and
  /// below it in the draw.
  public let orderChanged: DrawShare
  /// In how many draws none of the labels that are first by the judgements as given is first.
  public let firstChanged: DrawShare

  /// Makes draws round the judgements of a matrix. O(draws n^3) for `eigenvector`.
  ///
  /// - Parameters:
  ///   - matrix: the judgements as given; of a panel the aggregate.
  ///   - draws: one of `drawLimits`.
  ///   - threads: how many threads to use, at least 1; it does not change the result.
  ///   - progress: told from any thread how many draws are done.
  /// - Throws: `DiagnosedFailure` where a panel cannot be drawn from, or a `LinearAlgebraError`.
  public init(
    of matrix: PairwiseComparisonMatrix, spread: JudgementSpread,
    method: PriorityMethod = .eigenvector, draws: Int, seed: UInt64, threads: Int = 1,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) throws {
    let sampler = try JudgementSampler(spread, matrix)
    try self.init(
      labels: matrix.labels, given: try PriorityVector(matrix, method: method).weights,
      method: method, draws: draws, seed: seed, threads: threads, progress: progress
    ) { generator in
      try drawnWeights(sampler.draw(&generator), labels: matrix.labels, method: method)
    }
  }

  /// Makes draws of the weights of some labels, each by random numbers of its own.
  init(
    labels: [String], given: [Double], method: PriorityMethod? = nil, draws: Int, seed: UInt64,
    threads: Int, progress: @escaping @Sendable (Int) -> Void,
    _ draw: @escaping @Sendable (inout SplitMix64) throws -> [Double]
  ) throws {
    precondition(Self.drawLimits ~= draws, "the number of draws must lie in drawLimits")
    let drawn = try WeightDraws(
      size: labels.count, count: draws, threads: threads, progress: progress
    ) { index in
      var generator = SplitMix64(seed: seed, stream: Self.stream, index: UInt64(index))
      return try draw(&generator)
    }
    let tally = OrderTally(given: given, drawn)
    (self.method, self.draws, self.seed) = (method, draws, seed)
    order = OrderTally.order(given, before: Array(given.indices)).map { labels[$0] }
    bands = given.indices.map { index in
      WeightBand(
        label: labels[index], weight: given[index], draws: drawn.weights(of: index),
        probabilities: Self.probabilities,
        rankShares: tally.rankCounts[index].map { Double($0) / Double(draws) })
    }
    orders = tally.orders.map { order, count in
      OrderShare(order: order.map { labels[$0] }, share: DrawShare(count, of: draws))
    }
    orderChanged = DrawShare(tally.changedCount, of: draws)
    firstChanged = DrawShare(tally.firstChangedCount, of: draws)
  }
}

/// The weights that judgements of an upper triangle give, row by row.
///
/// What lies beyond the range of judgements counts as its end.
func drawnWeights(
  _ judgements: [Double], labels: [String], method: PriorityMethod
) throws -> [Double] {
  let range = Judgement.range
  let upper = judgements.compactMap {
    Judgement(value: min(max($0, range.lowerBound), range.upperBound))
  }
  let matrix = PairwiseComparisonMatrix(labels: labels, upperTriangle: upper)
  return try PriorityVector(matrix, method: method).weights
}
