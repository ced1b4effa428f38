import ColumnStore
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

  /// Writes the workbook and puts the file in its place.
  ///
  /// - Returns: how many texts were too long for a cell and were cut.
  public func write(to file: consuming AtomicFile) throws(WorkbookError) -> Int {
    let plan = report.plan
    let workbook = try WorkbookFile(title: wording.title(plan.title, plan.policy))
    let pay = try workbook.addSheet(wording(.pay))
    let sources = try workbook.addSheet(wording(.sources))
    try PaySheet(report, wording).write(to: pay)
    try SourcesSheet(plan, report.sources, wording).write(
      to: sources, notes: [], rejected: report.rejected, cutTexts: workbook.cutTexts)
    let cutTexts = workbook.cutTexts
    try workbook.finish(as: file)
    return cutTexts
  }
}
