import PolicyAnalysis
import ScoringPlan

/// The text of `analyze uncertainty`.
struct StabilityText {
  private static let mostGroups = 20

  let text: String

  init(_ report: StabilityReport) {
    var parts = [Self.heading(report), Self.weights(report)]
    if let subject = report.subject {
      parts.append(StabilitySubjectText(report, subject).text)
    } else {
      parts.append(Self.rankings(report))
      for grade in report.stability.grades.indices { parts.append(Self.grade(grade, report)) }
      if report.stability.grades.isEmpty {
        parts.append("the policy gives no grades, so that there is none to lose")
      }
    }
    text = parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  static func percent(_ share: Double) -> String { "\((share * 100).rounded(to: 1)) %" }

  private static func heading(_ report: StabilityReport) -> String {
    let (stability, draws) = (report.stability, report.stability.draws)
    let plan = stability.scored.plan
    let unchanged =
      draws.unchanged.isEmpty
      ? "" : "\nas judged: \(draws.unchanged.map(\.path).joined(separator: ", "))"
    return """
      \(plan.policy) \(plan.version): \(stability.rows.count) people
      \(draws.count) draws, seed \(draws.seed): \(report.way.words)
      """ + unchanged + (report.notice.map { "\nnotice: \($0)" } ?? "")
  }

  private static func weights(_ report: StabilityReport) -> String {
    let draws = report.stability.draws
    var table = TextTable([
      ("weights", .left), ("judged", .right), ("mean", .right), ("2.5 %", .right),
      ("50 %", .right), ("97.5 %", .right),
    ])
    for (weighing, bands) in zip(draws.weighings, draws.bands) {
      table.add([weighing.path])
      for band in bands {
        table.add(
          ["  \(band.label)"]
            + [band.given, band.mean, band.low, band.median, band.high].map { $0.rounded(to: 4) })
      }
    }
    return table.text(indent: "")
  }

  private static func rankings(_ report: StabilityReport) -> String {
    if report.stability.rankings.isEmpty { return "" }
    var table = TextTable([
      ("ranks", .left), ("ranked", .right), ("spread", .right), ("widest", .right),
      ("ever first", .right),
    ])
    for ranking in report.stability.rankings {
      let summary = RankingSummary(ranking)
      table.add([
        ranking.name, "\(summary.ranked)", summary.medianBand.map { "\($0)" } ?? "-",
        summary.widestBand.map { "\($0)" } ?? "-", "\(summary.everFirst)",
      ])
    }
    return table.text(indent: "")
      + "\nspread: so many ranks lie between the 5th and the 95th of a hundred draws, for half of the people"
  }

  private static func grade(_ index: Int, _ report: StabilityReport) -> String {
    let stability = report.stability
    let grade = stability.grades[index]
    let fragile = stability.fragile.filter { $0.grade == index }
    let (people, safe) = (stability.rows.count, stability.rows.count - fragile.count)
    var parts = [
      "\(grade.name): \(safe) of \(people) people (\(percent(Double(safe) / Double(max(1, people))))) keep "
        + "their grade in at least \(percent(stability.limit)) of the draws"
    ]
    if let column = report.column, let groups = stability.groups(of: index, by: column) {
      parts.append(self.groups(groups, by: column))
    }
    if !fragile.isEmpty, report.top > 0 { parts.append(list(fragile, report)) }
    return parts.joined(separator: "\n\n")
  }

  private static func groups(_ groups: [StabilityGroup], by column: String) -> String {
    let least = groups.sorted { one, other in
      Double(one.safe) / Double(one.subjects) < Double(other.safe) / Double(other.subjects)
    }
    var table = TextTable([
      (column, .left), ("people", .right), ("safe", .right), ("", .right),
    ])
    for group in least.prefix(mostGroups) {
      let name =
        group.groupCount > 1
        ? "(\(group.groupCount) groups of fewer than \(StabilityGroup.smallest))"
        : group.name ?? "(none)"
      table.add([
        name, "\(group.subjects)", "\(group.safe)",
        percent(Double(group.safe) / Double(group.subjects)),
      ])
    }
    let more = groups.count - mostGroups
    return table.text()
      + (more > 0 ? "\n  and \(more) groups with larger shares of safe grades" : "")
  }

  private static func list(_ fragile: [FragileSubject], _ report: StabilityReport) -> String {
    let shown = fragile.prefix(report.top).map { "  \(line($0, report))" }
    let more = fragile.count - shown.count
    return
      (["grades that are not safe, the least sure first:"] + shown
      + (more > 0 ? ["  and \(more) more"] : [])).joined(separator: "\n")
  }

  /// What is said of one grade that is not safe.
  static func line(_ one: FragileSubject, _ report: StabilityReport) -> String {
    let stability = report.stability
    let labels = stability.grades[one.grade].labels
    let given = labels[stability.grades[one.grade].given[one.subject]]
    let other = one.other.map { ", else mostly \(name(labels[$0]))" } ?? ""
    return
      "\(stability.key(of: one.subject)): \(name(given)) in \(percent(one.keptShare))\(other)\n      "
      + reason(one, stability, labels)
  }

  static func name(_ label: String) -> String { label.isEmpty ? "ineligible" : label }

  private static func reason(
    _ one: FragileSubject, _ stability: PolicyStability, _ labels: [String]
  ) -> String {
    if let flip = one.flip, let label = one.flipLabel {
      if let respondent = flip.respondent {
        return "without the judgements of \(respondent) it is \(name(labels[label]))"
      }
      if let input = flip.input, let judgement = flip.judgement {
        let moved = stability.inputs[input]
        return
          "\(self.input(moved)) from \(moved.given?.brief ?? "-") to \(judgement.brief) alone makes "
          + "it \(name(labels[label]))"
      }
    }
    guard let difference = one.difference else { return "no single judgement changes it" }
    let input = stability.inputs[difference.input]
    let what =
      input.row == nil
      ? "the judgements of \(self.input(input)) count" : "\(self.input(input)) is"
    return
      "no single judgement changes it; where it is lost, \(what) \(difference.lost.brief) on average, "
      + "elsewhere \(difference.kept.brief)"
  }

  /// A judgement as people name it.
  static func input(_ input: JudgementInput) -> String {
    let pair = input.row.flatMap { row in input.column.map { "\(row) against \($0)" } }
    return [pair, input.respondent.map { pair == nil ? $0 : "by \($0)" }].compactMap(\.self)
      .joined(separator: " ")
  }
}
