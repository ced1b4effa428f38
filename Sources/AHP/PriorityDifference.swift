/// How the weights of two methods differ.
public struct PriorityDifference: Hashable, Sendable {
  /// Two labels that two methods put in different orders.
  public struct OrderChange: Hashable, Sendable {
    /// The label that weighs more by the first method.
    public let first: String
    /// The label that weighs more by the second.
    public let second: String
  }

  /// The first method.
  public let method: PriorityMethod
  /// The method it is compared with.
  public let other: PriorityMethod
  /// The largest difference of two weights of one label, without sign.
  public let largest: Double
  /// The label that has it, the first among equals.
  public let label: String
  /// Every two labels whose order differs, in the order of the matrix.
  ///
  /// Weights that are equal within a relative 1e-12 are in no order.
  public let orderChanges: [OrderChange]

  /// Compares two analyses of the same judgements. O(n^2).
  init(_ analysis: JudgementAnalysis, _ otherAnalysis: JudgementAnalysis) {
    let (labels, one, other) = (analysis.labels, analysis.weights, otherAnalysis.weights)
    let differences = zip(one, other).map { ($0 - $1).magnitude }
    method = analysis.method
    self.other = otherAnalysis.method
    largest = differences.max() ?? 0
    label = labels[differences.firstIndex(of: largest) ?? 0]
    orderChanges = ComparedPair.all(size: labels.count).compactMap { pair in
      let (first, second) = (pair.first, pair.second)
      if Self.isLarger(one[first], one[second]) && Self.isLarger(other[second], other[first]) {
        return OrderChange(first: labels[first], second: labels[second])
      }
      if Self.isLarger(one[second], one[first]) && Self.isLarger(other[first], other[second]) {
        return OrderChange(first: labels[second], second: labels[first])
      }
      return nil
    }
  }

  private static func isLarger(_ one: Double, _ other: Double) -> Bool {
    one > other * (1 + 1e-12)
  }
}
