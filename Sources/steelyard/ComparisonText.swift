import PolicyAnalysis
import ScoringPlan

/// One policy against the baseline.
struct ComparisonText {
  /// Longer lists are cut in the text; JSON and CSV have all.
  private static let shown = 20

  private let report: CompareReport
  private let index: Int
  private let comparison: PolicyComparison
  private let numbers: CompareNumbers

  init(_ report: CompareReport, _ index: Int) {
    (self.report, self.index) = (report, index)
    comparison = report.comparisons[index]
    let plans = [comparison.scored.before.plan, comparison.scored.after.plan]
    numbers = CompareNumbers(decimals: plans.map(\.decimals).max() ?? 0)
  }

  var text: String {
    let parts = [summary, groups] + comparison.subjects.grades.map(grade) + [payroll, movers]
    let numbers = report.comparesCorrections ? nil : parameters
    return (parts + [numbers]).compactMap(\.self).joined(separator: "\n\n")
  }

  // MARK: Order

  private var summary: String {
    let (count, left) = (comparison.subjects.count, comparison.unmatched.count)
    var lines = [
      "\(report.name(0)) -> \(report.name(index + 1)): \(count) compared"
        + (left == 0 ? "" : ", \(left) not scored by both")
    ]
    if let changes = comparison.changes {
      let quartiles = [changes.lowerQuartile, changes.median, changes.upperQuartile]
      lines.append(
        "  change of final: from \(numbers.change(changes.minimum)) to "
          + "\(numbers.change(changes.maximum)), quartiles "
          + "\(quartiles.map(numbers.change).joined(separator: " ")), "
          + "mean \(numbers.change(changes.mean))")
    }
    lines.append(
      "  agreement of the order: Spearman's rho \(CompareNumbers.coefficient(comparison.spearman)), "
        + "Kendall's tau-b \(CompareNumbers.coefficient(comparison.kendallTauB))")
    lines += comparison.tops.map { "  \(top($0))" }
    lines.append("  rank among all: \(movement(comparison.movement))")
    lines += comparison.subjects.rankings.map { "  \($0.name): \(movement($0.movement))" }
    return lines.joined(separator: "\n")
  }

  private func top(_ top: TopOverlap) -> String {
    let name =
      switch top.size {
      case .subjects: "first \(top.rank)"
      case .percent(let percent): "first \(CompareNumbers.plain(percent)) % (\(top.rank))"
      }
    let counts = top.counts
    let sizes =
      counts.before == top.rank && counts.after == top.rank
      ? "" : "; with ties \(counts.before) before and \(counts.after) after"
    return "\(name): \(top.both) stay, overlap \(top.overlap.rounded(to: 4))\(sizes)"
  }

  private func movement(_ movement: RankMovement) -> String {
    var parts = ["\(movement.up) up", "\(movement.down) down", "\(movement.unchanged) unchanged"]
    if movement.newlyRanked > 0 { parts.append("\(movement.newlyRanked) newly ranked") }
    if movement.noLongerRanked > 0 { parts.append("\(movement.noLongerRanked) no longer ranked") }
    if movement.unranked > 0 { parts.append("\(movement.unranked) not ranked") }
    return parts.joined(separator: ", ")
  }

  // MARK: Groups

  private var groups: String? {
    guard let column = comparison.groupColumn, !comparison.groups.isEmpty else { return nil }
    let pays = comparison.payroll != nil
    let grades = comparison.subjects.grades.map {
      ("\($0.name) changed", TextTable.Alignment.right)
    }
    var table = TextTable(
      [
        (column, .left), ("subjects", .right), ("up", .right), ("down", .right),
        ("unchanged", .right), ("mean change", .right),
      ] + grades + (pays ? [("pay before", .right), ("after", .right)] : []))
    for group in shownGroups {
      table.add(
        [
          group.name ?? "(none)", "\(group.count)", "\(group.movement.up)",
          "\(group.movement.down)", "\(group.movement.unchanged)", numbers.change(group.meanChange),
        ] + group.gradeChanges.map { "\($0)" }
          + (group.payroll.map {
            [CompareNumbers.money($0.totals.before), CompareNumbers.money($0.totals.after)]
          } ?? []))
    }
    let more = comparison.groups.count - shownGroups.count
    let title = more == 0 ? "by \(column)" : "by \(column): those whose finals change most"
    return "\(title)\n\(table.text())"
      + (more == 0 ? "" : "\n  ... and \(more) more, see --format json")
  }

