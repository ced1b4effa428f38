import Reports
import ScorecardPolicy
import ScoringPlan

/// The sheet that tells one person what they scored, and why: how the score adds up, as formulas, the way
/// from the mean of others to it, what counts next, what was decided about objections, and how to appeal.
struct StatementSheet {
  private typealias Column = StatementColumn

  private let report: SubjectReport
  private let sentences: ReportSentences
  private let sheet: Sheet

  private var wording: Wording { sentences.wording }
  private var explanation: Explanation { report.explanation }
  private static let value = CellStyle(numberFormat: "@", wraps: true)

  init(_ report: SubjectReport, _ sentences: ReportSentences, to sheet: Sheet) {
    (self.report, self.sentences, self.sheet) = (report, sentences, sheet)
  }

  /// Writes the sheet.
  func write() throws(WorkbookError) {
    sheet.isUpright = true
    sheet.widen(Column.title.rawValue, to: 26)
    sheet.widen(Column.remark.rawValue, to: 25)
    try writeHead()
    let scores = try StatementScores(report, sentences, to: sheet)
    try writeStanding()
    try StatementComparison(report, sentences, scores, to: sheet).write()
    try writeOutlook()
    try write(.guidance, report.guidance.map(sentences.guidance))
    try writeDecisions()
    try write(.appeal, [sentences.appeal, wording(.notVerdict)])
    sheet.keepTexts(columns: Column.count)
  }

  private func append(line: String) throws(WorkbookError) {
    try sheet.append([Cell(line, .prose, columns: Column.count)])
  }

  /// Writes lines under a heading; nothing without lines.
  private func write(_ heading: Phrase, _ lines: [String]) throws(WorkbookError) {
    if lines.isEmpty { return }
    sheet.skipRow()
    try sheet.append([Cell(wording.heading(heading), .heading, columns: Column.count)])
    for line in lines { try append(line: line) }
  }

  // MARK: Who

  private func writeHead() throws(WorkbookError) {
    try sheet.append([Cell(explanation.key, .title)])
    for text in report.standing.texts {
      try sheet.append([
        Cell(text.name, .prose), Cell(text.value, Self.value, columns: Column.count - 1),
      ])
    }
    let lines =
      [wording.title(report.plan.title, report.plan.policy), sentences.policy]
      + (report.sources.period.map { [wording(Phrase.period, $0)] } ?? [])
      + (report.sources.notice.map { [wording(.notice, $0)] } ?? [])
    for line in lines { try append(line: line) }
    sheet.skipRow()
  }

  // MARK: What followed

  private func writeStanding() throws(WorkbookError) {
    let standing = report.standing
    let lines =
      standing.grades.map { (wording.title($0.title, $0.name), sentences.band($0)) }
      + standing.places.map { (wording.title($0.title, $0.ranking), sentences.rank($0)) }
    if lines.isEmpty, explanation.results.isEmpty { return }
    sheet.skipRow()
    try sheet.append([Cell(wording.heading(Phrase.results), .heading, columns: Column.count)])
    for (title, value) in lines {
      try sheet.append([Cell(title, .prose, columns: 3), Cell(value, Self.value, columns: 7)])
    }
    for result in explanation.results { try write(result) }
  }

  /// A result: a number that can be computed with and its unit, or a text.
  private func write(_ result: ExplainedResult) throws(WorkbookError) {
    let title = Cell(sentences.title(of: result), .prose, columns: 3)
    guard case .number(let number) = result.value, result.type == .number else {
      return try sheet.append([title, Cell(sentences.value(of: result), Self.value, columns: 7)])
    }
    let isMoney = report.plan.payroll?.amount == result.name || result.unit == Unit(.yuan)
    let style = isMoney ? CellStyle.number(2, isMoney: true) : CellStyle()
    let unit = result.unit.flatMap { $0.isPlain ? nil : wording.unit($0) } ?? ""
    try sheet.append([
      title, Cell(.number(number), style, columns: 2), Cell(unit, .indented, columns: 5),
    ])
  }

  private func writeOutlook() throws(WorkbookError) {
    let lines = report.standing.grades.flatMap { place -> [String] in
      let lines = sentences.outlook(place)
      if lines.isEmpty { return [] }
      let title = wording.title(place.title, place.name) + wording(.colon)
      return [title + lines.joined(separator: wording.language == .english ? "; " : "；")]
        + (place.next?.steps ?? []).map { "    " + sentences.step($0) }
    }
    try write(.countsNext, lines)
  }

  // MARK: Objections

  private func writeDecisions() throws(WorkbookError) {
    if report.decisions.isEmpty { return }
    sheet.skipRow()
    try sheet.append([Cell(wording.heading(.decisions), .heading, columns: Column.count)])
    let heads: [(Phrase, Int)] = [
      (.cell, 1), (.before, 1), (.afterwards, 1), (.decision, 1), (.reason, 4), (.date, 1),
      (.decidedBy, 1),
    ]
    try sheet.append(heads.map { Cell(wording.heading($0), .heading, columns: $1) })
    for decision in report.decisions {
      try sheet.append([
        Cell(sentences.cell(of: decision), Self.value),
        Cell(sentences.shown(decision.old), Self.value),
        Cell(sentences.shown(decision.new), Self.value),
        Cell(wording(decision.isGranted ? .granted : .refused), Self.value),
        Cell(decision.reason, Self.value, columns: 4), Cell(decision.date, Self.value),
        Cell(decision.decidedBy, CellStyle.indented),
      ])
    }
  }
}
