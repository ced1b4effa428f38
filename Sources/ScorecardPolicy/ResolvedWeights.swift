import AHP
import Diagnostics

/// Weights as numbers, with the judgements that they come from.
public struct ResolvedWeights: Sendable {
  /// Weights that hold where a column has a text.
  public struct Choice: Sendable {
    /// The text.
    public let value: String
    /// The weights.
    public let weights: ResolvedWeights
  }

  /// What is weighed.
  public let labels: [String]
  /// The weights in the order of the labels; empty when they differ by the texts of a column.
  public let weights: [Double]
  /// The judgements as declared; nil where the weights come from none.
  public let declaration: JudgementsDeclaration?
  /// What the judgements say; nil where the weights come from none.
  public let analysis: JudgementAnalysis?
  /// The column of the subject table by whose texts the weights differ; nil when they do not.
  public let column: String?
  /// The weights for each text of that column; empty when they do not differ.
  public let choices: [Choice]

  init(_ declared: WeightsDeclaration, labels: [String]) throws {
    self.labels = labels
    if case .by(let column, let choices) = declared {
      self.column = column
      self.choices = try choices.map {
        Choice(value: $0.value, weights: try ResolvedWeights($0.weights, labels: labels))
      }
      (weights, declaration, analysis) = ([], nil, nil)
      return
    }
    (column, choices) = (nil, [])
    switch declared {
    case .absent, .by:
      (weights, declaration, analysis) = (labels.map { _ in 1 }, nil, nil)
    case .numbers(let numbers):
      (weights, declaration, analysis) = (numbers, nil, nil)
    case .judgements(let judgements):
      let analysis = try judgements.analysis()
      declaration = judgements
      self.analysis = analysis
      weights = try judgements.panelPriorities() ?? analysis.weights
    }
  }

  /// The sets of weights that are numbers: these, or those of each choice.
  public var leaves: [ResolvedWeights] {
    column == nil ? [self] : choices.flatMap(\.weights.leaves)
  }

  var findings: [Diagnostic] {
    guard let declaration, let analysis else { return [] }
    return analysis.findings(at: declaration.location, path: declaration.path)
  }
}

extension JudgementsDeclaration {
  /// What the matrix says, completed or not.
  fileprivate func analysis() throws -> JudgementAnalysis {
    if let completed {
      return try JudgementAnalysis(
        completed, method: method, randomIndex: incompleteRandomIndex,
        maximumRatio: maximumConsistencyRatio)
    }
    return try JudgementAnalysis(
      matrix, method: method, randomIndex: randomIndex, maximumRatio: maximumConsistencyRatio)
  }

  /// The aggregate of individual priorities in the order of the matrix; nil when judgements are
  /// aggregated instead.
  fileprivate func panelPriorities() throws -> [Double]? {
    try panel?.aggregatedPriorities(method: method, completion: completion).reordered(panelLabels)?
      .weights
  }
}
