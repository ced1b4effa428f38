import AHP

/// The text of `weights --details`: every index, every random index, every judgement, and three-way cycles.
enum DetailsText {
  /// What comes after the weights and indices that are always shown.
  static func text(_ analysis: JudgementAnalysis, of matrix: PairwiseComparisonMatrix) -> String {
    let parts = [indices(matrix), ratios(analysis), judgements(analysis, matrix), cycles(matrix)]
    return parts.compactMap { $0 }.joined(separator: "\n\n")
  }

  private static func indices(_ matrix: PairwiseComparisonMatrix) -> String? {
    var table = TextTable([
      ("index", .left), ("value", .right), ("acceptable to", .right), ("", .left),
    ])
    for reading in InconsistencyReading.all(of: matrix) {
      table.add([
        reading.index.rawValue, reading.value.rounded(to: 6),
        reading.threshold?.rounded(to: 4) ?? "-",
        reading.isAcceptable.map { $0 ? "acceptable" : "not acceptable" } ?? "",
      ])
    }
    return table.isEmpty ? nil : table.text()
  }

  private static func ratios(_ analysis: JudgementAnalysis) -> String {
    var table = TextTable([
      ("random index", .left), ("value", .right), ("consistency ratio", .right),
    ])
    for index in RandomIndex.all {
      table.add([
        index.name, index.value(size: analysis.labels.count).map { "\($0)" } ?? "-",
        analysis.consistencyRatio(by: index)?.rounded(to: 6) ?? "-",
      ])
    }
    return table.text()
  }

  private static func judgements(
    _ analysis: JudgementAnalysis, _ matrix: PairwiseComparisonMatrix
  ) -> String? {
    var table = TextTable([
      ("judgement", .left), ("given", .right), ("implied", .right), ("error", .right),
      ("congruence", .right), ("dissonance", .right),
    ])
    for detail in JudgementDetail.all(of: matrix, priorities: analysis.priorities) {
      table.add([
        "\(detail.row) against \(detail.column)", detail.given.text, detail.implied.rounded(to: 4),
        detail.error.rounded(to: 4), detail.congruence?.rounded(to: 4) ?? "-",
        detail.dissonance?.rounded(to: 4) ?? "-",
      ])
    }
    return table.isEmpty ? nil : table.text()
  }

  private static func cycles(_ matrix: PairwiseComparisonMatrix) -> String? {
    guard matrix.size > 2 else { return nil }
    let order = OrdinalConsistency(matrix)
    let coefficient =
      order.coefficient.map { "coefficient of consistence \($0.rounded(to: 4))" }
      ?? "no coefficient of consistence, for some labels are judged equal"
    let number = order.cycles.isEmpty ? "no" : "\(order.cycles.count)"
    let noun = order.cycles.count == 1 ? "cycle" : "cycles"
    let lines = order.cycles.map { cycle in
      // Ties come last on the way round.
      let signs = (0..<3).map { $0 < 3 - cycle.ties ? " > " : " = " }
      return "\n    " + cycle.labels[0] + signs[0] + cycle.labels[1] + signs[1] + cycle.labels[2]
        + signs[2] + cycle.labels[0]
    }
    return "  \(number) three-way \(noun); \(coefficient)" + lines.joined()
  }
}