  /// All groups in order; of many those with the largest mean change.
  private var shownGroups: [GroupMovement] {
    let groups = comparison.groups
    guard groups.count > Self.shown else { return groups }
    let order = groups.indices.sorted {
      (-abs(groups[$0].meanChange), $0) < (-abs(groups[$1].meanChange), $1)
    }
    return order.prefix(Self.shown).map { groups[$0] }
  }

  // MARK: Grades and pay

  private func grade(_ grade: ComparedGrade) -> String {
    let names = grade.labels.map { $0.isEmpty ? "(ineligible)" : $0 }
    var table = TextTable([("from \\ to", .left)] + names.map { ($0, .right) })
    for (name, counts) in zip(names, grade.transitions) {
      table.add([name] + counts.map { $0 == 0 ? "." : "\($0)" })
    }
    let moved = zip(grade.places.before, grade.places.after).count { $0 != $1 }
    return "grade \(grade.name): \(moved) changed\n\(table.text())"
  }

  private var payroll: String? {
    let payrolls = [comparison.scored.before.plan.payroll, comparison.scored.after.plan.payroll]
    guard let change = comparison.payroll, let pay = comparison.subjects.pay else {
      let units = payrolls.map { $0?.unit?.description ?? "none" }
      return payrolls.contains { $0 == nil }
        ? nil : "pay is not compared, as its units differ: \(units.joined(separator: " and "))"
    }
    let unit = pay.unit.map { " \($0)" } ?? ""
    let name =
      pay.names.before == pay.names.after
      ? pay.names.before : "\(pay.names.before) -> \(pay.names.after)"
    let totals = change.totals.map(CompareNumbers.money)
    var lines = [
      "pay (\(name)) of those compared: \(totals.before) -> \(totals.after)\(unit) "
        + "(\(CompareNumbers.signed(CompareNumbers.money(change.totals.change))))",
      "  \(change.gaining) gain \(CompareNumbers.money(change.gained)), \(change.losing) lose "
        + "\(CompareNumbers.money(change.lost)), \(change.unchanged) unchanged",
    ]
    lines += [comparison.scored.before, comparison.scored.after].enumerated().compactMap {
      guard let payroll = $1.payroll, let budget = payroll.budget, payroll.total > budget else {
        return nil
      }
      return "  \(report.name($0 == 0 ? 0 : index + 1)) pays "
        + "\(CompareNumbers.money(payroll.total - budget))\(unit) more than its budget"
    }
    return lines.joined(separator: "\n")
  }

  // MARK: People and numbers

  private var movers: String? {
    guard !comparison.movers.isEmpty else { return "nobody moves" }
    let texts = comparison.movers.map { mover in
      MoverText(mover, of: comparison, numbers).text
    }
    return "who moves farthest\n\(texts.joined(separator: "\n"))"
  }

  private var parameters: String? {
    let parameters = comparison.parameters
    let structure =
      comparison.hasSameStructure ? "" : "; the policies differ in more than their numbers"
    guard !parameters.isEmpty else {
      return comparison.hasSameStructure
        ? "the numbers of both policies are the same"
        : "the policies differ in more than their numbers"
    }
    var table = TextTable([("number", .left), ("from", .right), ("to", .right), ("", .left)])
    for parameter in parameters.prefix(Self.shown) {
      let values = parameter.values.map(CompareNumbers.plain)
      table.add([
        parameter.path, values.before, values.after, parameter.unit.map(\.description) ?? "",
      ])
    }
    let more = parameters.count - Self.shown
    return "numbers that differ: \(parameters.count)\(structure)\n\(table.text())"
      + (more > 0 ? "\n  ... and \(more) more, see --format json" : "")
  }
}
