import Reports
import ScorecardPolicy

/// A pay report as a workbook: subtotals and the total as live formulas, lines to sign on, and what it
/// was made from.
public struct PayWorkbook: Sendable {
  private let report: PayReport
  private let wording: Wording

  /// The workbook of a report in a language.
  public init(_ report: PayReport, _ language: Title.Language) {
    (self.report, wording) = (report, Wording(language))
  }

  /// Makes the file. O(people).
  public func finished() throws(WorkbookError) -> FinishedWorkbook {
    let plan = report.plan
    let workbook = try WorkbookFile(title: wording.title(plan.title, plan.policy))
    let pay = try workbook.addSheet(wording(.pay))
    let sources = try workbook.addSheet(wording(.sources))
    try PaySheet(report, wording.language).write(to: pay)
    try SourcesSheet(plan, report.sources, wording).write(
      to: sources, notes: [wording(.livePay)], rejected: report.rejected,
      cutTexts: workbook.cutTexts)
    return try workbook.finish()
  }
}
