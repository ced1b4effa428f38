import AHP
import JudgementRepair

/// The text of `repair`: how many judgements must change, which, and what that does to the weights.
enum RepairText {
  /// How many proposals are shown for people, and how many side by side with their weights.
  private static let (mostProposals, mostColumns, mostSingle) = (20, 5, 5)

  static func text(_ report: RepairReport, file: String) -> String {
    let analysis = report.analysis
    let ratio = analysis.consistencyRatio?.rounded(to: 6) ?? "-"
    let title =
      "\(file): consistency ratio \(ratio) (random index \(analysis.randomIndexSource))"
    guard report.fewest > 0 else {
      return "\(title), below \(analysis.maximumRatio): nothing needs to change"
    }
    let parts = [
      "\(title), not below \(analysis.maximumRatio)\n\(verdict(report))",
      proposals(report), weights(report), single(report),
    ]
    return parts.compactMap { $0 }.joined(separator: "\n\n")
  }

  private static func verdict(_ report: RepairReport) -> String {
    let sets = report.proposals.count
    let ways = sets == 1 ? "there is one way" : "there are \(sets) ways"
    return report.fewest == 1
      ? "1 judgement must change; \(ways) to choose it"
      : "\(report.fewest) judgements must change (fewer do not suffice, whatever their values); "
        + "\(ways) to choose them"
  }

  private static func proposals(_ report: RepairReport) -> String {
    var table = TextTable([
      ("", .right), ("change", .left), ("steps", .right), ("ratio", .right),
      ("largest shift", .right), ("order of weights", .left),
    ])
    for (index, proposal) in report.proposals.prefix(mostProposals).enumerated() {
      for (line, change) in proposal.changes.enumerated() {
        table.add(
          (line == 0 ? ["\(index + 1)"] : [""]) + [text(change)]
            + (line == 0 ? effect(proposal) : []))
      }
    }
    let more = report.proposals.count - mostProposals
    return table.text() + (more > 0 ? "\n  ... and \(more) more; --format json lists all" : "")
  }

  private static func effect(_ proposal: RepairProposal) -> [String] {
    [
      proposal.steps.brief, proposal.analysis.consistencyRatio?.rounded(to: 4) ?? "-",
      proposal.largestShift.rounded(to: 4), proposal.keepsOrder ? "kept" : "changes",
    ]
  }

  private static func text(_ change: JudgementChange) -> String {
    "\(change.row) against \(change.column): \(change.given.text) to \(change.proposed.text)"
  }

  private static func weights(_ report: RepairReport) -> String {
    let shown = report.proposals.prefix(mostColumns)
    var table = TextTable(
      [("weights", .left), ("given", .right)] + shown.indices.map { ("\($0 + 1)", .right) })
    for (index, label) in report.analysis.labels.enumerated() {
      table.add(
        [label, report.analysis.weights[index].rounded(to: 4)]
          + shown.map { $0.analysis.weights[index].rounded(to: 4) })
    }
    return table.text()
  }

  private static func single(_ report: RepairReport) -> String? {
    guard report.fewest > 1, !report.singleChanges.isEmpty else { return nil }
    var table = TextTable([("the best single changes", .left), ("ratio", .right)])
    for proposal in report.singleChanges.prefix(mostSingle) {
      table.add([
        proposal.changes.map(text).joined(),
        proposal.analysis.consistencyRatio?.rounded(to: 4) ?? "-",
      ])
    }
    return table.text()
  }
}
