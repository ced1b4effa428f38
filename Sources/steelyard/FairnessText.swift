import PolicyAnalysis
import ScoringPlan

/// The text of `analyze fairness`: a table for each column that makes groups.
struct FairnessText {
  let text: String

  init(_ report: FairnessReport) {
    let analysis = report.analysis
    var head = report.plans.map { "\($0.policy) \($0.version)" }.joined(separator: " against ")
    head += ", \(analysis.whole.count) people"
    if analysis.unmatchedCount > 0 {
      head += " whom both score (\(analysis.unmatchedCount) are not)"
    }
    if let notice = report.notice { head += "\nnotice: \(notice)" }
    let tables = analysis.tables.map { Self.table($0, report) }
    text = ([head] + tables + [Self.notes(report)]).joined(separator: "\n\n")
  }

  private static func table(_ table: FairnessTable, _ report: FairnessReport) -> String {
    let pays = report.analysis.whole.figures.pay != nil
    let twice = report.comparesPolicies
    var text = TextTable(
      [(table.division.column, .left), ("people", .right), ("mean final", .right)]
        + (twice ? [("then", .right)] : [])
        + [("best", .right), ("share", .right)] + (twice ? [("then", .right)] : [])
        + [("ratio", .right)] + (twice ? [("then", .right)] : [])
        + (pays ? [("mean pay", .right)] + (twice ? [("then", .right)] : []) : [])
        + (twice
          ? ["gain >5 %", "gain", "same", "lose", "lose >5 %"].map { ($0, .right) } : []))
    let named = table.groups.map { (name: FairnessReport.words($0), group: $0) }
    for (name, group) in named + [("all", report.analysis.whole)] {
      text.add([name, "\(group.count)"] + numbers(group, report, pays: pays))
    }
    return "by \(table.division.column); best is \(report.best)\n\n\(text.text())\n\n"
      + ratio(table, report)
  }

  private static func numbers(
    _ group: FairnessGroup, _ report: FairnessReport, pays: Bool
  ) -> [String] {
    let (own, other) = (group.figures, group.otherFigures)
    let decimals = report.plans[0].decimals
    var cells = [PrintedParts.text(own.meanFinal, decimals: decimals)]
    if let other { cells.append(PrintedParts.text(other.meanFinal, decimals: decimals)) }
    cells += ["\(own.bestCount)", percent(own.bestShare)]
    if let other { cells.append(percent(other.bestShare)) }
    cells.append(own.ratio?.rounded(to: 2) ?? "")
    if let other { cells.append(other.ratio?.rounded(to: 2) ?? "") }
    if pays {
      cells.append(own.meanPay.map(CompareNumbers.money) ?? "")
      if let other { cells.append(other.meanPay.map(CompareNumbers.money) ?? "-") }
    }
    if let gains = group.gains {
      cells += [gains.gainMore, gains.gain, gains.same, gains.lose, gains.loseMore]
        .map(String.init)
    }
    return cells
  }

  private static func percent(_ share: Double) -> String { "\((100 * share).rounded(to: 1)) %" }

  /// The groups whose share is below four fifths of the largest.
  private static func ratio(_ table: FairnessTable, _ report: FairnessReport) -> String {
    var lines = [line(table.leastRatio, table, report.plans[0]) { $0.figures }]
    if report.comparesPolicies {
      lines.append(line(table.otherLeastRatio, table, report.plans[1]) { $0.otherFigures })
    }
    return lines.joined(separator: "\n")
  }

  private static func line(
    _ least: Double?, _ table: FairnessTable, _ plan: Plan,
    _ figures: (FairnessGroup) -> FairnessFigures?
  ) -> String {
    let name = "\(plan.policy) \(plan.version)"
    guard let least else {
      return "\(name): no ratio, as fewer than two groups are compared or nobody in them is best"
    }
    let below = table.compared.filter { figures($0)?.isBelowFourFifths ?? false }
    let groups =
      below.isEmpty
      ? "no group is below four fifths of the largest share"
      : "\(below.count) of \(table.compared.count) groups below four fifths of the largest share: "
        + below.prefix(10).map(FairnessReport.words).joined(separator: ", ")
        + (below.count > 10 ? " and \(below.count - 10) more" : "")
    return "\(name): least ratio \(least.rounded(to: 2)); \(groups)"
  }

  private static func notes(_ report: FairnessReport) -> String {
    var notes =
      "Four fifths is a rule of thumb (29 CFR 1607.4 D): it says where to look, not whether there is a\n"
      + "reason; in small groups one person more or less can decide. Groups of fewer than five people are\n"
      + "put together with others."
    if let measure = report.analysis.measure {
      notes +=
        measure == .pay
        ? " Gains and losses are of pay." : " Gains and losses are of the final."
    }
    return notes
  }
}
