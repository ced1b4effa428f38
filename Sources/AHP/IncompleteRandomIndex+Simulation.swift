import SeededRandom

extension IncompleteRandomIndex {
  /// The mean consistency index of random judgements for the very comparisons made, completed
  /// lambda-optimally.
  ///
  /// Each judgement is drawn from 1/9, 1/8 ... 1 ... 8, 9, all alike. How many draws are made depends on
  /// the comparisons and on the seed alone: until the standard error is below `relativeError` of the mean,
  /// but at least 200, and at most 10,000, or 2,000 where more than 15 pairs are missing. The same seed
  /// gives the same bits. That the index depends on the graph, not only on the number of gaps: Agoston,
  /// K. C., Csato, L. (2025), Inconsistency thresholds revisited, arXiv:2510.27011.
  public static func simulated(
    _ graph: ComparisonGraph, seed: UInt64 = 1, relativeError: Double = 0.01
  ) -> IncompleteRandomIndex {
    guard graph.isConnected, !graph.isTree else {
      return tree
    }
    let completion = LambdaOptimalCompletion(graph)
    var generator = SplitMix64(seed: seed)
    var tally = Tally()
    let mostDraws = graph.missingCount > 15 ? 2_000 : 10_000
    while tally.count < mostDraws,
      tally.count < 200 || tally.standardError > relativeError * tally.mean
    {
      let given = graph.compared.map { _ in scale[generator.next(below: scale.count)] }
      tally.add(consistencyIndex(completion.solve(given).logarithmOfRoot, graph.size))
    }
    return IncompleteRandomIndex(
      tally.mean, simulatedName, standardError: tally.standardError, draws: tally.count)
  }

  static let simulatedName = "simulated"

  /// The logarithms of 1/9 ... 9.
  private static let scale =
    (2...9).reversed().map { -naturalLogarithm(Double($0)) }
    + (1...9).map { naturalLogarithm(Double($0)) }

  private static func consistencyIndex(_ logarithmOfRoot: Double, _ size: Int) -> Double {
    max(0, exponential(logarithmOfRoot) - Double(size)) / Double(size - 1)
  }
}

/// Mean and variance as numbers come in. Welford, B. P. (1962), Technometrics 4(3), 419-420,
/// doi:10.1080/00401706.1962.10490022.
private struct Tally {
  private(set) var count = 0
  private(set) var mean = 0.0
  private var squares = 0.0

  mutating func add(_ number: Double) {
    count += 1
    let difference = number - mean
    mean += difference / Double(count)
    squares += difference * (number - mean)
  }

  var standardError: Double {
    count < 2 ? .infinity : (squares / Double(count - 1) / Double(count)).squareRoot()
  }
}
