/// How changes of something are distributed over subjects, in the unit of what changes.
public struct ChangeDistribution: Sendable, Equatable, Encodable {
  /// The least change.
  public let minimum: Double
  /// A quarter of the changes lie below it.
  public let lowerQuartile: Double
  /// Half of the changes lie below it.
  public let median: Double
  /// Three quarters of the changes lie below it.
  public let upperQuartile: Double
  /// The greatest change.
  public let maximum: Double
  /// The sum of the changes, rounded once, divided by their number.
  public let mean: Double

  /// The distribution of at least one change; quantiles as in `Quantile`.
  init(_ changes: [Double]) {
    let sorted = changes.sorted()
    minimum = Quantile.of(sorted, share: 0)
    lowerQuartile = Quantile.of(sorted, share: 0.25)
    median = Quantile.of(sorted, share: 0.5)
    upperQuartile = Quantile.of(sorted, share: 0.75)
    maximum = Quantile.of(sorted, share: 1)
    mean = Moments.mean(sorted)
  }
}
