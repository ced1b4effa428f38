/// Where the weight of one label lies in draws.
public struct WeightBand: Sendable {
  /// A quantile of the draws.
  public struct Quantile: Sendable {
    /// The share of draws below it.
    public let probability: Double
    /// The weight, between draws in proportion.
    public let value: Double
    /// Half the distance of the order statistics one standard deviation of their number away: free of
    /// the form of the distribution (Woodruff, R. S. (1952), Journal of the American Statistical
    /// Association 47, 635-646, doi:10.1080/01621459.1952.10483443).
    public let standardError: Double
  }

  /// What is weighed.
  public let label: String
  /// The weight by the judgements as given.
  public let weight: Double
  /// The mean of the draws.
  public let mean: Double
  /// The standard deviation of the draws.
  public let standardDeviation: Double
  /// The standard error of the mean: what more draws would make smaller.
  public let standardError: Double
  /// The quantiles asked for, in their order.
  public let quantiles: [Quantile]
  /// The share of draws in which the label is first, second and so on.
  public let rankShares: [Double]

  init(
    label: String, weight: Double, draws: [Double], probabilities: [Double], rankShares: [Double]
  ) {
    (self.label, self.weight, self.rankShares) = (label, weight, rankShares)
    let count = Double(draws.count)
    let mean = draws.reduce(0, +) / count
    let squares = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.mean = mean
    standardDeviation = draws.count > 1 ? (squares / (count - 1)).squareRoot() : 0
    standardError = standardDeviation / count.squareRoot()
    let sorted = draws.sorted()
    quantiles = probabilities.map { probability in
      let place = probability * (count - 1)
      let deviation = (count * probability * (1 - probability)).squareRoot()
      let spread = Self.at(place + deviation, sorted) - Self.at(place - deviation, sorted)
      return Quantile(
        probability: probability, value: Self.at(place, sorted), standardError: spread / 2)
    }
  }

  /// The number at a place between those of a sorted list, in proportion.
  private static func at(_ place: Double, _ sorted: [Double]) -> Double {
    let place = min(max(place, 0), Double(sorted.count - 1))
    let lower = Int(place)
    let upper = min(lower + 1, sorted.count - 1)
    return sorted[lower] + (place - Double(lower)) * (sorted[upper] - sorted[lower])
  }
}
