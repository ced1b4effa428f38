import Reports
import ScoringEngine
import ScoringPlan

/// The sheet that says what a workbook was made from, and what its formulas do.
struct SourcesSheet {
  private let plan: Plan
  private let sources: ReportSources
  private let wording: Wording

  init(_ plan: Plan, _ sources: ReportSources, _ wording: Wording) {
    (self.plan, self.sources, self.wording) = (plan, sources, wording)
  }

  /// Writes the sheet.
  ///
  /// - Parameters:
  ///   - notes: what the workbook's formulas do.
  ///   - rejected: how many rows of subjects are in no sheet, when that is told.
  ///   - cutTexts: how many texts were cut to fit in cells.
  func write(
    to sheet: Sheet, notes: [String], rejected: Int = 0, cutTexts: Int
  ) throws(WorkbookError) {
    sheet.widen(0, to: 58)
    sheet.widen(1, to: 58)
    try sheet.append([Cell(wording(.sources), .title)])
    for line in facts(rejected, cutTexts) { try sheet.append([Cell(line, .prose)]) }
    sheet.skipRow()
    for note in notes + [wording(.editing), wording(.notVerdict)] {
      try sheet.append([Cell(note, .prose)])
    }
    try write(wording.heading(.policyFiles), sources.policyFiles, to: sheet)
    try write(wording.heading(.dataFiles), sources.inputFiles, to: sheet)
  }

  private func facts(_ rejected: Int, _ cutTexts: Int) -> [String] {
    let policy =
      [wording(.policyVersion, plan.policy, plan.version)]
      + (plan.effectiveFrom.map { [wording(.inForceFrom, $0)] } ?? [])
    return [wording.title(plan.title, plan.policy), wording.list(policy)]
      + (sources.period.map { [wording(Phrase.period, $0)] } ?? [])
      + (sources.notice.map { [wording(.notice, $0)] } ?? [])
      + (rejected > 0
        ? ["\(plan.tables[0].name)\(wording(.colon))\(wording(.rejectedRows, "\(rejected)"))"] : [])
      + (cutTexts > 0 ? [wording(.cutTexts, "\(cutTexts)")] : [])
  }

  private func write(
    _ title: String, _ files: [ReportFile], to sheet: Sheet
  ) throws(WorkbookError) {
    if files.isEmpty { return }
    sheet.skipRow()
    try sheet.append([Cell(title, .heading), Cell("SHA-256", .heading)])
    for file in files { try sheet.append([Cell(file.name), Cell(file.sha256)]) }
  }
}
