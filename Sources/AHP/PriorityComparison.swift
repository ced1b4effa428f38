import LinearAlgebra

/// The same judgements by several methods: what each gives, and how much it matters which one is taken.
public struct PriorityComparison: Hashable, Sendable {
  /// The analysis by each method, in the order asked for.
  public let analyses: [JudgementAnalysis]
  /// How well the weights of each method fit the judgements, in the same order.
  public let fits: [PriorityFit]
  /// Every two methods, in the same order.
  public let differences: [PriorityDifference]

  /// Analyses a matrix by each of the methods. O(n^3).
  ///
  /// - Throws: `notConverged` when LAPACK gives up.
  public init(
    _ matrix: PairwiseComparisonMatrix, methods: [PriorityMethod] = PriorityMethod.allCases,
    randomIndex: RandomIndex = .saaty1980, maximumRatio: Double = 0.1
  ) throws(LinearAlgebraError) {
    var analyses: [JudgementAnalysis] = []
    for method in methods {
      analyses.append(
        try JudgementAnalysis(
          matrix, method: method, randomIndex: randomIndex, maximumRatio: maximumRatio))
    }
    self.analyses = analyses
    fits = analyses.map { PriorityFit(of: $0.priorities, to: matrix) }
    differences = ComparedPair.all(size: analyses.count).map {
      PriorityDifference(analyses[$0.first], analyses[$0.second])
    }
  }
}
