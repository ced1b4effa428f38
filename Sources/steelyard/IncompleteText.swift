import AHP

/// What `weights` and `check` say about judgements that were completed from others.
enum IncompleteText {
  /// The completed values, how they came about, and what to ask next.
  static func text(_ completion: JudgementAnalysis.Completion) -> String {
    let matrix = completion.matrix
    let made = matrix.given.graph.comparisonCount
    var table = TextTable([("completed", .left), ("value", .right)])
    for judgement in matrix.completed {
      table.add(["\(judgement.row) against \(judgement.column)", judgement.value.rounded(to: 4)])
    }
    var lines = [
      table.text(),
      "  by the method \(matrix.method.rawValue), from \(made) of \(made + matrix.completed.count) comparisons",
    ]
    if matrix.given.graph.isTree {
      lines.append("  just enough to connect all labels, so that nothing can contradict anything")
    }
    if let bounds = matrix.leastLambdaBounds {
      lines.append(
        "  least eigenvalue of any completion between \(bounds.lowerBound) and \(bounds.upperBound)"
      )
    }
    if let draws = completion.randomIndex.draws, let error = completion.randomIndex.standardError {
      lines.append(
        "  random index simulated for these comparisons: \(draws) draws, standard error \(error.rounded(to: 4))"
      )
    }
    if let next = completion.nextComparison {
      lines.append(
        "  most worth asking next: \(next.row) against \(next.column) (effective resistance "
          + "\(next.resistance.rounded(to: 4)))")
    }
    return lines.joined(separator: "\n")
  }
}
