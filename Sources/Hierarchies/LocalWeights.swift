import AHP

/// Weights of what stands under one criterion, and what its judgements say.
public struct LocalWeights: Sendable {
  /// One weight for each, with sum 1.
  public let weights: [Double]
  /// What the judgements say; nil where there are none.
  public let analysis: JudgementAnalysis?

  init(_ source: WeightSource) throws {
    switch source {
    case .single: (weights, analysis) = ([1], nil)
    case .numbers(let numbers): (weights, analysis) = (numbers, nil)
    case .judgements(let judged):
      let analysis = try JudgementAnalysis(
        judged.matrix, method: judged.options.method, randomIndex: judged.options.randomIndex,
        maximumRatio: judged.options.maximumRatio)
      self.analysis = analysis
      weights = try judged.panelPriorities() ?? analysis.weights
    }
  }
}

extension JudgedWeights {
  /// The aggregate of individual priorities in the order of the matrix; nil where judgements are
  /// aggregated instead.
  fileprivate func panelPriorities() throws -> [Double]? {
    try panel?.aggregatedPriorities(method: options.method).reordered(panelLabels)?.weights
  }
}
