import Diagnostics

/// An incomplete matrix with its gaps filled; every judgement given is kept as it was written.
public struct CompletedMatrix: Hashable, Sendable {
  /// What was given.
  public let given: IncompleteMatrix
  /// How the gaps were filled.
  public let method: CompletionMethod
  /// The complete matrix.
  public let matrix: PairwiseComparisonMatrix
  /// The judgements that were filled in, in reading order; empty when there was no gap.
  public let completed: [CompletedJudgement]
  /// An interval that holds the smallest principal eigenvalue that any completion can have.
  ///
  /// Its lower end is rigorous by duality, its upper end is reached by this completion. Nil for methods
  /// other than `lambdaOptimal`.
  public let leastLambdaBounds: ClosedRange<Double>?

  /// Fills the gaps of a matrix. O(m^3 + n^3) for m gaps in n rows.
  ///
  /// - Throws: an error naming a pair whose value would lie outside `Judgement.range`, as a long chain of
  ///   very large judgements can make it.
  public init(
    _ given: IncompleteMatrix, method: CompletionMethod = .lambdaOptimal
  ) throws(DiagnosedFailure) {
    let values = CompletionValues(given, method)
    self.given = given
    self.method = method
    var judgements = given.judgements
    var completed: [CompletedJudgement] = []
    for (pair, value) in zip(given.graph.missing, values.values) {
      let (row, column) = (given.labels[pair.first], given.labels[pair.second])
      guard let judgement = Judgement(value: value) else {
        throw Self.outOfRange(row, column, value)
      }
      judgements[pair] = judgement
      completed.append(CompletedJudgement(row: row, column: column, value: value))
    }
    self.completed = completed
    matrix = PairwiseComparisonMatrix(
      labels: given.labels,
      upperTriangle: ComparedPair.all(size: given.size).compactMap { judgements[$0] })
    leastLambdaBounds = values.leastLambdaBounds(of: matrix)
  }

  private static func outOfRange(
    _ row: String, _ column: String, _ value: Double
  ) -> DiagnosedFailure {
    DiagnosedFailure([
      Diagnostic(
        code: "judgement.completed-out-of-range",
        "the other judgements make \(row) \(rounded(value)) times as important as \(column), which is "
          + JudgementFault.outOfRange.explanation,
        suggestion: "compare \(row) with \(column), or look at the judgements between them again")
    ])
  }
}

/// The values of the gaps by one of the methods.
private struct CompletionValues {
  /// In the order of the graph's missing pairs.
  let values: [Double]
  private let optimum: LambdaOptimalCompletion.Solution?
  private let graph: ComparisonGraph

  init(_ given: IncompleteMatrix, _ method: CompletionMethod) {
    graph = given.graph
    let logarithms = given.observations.map(\.logarithm)
    // Where no two chains of comparisons lead to one pair, every method multiplies along the chain.
    if graph.isTree {
      values = ChainProducts(given).values
      optimum = nil
      return
    }
    switch method {
    case .lambdaOptimal:
      let solution = LambdaOptimalCompletion(graph).solve(logarithms)
      values = solution.logarithms.map(exponential)
      optimum = solution
    case .logarithmicLeastSquares:
      values = Self.quotients(
        LogarithmicLeastSquares(graph).logarithms(given.observations), graph)
      optimum = nil
    case .harker:
      values = Self.quotients(HarkerCompletion(graph).logarithms(given.observations), graph)
      optimum = nil
    }
  }

  func leastLambdaBounds(of matrix: PairwiseComparisonMatrix) -> ClosedRange<Double>? {
    optimum.map { LambdaOptimum(graph, $0.balance).bounds(matrix) }
  }

  private static func quotients(_ logarithms: [Double], _ graph: ComparisonGraph) -> [Double] {
    graph.missing.map { exponential(logarithms[$0.first] - logarithms[$0.second]) }
  }
}
