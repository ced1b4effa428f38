import DataWeights

/// The JSON of `weights --data --method all`.
struct MethodComparisonDocument: Encodable {
  let measures: [String]
  let people: Int
  let leftOut: Int
  let methods: [Method]
  let spearman: [[Double?]]
  let kendallTauB: [[Double?]]

  /// One method.
  struct Method: Encodable {
    let name: String
    let weights: [Double]?
    let reason: String?
  }

  init(_ comparison: MethodComparison, _ scores: MeasureScores) {
    measures = scores.data.labels
    people = scores.data.rowCount
    leftOut = scores.leftOutCount
    methods = comparison.rows.map {
      Method(name: $0.name, weights: $0.weights?.weights, reason: $0.error?.description)
    }
    (spearman, kendallTauB) = (comparison.spearman, comparison.kendallTauB)
  }
}
