import PolicyAnalysis
import ScoringPlan

/// The text of `compare`: the policies, then for each after the first what changes.
struct CompareText {
  let text: String

  init(_ report: CompareReport) {
    let sections = report.comparisons.indices.map { index in
      ComparisonText(report, index).text
    }
    let corrections = report.corrections.map(CorrectionText.list)
    let parts = [Self.policies(report), corrections, AffectedText(report)?.text].compactMap(\.self)
    text = (parts + sections).joined(separator: "\n\n")
  }

  private static func role(_ index: Int, _ report: CompareReport) -> String {
    if report.comparesCorrections { return index == 0 ? "as they stand" : "corrected" }
    return index == 0 ? "baseline" : "compared"
  }

  private static func policies(_ report: CompareReport) -> String {
    let pays = report.runs.contains { $0.plan.payroll != nil }
    var table = TextTable(
      [
        ("", .left), ("policy", .left), ("version", .left), ("scored", .right),
        ("rejected", .right),
      ] + (pays ? [("payroll", .right), ("budget", .right), ("", .left)] : [])
        + [("file", .left)])
    for (index, run) in report.runs.enumerated() {
      let payroll = run.payroll
      let pay = [
        payroll.map { CompareNumbers.money($0.total) } ?? "-",
        (payroll?.budget).map(CompareNumbers.money) ?? "-",
        run.plan.payroll?.unit.map(\.description) ?? "",
      ]
      table.add(
        [
          Self.role(index, report), run.plan.policy, run.plan.version,
          "\(run.counts[0].scored)", "\(report.rejected[index].count)",
        ] + (pays ? pay : []) + [report.files[index]])
    }
    return table.text(indent: "") + (report.notice.map { "\nnotice: \($0)" } ?? "")
  }
}
