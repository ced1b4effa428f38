import DataWeights

/// The text of `weights --data --method all`.
enum MethodComparisonText {
  static func text(_ comparison: MethodComparison, _ scores: MeasureScores) -> String {
    let numbers = comparison.rows.indices.map { "[\($0 + 1)]" }
    let legend = zip(numbers, comparison.rows).map { number, row in
      "  \(number) \(row.name)" + (row.error.map { ": none, \($0)" } ?? "")
    }
    var weights = TextTable([("", .left)] + numbers.map { ($0, .right) })
    for (index, label) in scores.data.labels.enumerated() {
      weights.add(
        [label] + comparison.rows.map { $0.weights?.weights[index].rounded(to: 4) ?? "-" })
    }
    return """
      weights of \(scores.data.labels.count) measures by the scores of \(scores.data.rowCount) people
      \(legend.joined(separator: "\n"))

      \(weights.text())

      Spearman's rho of the orders of people:
      \(correlations(comparison.spearman, numbers))

      Kendall's tau-b of the orders of people:
      \(correlations(comparison.kendallTauB, numbers))
      """
  }

  private static func correlations(_ table: [[Double?]], _ numbers: [String]) -> String {
    var lines = TextTable([("", .left)] + numbers.map { ($0, .right) })
    for (number, row) in zip(numbers, table) {
      lines.add([number] + row.map { $0?.rounded(to: 4) ?? "-" })
    }
    return lines.text()
  }
}
