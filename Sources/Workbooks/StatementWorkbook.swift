import ColumnStore
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

  /// Writes the workbook and puts the file in its place.
  ///
  /// - Returns: how many texts were too long for a cell and were cut.
  public func write(to file: consuming AtomicFile) throws(WorkbookError) -> Int {
    let wording = Wording(language)
    let workbook = try WorkbookFile(title: report.explanation.key)
    let statement = try workbook.addSheet(report.explanation.key)
    let sources = try workbook.addSheet(wording(.sources))
    try StatementSheet(report, language, to: statement).write()
    try SourcesSheet(report.plan, report.sources, wording).write(
      to: sources, notes: [wording(.liveStatement), wording(.rounding)],
      cutTexts: workbook.cutTexts)
    let cutTexts = workbook.cutTexts
    try workbook.finish(as: file)
    return cutTexts
  }
}
