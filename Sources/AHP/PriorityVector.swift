/// How important each of the things compared is: positive weights that sum to 1.
public struct PriorityVector: Hashable, Sendable {
  /// What is weighed, in the order of the matrix.
  public let labels: [String]
  /// One weight for each label.
  public let weights: [Double]

  /// Positive numbers divided by their sum, one for each label.
  init(labels: [String], proportions: [Double]) {
    let sum = proportions.reduce(0, +)
    self.labels = labels
    weights = proportions.map { $0 / sum }
  }

  /// Weights that already sum to 1.
  init(labels: [String], weights: [Double]) {
    self.labels = labels
    self.weights = weights
  }

  /// The weight of a label, or nil. O(n).
  public subscript(label: String) -> Double? {
    labels.firstIndex(of: label).map { weights[$0] }
  }
}
