import AHP

/// The text of `weights --method all`: one table of weights by every method, then how they differ.
enum MethodsText {
  /// The comparison of one set of judgements, below the title that `WeightsText` makes.
  static func text(_ comparison: PriorityComparison) -> String {
    [weights(comparison), consistency(comparison), differences(comparison)]
      .joined(separator: "\n\n")
  }

  private static func weights(_ comparison: PriorityComparison) -> String {
    var table = TextTable(
      [("", .left)] + comparison.analyses.map { ($0.method.rawValue, .right) })
    for (row, label) in (comparison.analyses.first?.labels ?? []).enumerated() {
      table.add([label] + comparison.analyses.map { $0.weights[row].rounded(to: 4) })
    }
    return table.text()
  }

  private static func consistency(_ comparison: PriorityComparison) -> String {
    var table = TextTable([
      ("method", .left), ("lambda", .right), ("consistency index", .right),
      ("consistency ratio", .right), ("Euclidean distance", .right), ("violations", .right),
    ])
    for (analysis, fit) in zip(comparison.analyses, comparison.fits) {
      table.add([
        analysis.method.rawValue, analysis.lambdaMax.rounded(to: 6),
        analysis.consistencyIndex.rounded(to: 6), analysis.consistencyRatio?.rounded(to: 6) ?? "-",
        fit.euclideanDistance.rounded(to: 4), fit.violations.rounded(to: 1),
      ])
    }
    guard let first = comparison.analyses.first else { return table.text() }
    let bounds = first.lambdaMaxBounds
    return table.text() + """

        Perron root between \(bounds.lowerBound) and \(bounds.upperBound); random index \
      \(first.randomIndex.map { "\($0), " } ?? "")\(first.randomIndexSource)
      """
  }

  private static func differences(_ comparison: PriorityComparison) -> String {
    var table = TextTable([
      ("difference", .left), ("largest", .right), ("of", .left),
      ("order changes", .left),
    ])
    for difference in comparison.differences {
      let changes = difference.orderChanges.map { "\($0.first) - \($0.second)" }
      table.add([
        "\(difference.method.rawValue), \(difference.other.rawValue)",
        difference.largest.rounded(to: 4), difference.label,
        changes.isEmpty ? "none" : changes.joined(separator: "; "),
      ])
    }
    return table.text()
  }
}
