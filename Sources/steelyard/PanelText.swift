import JudgementPanels

/// The text of `panel`: for each set the group, its respondents, and where they differ.
enum PanelText {
  static func text(_ panel: PanelAnalysis) -> String {
    let people = panel.respondents.count
    let how = panel.aggregation == .judgements ? "judgements (AIJ)" : "priorities (AIP)"
    let title =
      (panel.name ?? "the panel") + ": \(people) \(people == 1 ? "respondent" : "respondents"), "
      + "geometric mean of \(how)"
    return [
      "\(title)\n\(weights(panel))",
      WeightsText.indices(panel.group),
      RespondentText.table(panel),
      agreement(panel),
    ].joined(separator: "\n\n")
  }

  private static func weights(_ panel: PanelAnalysis) -> String {
    var table = TextTable([("", .left), ("", .right), ("", .left)])
    let largest = panel.weights.max() ?? 1
    for (label, weight) in zip(panel.labels, panel.weights) {
      let bar = String(repeating: "█", count: Int((weight / largest * 30).rounded()))
      table.add([label, weight.rounded(to: 4), bar])
    }
    return table.text()
  }

  private static func agreement(_ panel: PanelAnalysis) -> String {
    var lines: [String] = []
    if let consensus = panel.consensus {
      lines.append("consensus S* \(consensus.rounded(to: 4)), \(word(consensus))")
    }
    if let clusters = panel.clusters {
      let groups = clusters.clusters.map { "{\($0.joined(separator: ", "))}" }
      let rest =
        clusters.unclustered.isEmpty
        ? "" : "; apart: \(clusters.unclustered.joined(separator: ", "))"
      lines.append(
        "of one mind above the similarity \(clusters.threshold.brief): "
          + "\(groups.isEmpty ? "nobody" : groups.joined(separator: " "))\(rest)")
    } else if panel.consensus != nil {
      lines.append("the respondents fall into no groups of one mind")
    }
    if let widest = panel.widestSpread {
      lines.append(
        "most disputed: \(widest.row) against \(widest.column), from \(widest.smallest.text) "
          + "(\(widest.smallestBy)) to \(widest.largest.text) (\(widest.largestBy)); geometric mean "
          + "\(widest.mean.brief), deviation \(widest.deviation.brief)")
    } else if panel.respondents.count > 1 {
      lines.append("all say the same of every pair")
    }
    return lines.map { "  \($0)" }.joined(separator: "\n")
  }

  /// The words for a consensus on bpmsg.com, "AHP Consensus Word Scale".
  private static func word(_ consensus: Double) -> String {
    switch consensus {
    case ..<0.5: "very low"
    case ..<0.625: "low"
    case ..<0.75: "moderate"
    case ...0.875: "high"
    default: "very high"
    }
  }
}
