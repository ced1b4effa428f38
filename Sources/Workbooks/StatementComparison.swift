import Reports
import ScorecardPolicy

/// The part of a statement that leads from the mean of others to the score: exact differences as
/// formulas, and beside them what is printed.
struct StatementComparison {
  private typealias Column = StatementColumn

  private let report: SubjectReport
  private let sentences: ReportSentences
  private let scores: StatementScores
  private let sheet: Sheet

  private var wording: Wording { sentences.wording }
  private var score: CellStyle { .number(report.plan.decimals) }
  private var exact: CellStyle { .number(report.plan.decimals + 2) }

  /// A table whose formulas point to the scores above it.
  init(
    _ report: SubjectReport, _ sentences: ReportSentences, _ scores: StatementScores,
    to sheet: Sheet
  ) {
    (self.report, self.sentences, self.scores, self.sheet) = (report, sentences, scores, sheet)
  }

  /// Writes the table; nothing where there is nobody to compare with.
  func write() throws(WorkbookError) {
    guard let comparison = report.comparison else { return }
    sheet.skipRow()
    try sheet.appendHeadings(
      [
        wording.heading(.fromMean), "", "", "", "", wording.heading(SheetWord.meanPoints),
        wording.heading(.points), wording.heading(.difference), wording.heading(SheetWord.printed),
        "",
      ], numbers: 5...8)
    let first = sheet.nextRow
    let mean = wording(.meanOf, sentences.group(comparison))
    try write(mean, nil, nil, .number(comparison.mean), printed: comparison.printedMean)
    for (index, part) in comparison.parts.enumerated() {
      let row = sheet.nextRow
      let difference = "\(Column.weight.cell(row))-\(Column.mean.cell(row))"
      try write(
        sentences.title(of: part), part.mean,
        .formula(part.isGates ? gates : Column.points.cell(scores.dimensionRows[index]), part.own),
        .formula(difference, part.difference), printed: part.printed)
    }
    try writeSum(comparison, first...(sheet.nextRow - 1))
    let note = wording(.comparison, sentences.group(comparison))
    try sheet.append([Cell(note, .prose, columns: Column.count)])
  }

  /// What all gates did.
  private var gates: String {
    "\(Column.points.cell(scores.finalRow))-\(Column.points.cell(scores.totalRow))"
  }

  private func write(
    _ title: String, _ mean: Double?, _ own: Cell.Content?, _ difference: Cell.Content,
    printed: String
  ) throws(WorkbookError) {
    try sheet.append([
      Cell(title, .prose, columns: 5), .number(mean, exact), Cell(own ?? .blank, exact),
      Cell(difference, exact),
      Cell(Double(printed).map { .number($0) } ?? .text(printed), score),
    ])
  }

  private func writeSum(
    _ comparison: GroupComparison, _ rows: ClosedRange<Int>
  ) throws(WorkbookError) {
    let style = CellStyle(role: .sum)
    let name = report.explanation.gates.isEmpty ? Phrase.total : .final
    let printed = StatementScores.sum(
      report.printed.final, of: [comparison.printedMean] + comparison.parts.map(\.printed),
      "SUM(\(Column.printed.cells(rows)))")
    let sum = Cell.Content.formula(
      "SUM(\(Column.points.cells(rows)))", report.explanation.final)
    try sheet.append([
      Cell(wording.heading(name), style, columns: 5), .blank(style), .blank(style),
      Cell(sum, exact.as(.sum)), Cell(printed, score.as(.sum)), .blank(style),
    ])
  }
}
