import Reports
import ScorecardPolicy

/// One person's statement as a workbook: from values before their bounds by live formulas to the total and
/// the final value, then ranks, grades, results and inputs.
public struct StatementWorkbook: Sendable {
  private let report: SubjectReport
  private let language: Title.Language

  /// The workbook of a report in a language.
  public init(_ report: SubjectReport, _ language: Title.Language) {
    (self.report, self.language) = (report, language)
  }

  /// The bytes of the file.
  public func bytes() throws(WorkbookError) -> [UInt8] {
    let wording = Wording(language)
    let workbook = try WorkbookFile(title: report.explanation.key)
    let statement = try workbook.addSheet(report.explanation.key)
    let sources = try workbook.addSheet(wording(.sources))
    try StatementSheet(report, language, to: statement).write()
    try SourcesSheet(report.plan, report.sources, wording).write(
      to: sources, notes: [wording(.liveStatement)], cutTexts: workbook.cutTexts)
    return try workbook.finish()
  }
}
