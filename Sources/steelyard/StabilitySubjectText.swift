import PolicyAnalysis

/// The part of the text of `analyze uncertainty` that shows one person.
struct StabilitySubjectText {
  private static let mostRanks = 20

  let text: String

  init(_ report: StabilityReport, _ subject: Int) {
    let stability = report.stability
    let rankings = stability.rankings.indices.map { Self.ranking($0, subject, stability) }
    let grades = stability.grades.indices.map { Self.grade($0, subject, report) }
    text = (["\(stability.key(of: subject))"] + rankings + grades).joined(separator: "\n\n")
  }

  private static func ranking(
    _ index: Int, _ subject: Int, _ stability: PolicyStability
  ) -> String {
    let ranking = stability.rankings[index]
    guard let mean = ranking.mean[subject], let best = ranking.best[subject],
      let worst = ranking.worst[subject]
    else { return "\(ranking.name): ineligible" }
    let quantiles = ranking.quantiles[subject].map { "\($0)" }.joined(separator: ", ")
    let given = ranking.given[subject].map { "\($0)" } ?? "none"
    let shares = stability.acceptability(of: subject, ranking: index)
    var table = TextTable([("rank", .right), ("draws", .right)])
    for (rank, share) in shares.prefix(mostRanks) {
      table.add(["\(rank)", StabilityText.percent(share)])
    }
    let more = shares.count - mostRanks
    return
      "\(ranking.name): \(given) as judged; expected \(mean.rounded(to: 2)), from \(best) to \(worst); "
      + "5, 50 and 95 % of the draws reach \(quantiles)\n\(table.text())"
      + (more > 0 ? "\n  and \(more) further ranks" : "")
  }

  private static func grade(_ index: Int, _ subject: Int, _ report: StabilityReport) -> String {
    let stability = report.stability
    let grade = stability.grades[index]
    let given = grade.given[subject]
    var table = TextTable([("", .left), ("draws", .right), ("", .left)])
    for (place, label) in grade.labels.enumerated()
    where place == given || grade.probability(of: subject, place) > 0 {
      table.add([
        StabilityText.name(label),
        StabilityText.percent(grade.probability(of: subject, place)),
        place == given ? "as judged" : "",
      ])
    }
    var parts = ["\(grade.name):\n\(table.text())"]
    if let fragile = stability.fragile.first(where: { $0.subject == subject && $0.grade == index })
    {
      parts.append("  " + StabilityText.line(fragile, report))
    }
    if let central = central(index, subject, stability) { parts.append(central) }
    return parts.joined(separator: "\n")
  }

  /// The weights that suit the highest grade best.
  private static func central(
    _ grade: Int, _ subject: Int, _ stability: PolicyStability
  ) -> String? {
    guard let weights = stability.centralWeights(of: subject, topOf: grade) else { return nil }
    let labels = stability.grades[grade].labels
    let label = stability.label(of: subject, grade: grade, by: weights).map { labels[$0] }
    let names = stability.draws.weighings.flatMap { weighing in weighing.labels }
    let list = zip(names, weights).map { "\($0) \($1.rounded(to: 4))" }.joined(separator: ", ")
    return
      "  mean weights of the draws with \(StabilityText.name(labels[0])): \(list); by these it is "
      + StabilityText.name(label ?? "")
  }
}
