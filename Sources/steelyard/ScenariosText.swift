import PolicyAnalysis

/// The text of `analyze scenarios`.
struct ScenariosText {
  let text: String

  init(_ report: ScenariosReport) {
    let plan = report.baseline.plan
    let unit = plan.payroll?.unit.map { " \($0)" } ?? ""
    let payroll = report.baseline.payroll.map { ", paid \(CompareNumbers.money($0.total))\(unit)" }
    var table = TextTable([
      ("scenario", .left), ("grades", .right), ("up", .right), ("down", .right), ("ranks", .right),
      ("mean shift", .right), ("scores", .right), ("pay", .right), ("change", .right),
      ("", .left),
    ])
    for row in report.rows { table.add(Self.cells(row)) }
    let heading =
      "\(plan.policy) \(plan.version): \(report.baseline.counts[0].scored) scored\(payroll ?? "")"
    let notice = report.notice.map { "notice: \($0)" }
    text = ([heading, notice, "", table.text(indent: "")].compactMap(\.self))
      .joined(separator: "\n")
  }

  private static func cells(_ row: ScenariosReport.Row) -> [String] {
    let effect = row.effect
    let grades = effect.gradeChanges.map {
      ["\($0)", "\(effect.gradesUp)", "\(effect.gradesDown)"]
    }
    let pay = effect.payroll.map {
      [CompareNumbers.money($0.after), CompareNumbers.signed(CompareNumbers.money($0.change))]
    }
    let unmatched = effect.unmatched == 0 ? "" : "\(effect.unmatched) not compared"
    return [row.run.plan.policy] + (grades ?? ["-", "-", "-"])
      + ["\(effect.rankMovers)", effect.meanRankShift.rounded(to: 2), "\(effect.scoreChanges)"]
      + (pay ?? ["-", "-"]) + [unmatched]
  }
}
