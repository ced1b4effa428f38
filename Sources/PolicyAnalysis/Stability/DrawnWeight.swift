/// Where one weight lies in draws.
public struct DrawnWeight: Sendable, Equatable {
  /// What is weighed.
  public let label: String
  /// The weight by the judgements as they are.
  public let given: Double
  /// The mean of the draws.
  public let mean: Double
  /// The weight below which 2.5 of a hundred draws lie.
  public let low: Double
  /// The median of the draws.
  public let median: Double
  /// The weight above which 2.5 of a hundred draws lie.
  public let high: Double

  init(_ label: String, given: Double, draws: [Double]) {
    (self.label, self.given) = (label, given)
    let sorted = draws.sorted()
    mean = Moments.mean(sorted)
    low = Quantile.of(sorted, share: 0.025)
    median = Quantile.of(sorted, share: 0.5)
    high = Quantile.of(sorted, share: 0.975)
  }
}

extension PolicyDraws {
  /// Where each weight that varies lies, for each weighing in the order of its labels.
  public var bands: [[DrawnWeight]] {
    var place = 0
    return weighings.map { weighing in
      zip(weighing.labels, weighing.weights).map { label, given in
        defer { place += 1 }
        return DrawnWeight(label, given: given, draws: weight(place))
      }
    }
  }
}
