import Reports
import ScorecardPolicy
import ScoringPlan

/// The sheet of what is paid: a row for each person, subtotals for each group, the total against the
/// budget, and lines to sign on; sums are formulas.
struct PaySheet {
  private let report: PayReport
  private let words: PayWording
  private static let money = CellStyle.number(2, isMoney: true)
  /// No function takes more than 255 arguments.
  private static let mostArguments = 255

  /// A sheet of a report.
  init(_ report: PayReport, _ language: Title.Language) {
    (self.report, words) = (report, PayWording(report, language))
  }

  private var wording: Wording { words.wording }

  private var hasGroups: Bool { report.by != nil }
  /// Where the first column of amounts stands: after group and key.
  private var firstAmount: Int { hasGroups ? 2 : 1 }
  private var amountColumn: Int { firstAmount + report.parts.count }
  private var columnCount: Int { amountColumn + 1 + report.notes.count + 1 }

  /// Writes the sheet.
  func write(to sheet: Sheet) throws(WorkbookError) {
    let rows = report.total.people + report.groups.count + 20
    guard rows <= Sheet.mostRows else { throw .tooManyRows(sheet: sheet.name, count: rows) }
    try writeHead(to: sheet)
    var subtotals: [Int] = []
    let start = sheet.nextRow
    for group in report.groups {
      let first = sheet.nextRow
      for line in group.lines { try write(line, of: group, to: sheet) }
      guard hasGroups else { continue }
      subtotals.append(sheet.nextRow)
      try writeSubtotal(of: group, first, to: sheet)
    }
    try writeTotal(start, subtotals, to: sheet)
    try writeSignatures(to: sheet)
    sheet.keepTexts(columns: columnCount)
  }

  // MARK: Rows

  private func writeHead(to sheet: Sheet) throws(WorkbookError) {
    let plan = report.plan
    try sheet.append([Cell(title, .title)])
    try sheet.append([Cell(subtitle, .line)])
    if let notice = report.sources.notice {
      try sheet.append([Cell(wording(.notice, notice), .line)])
    }
    sheet.skipRow()
    let heads =
      (report.by.map { [$0] } ?? []) + [plan.tables[0].keyName]
      + (report.parts + [report.amount] + report.notes).map(words.heading)
      + [wording(.signature)]
    let amounts = firstAmount...(columnCount - 2)
    for column in amounts { sheet.widen(column, to: min(TextWidth.places(of: heads[column]), 18)) }
    try sheet.appendHeadings(heads, numbers: amounts)
    sheet.freeze(columns: firstAmount)
    sheet.widen(columnCount - 1, to: 14)
  }

  private var title: String {
    "\(wording.heading(.payReport)) - \(words.policyTitle)"
  }

  private var subtitle: String {
    let plan = report.plan
    return wording.list(
      [wording(.policyVersion, plan.policy, plan.version)]
        + (report.sources.period.map { [wording(Phrase.period, $0)] } ?? []))
  }

  private func write(
    _ line: PayReport.Line, of group: PayReport.Group, to sheet: Sheet
  ) throws(WorkbookError) {
    let row = sheet.nextRow
    var cells = hasGroups ? [Cell(words.name(of: group)), Cell(line.key)] : [Cell(line.key)]
    cells += line.parts.map { Self.cell($0) }
    cells.append(amount(of: line, row))
    cells += line.notes.map { Self.cell($0) } + [Cell.blank(CellStyle(role: .sum))]
    try sheet.append(cells)
  }

  private static func cell(_ fen: Int64?) -> Cell { .number(fen.map { Double($0) / 100 }, money) }

  /// The sum of the parts, those that are deducted taken off.
  private func amount(of line: PayReport.Line, _ row: Int) -> Cell {
    let style = Self.money.as(.part)
    guard let amount = line.amount else { return .blank(style) }
    let value = Double(amount) / 100
    if report.parts.isEmpty { return Cell(.number(value), style) }
    let formula = report.parts.enumerated().reduce("") { sum, part in
      let sign = part.element.isDeducted ? "-" : sum.isEmpty ? "" : "+"
      return "\(sum)\(sign)\(CellAddress.letters(firstAmount + part.offset))\(row)"
    }
    return Cell(.formula(formula, value), style)
  }

  // MARK: Sums

  private func writeSubtotal(
    of group: PayReport.Group, _ first: Int, to sheet: Sheet
  ) throws(WorkbookError) {
    let last = sheet.nextRow - 1
    let label = wording(.subtotal, words.name(of: group))
    try write(label, group.sums, to: sheet) { letters in
      "SUM(\(letters)\(first):\(letters)\(last))"
    }
  }

  private func writeTotal(
    _ start: Int, _ subtotals: [Int], to sheet: Sheet
  ) throws(WorkbookError) {
    let last = sheet.nextRow - 1
    try write(wording.heading(.payTotal), report.total, to: sheet) { letters in
      if subtotals.isEmpty { return "SUM(\(letters)\(start):\(letters)\(max(last, start)))" }
      if subtotals.count <= Self.mostArguments {
        return "SUM(\(subtotals.map { "\(letters)\($0)" }.joined(separator: ",")))"
      }
      // Each amount stands there twice, on its own and in its group's subtotal.
      return "SUM(\(letters)\(start):\(letters)\(last))/2"
    }
    guard let budget = report.budget, let remaining = report.remaining else { return }
    let letters = CellAddress.letters(amountColumn)
    let totalRow = sheet.nextRow - 1
    let budgetRow = sheet.nextRow
    try writeAmount(wording.heading(.budget), .number(Double(budget) / 100), to: sheet)
    let (more, less) = remaining < 0 ? (totalRow, budgetRow) : (budgetRow, totalRow)
    try writeAmount(
      words.remaining,
      .formula("\(letters)\(more)-\(letters)\(less)", Double(remaining.magnitude) / 100), to: sheet)
  }

  private func write(
    _ label: String, _ sums: PayReport.Sums, to sheet: Sheet, formula: (String) -> String
  ) throws(WorkbookError) {
    let style = Self.money.as(.sum)
    let people = "\(wording.heading(.people))\(wording(.colon))\(sums.people)"
    var cells = [Cell(hasGroups ? label : "\(label) (\(people))", CellStyle.text.as(.sum))]
    if hasGroups { cells.append(Cell(people, CellStyle.text.as(.sum))) }
    for (index, sum) in (sums.parts + [sums.amount]).enumerated() {
      let letters = CellAddress.letters(firstAmount + index)
      cells.append(Cell(.formula(formula(letters), Double(sum) / 100), style))
    }
    try sheet.append(cells + Array(repeating: .blank(style), count: columnCount - cells.count))
  }

  private func writeAmount(
    _ label: String, _ content: Cell.Content, to sheet: Sheet
  ) throws(WorkbookError) {
    let blanks = Array(repeating: Cell.blank(), count: amountColumn - 1)
    try sheet.append([Cell(label, CellStyle())] + blanks + [Cell(content, Self.money)])
  }

  private func writeSignatures(to sheet: Sheet) throws(WorkbookError) {
    for word in [Phrase.prepared, .checked, .approved] {
      sheet.skipRow()
      let line = Cell.blank(CellStyle(role: .sum))
      try sheet.append([Cell(wording.heading(word), CellStyle())])
      try sheet.append([Cell(wording.heading(.date), CellStyle()), line, line])
    }
  }
}
