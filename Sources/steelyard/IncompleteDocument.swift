import AHP

/// The JSON key `incomplete` of weights: what was completed, and how.
struct IncompleteDocument: Encodable {
  struct Completed: Encodable {
    let row: String
    let column: String
    let value: Double
  }

  struct Next: Encodable {
    let row: String
    let column: String
    let effectiveResistance: Double
  }

  let method: String
  let comparisons: Int
  let missing: Int
  let completed: [Completed]
  let leastLambdaBounds: [Double]?
  let nextComparison: Next?
  let randomIndexDraws: Int?
  let randomIndexStandardError: Double?

  init(_ completion: JudgementAnalysis.Completion) {
    let matrix = completion.matrix
    method = matrix.method.rawValue
    comparisons = matrix.given.graph.comparisonCount
    missing = matrix.given.graph.missingCount
    completed = matrix.completed.map { Completed(row: $0.row, column: $0.column, value: $0.value) }
    leastLambdaBounds = matrix.leastLambdaBounds.map { [$0.lowerBound, $0.upperBound] }
    nextComparison = completion.nextComparison.map {
      Next(row: $0.row, column: $0.column, effectiveResistance: $0.resistance)
    }
    randomIndexDraws = completion.randomIndex.draws
    randomIndexStandardError = completion.randomIndex.standardError
  }
}
