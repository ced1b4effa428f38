import ScorecardPolicy

/// Weights of measures over a whole scorecard, and back to those of dimensions and measures.
public struct PolicyWeights: Sendable {
  /// The weights of one dimension's measures.
  public struct Dimension: Sendable {
    /// The dimension.
    public let name: String
    /// Its weight: the sum of its measures' over the whole.
    public let weight: Double
    /// Its measures.
    public let measures: [String]
    /// Their weights inside the dimension; equal where the dimension's is 0.
    public let weights: [Double]
  }

  /// The dimensions, in the policy's order.
  public let dimensions: [Dimension]

  /// Splits weights over the whole scorecard: a dimension weighs what its measures do together.
  public init(_ weights: ColumnWeights, of names: [MeasureScores.Name]) {
    precondition(weights.weights.count == names.count, "each measure has a weight")
    var order: [String] = []
    for name in names where !order.contains(name.dimension) { order.append(name.dimension) }
    dimensions = order.map { dimension in
      let own = names.indices.filter { names[$0].dimension == dimension }
      let sum = own.reduce(0) { $0 + weights.weights[$1] }
      return Dimension(
        name: dimension, weight: sum, measures: own.map { names[$0].measure },
        weights: own.map { sum > 0 ? weights.weights[$0] / sum : 1 / Double(own.count) })
    }
  }

  /// The weights that a policy itself gives measures over the whole scorecard: the dimension's times the
  /// measure's. Nil where they differ by the texts of a column.
  public static func own(
    of policy: ResolvedPolicy, names: [MeasureScores.Name]
  ) -> ColumnWeights? {
    let dimensions = policy.policy.scorecard.dimensions
    guard policy.dimensionWeights.column == nil else { return nil }
    var proportions: [Double] = []
    for name in names {
      guard let index = dimensions.firstIndex(where: { $0.name == name.dimension }),
        policy.measureWeights[index].column == nil,
        let dimension = weight(of: name.dimension, in: policy.dimensionWeights),
        let measure = weight(of: name.measure, in: policy.measureWeights[index])
      else { return nil }
      proportions.append(dimension * measure)
    }
    guard proportions.contains(where: { $0 > 0 }) else { return nil }
    return ColumnWeights(
      labels: names.map { "\($0.dimension).\($0.measure)" }, proportions: proportions)
  }

  private static func weight(of label: String, in weights: ResolvedWeights) -> Double? {
    weights.labels.firstIndex(of: label).map { weights.weights[$0] }
  }
}
