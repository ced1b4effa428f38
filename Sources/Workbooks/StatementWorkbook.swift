import Reports
import ScorecardPolicy

/// One person's statement as a workbook: from values before their bounds by live formulas to the total and
/// the final value, then what followed, what it was computed from, and the detail rows.
///
/// It says what the person's page says.
public struct StatementWorkbook: Sendable {
  private let report: SubjectReport
  private let sentences: ReportSentences

  /// The workbook of a report in a language.
  public init(_ report: SubjectReport, _ language: Title.Language) {
    self.report = report
    sentences = ReportSentences(report, language)
  }

  /// Makes the file. O(size of what it shows).
  public func finished() throws(WorkbookError) -> FinishedWorkbook {
    let wording = sentences.wording
    let inputs = DetailRowsSheet.inputs(of: report)
    let rows = DetailRowsSheet.rowCount(of: inputs)
    guard rows <= Sheet.mostRows else {
      let sheet = "\(wording(.detailRows)) (\(report.explanation.key))"
      throw .tooManyRows(sheet: sheet, count: rows)
    }
    let workbook = try WorkbookFile(title: report.explanation.key)
    let statement = try workbook.addSheet(report.explanation.key)
    let calculation = try workbook.addSheet(wording(.calculation))
    let aggregates =
      try inputs.isEmpty
      ? [:]
      : DetailRowsSheet(inputs, sentences, to: workbook.addSheet(wording(.detailRows))).addresses
    let sources = try workbook.addSheet(wording(.sources))
    try StatementSheet(report, sentences, to: statement).write()
    try CalculationSheet(report, sentences, aggregates: aggregates, to: calculation).write()
    try SourcesSheet(report.plan, report.sources, wording).write(
      to: sources, notes: [wording(.liveStatement)], cutTexts: workbook.cutTexts)
    return try workbook.finish()
  }
}
