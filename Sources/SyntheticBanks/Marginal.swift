import ScorecardPolicy

/// A distribution as a table over standard normal numbers: the value at z is the quantile of the
/// probability below z. So every distribution costs one look-up, and columns that go together are
/// normal numbers that go together.
struct Marginal: Sendable {
  /// The points are -5, -5 + 1/64 ... 5.
  static let pointCount = 641

  /// The values at the points, ascending.
  let values: [Double]

  /// The table of a distribution. O(points), for beta and gamma after an integration.
  init(_ distribution: GenerateHint.Distribution) {
    switch distribution {
    case .normal(let mean, let deviation):
      values = Self.points.map { mean + deviation * $0 }
    case .lognormal(let median, let sigma):
      values = Self.points.map { median * Elementary.exp(min(600, sigma * $0)) }
    case .uniform(let from, let to):
      values = Self.probabilities.map { from + (to - from) * $0 }
    case .beta(let a, let b, let scale):
      values = Self.quantiles(upTo: 1) { x in
        (a - 1) * Elementary.log(x) + (b - 1) * Elementary.log(1 - x)
      }.map { scale * $0 }
    case .gamma(let shape, let scale):
      let most = shape + 12 * shape.squareRoot() + 12
      values = Self.quantiles(upTo: most) { x in (shape - 1) * Elementary.log(x) - x }
        .map { scale * $0 }
    case .poisson(let mean): values = Self.poissonQuantiles(mean)
    }
  }

  /// The value at a standard normal number.
  @inline(__always)
  static func value(_ z: Double, _ table: UnsafePointer<Double>) -> Double {
    let place = min(639.999, max(0, (z + 5) * 64))
    let cell = Int(place)
    return table[cell] + (table[cell + 1] - table[cell]) * (place - Double(cell))
  }

  private static let points = (0..<pointCount).map { Double($0) / 64 - 5 }
  private static let probabilities = NormalQuantiles.probabilities(at: points)

  /// Whole numbers; between two points with different ones the look-up has its step in the middle.
  private static func poissonQuantiles(_ mean: Double) -> [Double] {
    var (count, term) = (0.0, Elementary.exp(-mean))
    var sum = term
    return probabilities.map { probability in
      while sum < probability, count < mean + 40 * (mean.squareRoot() + 1) {
        count += 1
        term *= mean / count
        sum += term
      }
      return count
    }
  }

  /// The quantiles of a density on 0 ... `most` given by its logarithm, by the midpoint rule on a
  /// grid that is finer towards both ends.
  private static func quantiles(
    upTo most: Double, logDensity: (Double) -> Double
  ) -> [Double] {
    let count = 8192
    // x = most * s^2 * (3 - 2s) has no slope at the ends, where densities may have their poles.
    func edge(_ index: Int) -> Double {
      let s = Double(index) / Double(count)
      return most * s * s * (3 - 2 * s)
    }
    let logs = (0..<count).map { logDensity((edge($0) + edge($0 + 1)) / 2) }
    let largest = logs.max() ?? 0
    var sums = [0.0]
    for index in 0..<count {
      let width = edge(index + 1) - edge(index)
      sums.append(sums[index] + width * Elementary.exp(logs[index] - largest))
    }
    var cell = 0
    return probabilities.map { probability in
      let target = probability * sums[count]
      while cell < count - 1, sums[cell + 1] < target { cell += 1 }
      let part = sums[cell + 1] - sums[cell]
      let share = part > 0 ? min(1, max(0, (target - sums[cell]) / part)) : 0
      return edge(cell) + (edge(cell + 1) - edge(cell)) * share
    }
  }
}
