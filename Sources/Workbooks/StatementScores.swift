import Reports
import ScorecardPolicy
import ScoringPlan

/// The part of a statement that says how the score adds up: from values before their bounds by formulas
/// to the total, and through the gates to the final value; beside what is exact what is printed, whose
/// parts add up too.
struct StatementScores {
  /// The rows of the dimensions, in their order.
  private(set) var dimensionRows: [Int] = []
  /// The row of the total.
  private(set) var totalRow = 0
  /// The row of the value after the gates; that of the total without gates.
  private(set) var finalRow = 0

  private typealias Column = StatementColumn

  private let report: SubjectReport
  private let sentences: ReportSentences
  private let sheet: Sheet

  private var wording: Wording { sentences.wording }
  private var explanation: Explanation { report.explanation }
  private var decimals: Int { report.plan.decimals }
  private var score: CellStyle { .number(decimals) }
  /// More decimals than are printed, so that nobody takes these parts for those that add up in print.
  private var exact: CellStyle { .number(decimals + 2) }
  private static let weight = CellStyle.number(4)

  /// Writes the table to a sheet.
  init(_ report: SubjectReport, _ sentences: ReportSentences, to sheet: Sheet) throws(WorkbookError)
  {
    (self.report, self.sentences, self.sheet) = (report, sentences, sheet)
    try sheet.appendHeadings(
      [
        wording.heading(.measure), wording.heading(.beforeBounds), wording.heading(SheetWord.floor),
        wording.heading(SheetWord.cap), wording.heading(.score), wording.heading(.meanScore),
        wording.heading(.weight), wording.heading(.points), wording.heading(SheetWord.printed),
        wording.heading(SheetWord.remark),
      ], numbers: 1...8)
    for index in explanation.dimensions.indices { try write(dimension: index) }
    try writeTotal()
    if !explanation.gates.isEmpty { try writeGates() }
    let lines = explanation.weightsBy.map { [sentences.basis(of: $0, .dimensionWeightsBy)] } ?? []
    for line in lines + [wording(.rounding)] {
      try sheet.append([Cell(line, .prose, columns: Column.count)])
    }
  }

  // MARK: Dimensions and measures

  private mutating func write(dimension index: Int) throws(WorkbookError) {
    let dimension = explanation.dimensions[index]
    let row = sheet.nextRow
    dimensionRows.append(row)
    let remark =
      (dimension.isBonus ? [wording(.bonus)] : [])
      + (dimension.weightsBy.map { [sentences.basis(of: $0, .weightsBy)] } ?? [])
    let part = score.as(.part)
    let blank = Cell.blank(part)
    let points = "\(Column.score.cell(row))*\(Column.weight.cell(row))"
    try sheet.append([
      Cell(
        wording.title(dimension.title, dimension.name), CellStyle(role: .part, wraps: true)),
      blank, blank, blank, Cell(score(of: dimension, row), part),
      .number(report.comparison?.means.scores[index], part),
      Cell(.number(dimension.weight), Self.weight.as(.part)),
      Cell(.formula(points, dimension.points), exact.as(.part)),
      Cell(printed(dimension: index, row), part),
      Cell(wording.list(remark), CellStyle.indented.as(.part)),
    ])
    for (place, measure) in dimension.measures.enumerated() {
      try write(
        measure, of: dimension, in: row, printed: report.printed.measures[index][place],
        mean: report.comparison?.means.measures[index][place])
    }
  }

  private func score(of dimension: ExplainedDimension, _ row: Int) -> Cell.Content {
    guard dimension.measures.contains(where: { $0.score != nil }) else {
      return .number(dimension.score)
    }
    let rows = (row + 1)...(row + dimension.measures.count)
    return .formula(
      "SUMPRODUCT(\(Column.score.cells(rows)),\(Column.weight.cells(rows)))", dimension.score)
  }

  /// What is printed for a dimension: the sum of what is printed for its measures.
  private func printed(dimension index: Int, _ row: Int) -> Cell.Content {
    let parts = report.printed.measures[index]
    let rows = (row + 1)...(row + max(parts.count, 1))
    return Self.sum(
      report.printed.dimensions[index], of: parts.compactMap(\.self),
      "SUM(\(Column.printed.cells(rows)))")
  }

  /// A printed sum: the formula where the printed parts give it.
  static func sum(_ whole: String, of parts: [String], _ formula: String) -> Cell.Content {
    guard let whole = Double(whole) else { return .text(whole) }
    let sum = parts.reduce(0) { $0 + (Double($1) ?? .nan) }
    let agrees = abs(sum - whole) <= 1e-9 * max(1, abs(whole))
    return !parts.isEmpty && agrees ? .formula(formula, whole) : .number(whole)
  }

  private func write(
    _ measure: ExplainedMeasure, of dimension: ExplainedDimension, in part: Int, printed: String?,
    mean: Double?
  ) throws(WorkbookError) {
    let row = sheet.nextRow
    var points = Cell.Content.blank
    if let score = measure.score, let weight = measure.weight {
      points = .formula(
        "\(Column.score.cell(row))*\(Column.weight.cell(row))*\(Column.weight.cell(part))",
        score * weight * dimension.weight)
    }
    try sheet.append([
      Cell(wording.title(measure.title, measure.name), .prose),
      .number(measure.raw, score), .number(measure.floor, score), .number(measure.cap, score),
      Cell(content(of: measure, row), score), .number(mean, score),
      .number(measure.weight, Self.weight), Cell(points, exact),
      .number(printed.flatMap { Double($0) }, score),
      Cell(sentences.remark(on: measure, in: dimension), .indented),
    ])
  }

  /// The score of a measure, by its bounds; a number where there was nothing to bound.
  private func content(of measure: ExplainedMeasure, _ row: Int) -> Cell.Content {
    guard let score = measure.score else { return .blank }
    guard measure.raw != nil else { return .number(score) }
    var formula = Column.raw.cell(row)
    if measure.floor != nil { formula = "MAX(\(formula),\(Column.floor.cell(row)))" }
    if measure.cap != nil { formula = "MIN(\(formula),\(Column.cap.cell(row)))" }
    return .formula(formula, score)
  }

  // MARK: Total and gates

  private mutating func writeTotal() throws(WorkbookError) {
    totalRow = sheet.nextRow
    finalRow = totalRow
    func sum(_ column: Column) -> String {
      dimensionRows.map(column.cell).joined(separator: "+")
    }
    try write(
      sum: wording.heading(.total), .formula(sum(.points), explanation.total),
      Self.sum(report.printed.total, of: report.printed.dimensions, sum(.printed)))
  }

  private func write(
    sum title: String, _ content: Cell.Content, _ printed: Cell.Content
  ) throws(WorkbookError) {
    let style = CellStyle(role: .sum)
    try sheet.append(
      [Cell(title, style)] + Array(repeating: .blank(style), count: 6) + [
        Cell(content, exact.as(.sum)), Cell(printed, score.as(.sum)), .blank(style),
      ])
  }

  private mutating func writeGates() throws(WorkbookError) {
    sheet.skipRow()
    try sheet.appendHeadings(
      [
        wording.heading(.gate), wording.heading(SheetWord.takesOff),
        wording.heading(SheetWord.upTo), wording.heading(SheetWord.remark), "", "", "",
        wording.heading(SheetWord.valueAfter),
        wording.heading(SheetWord.printed), "",
      ], numbers: 1...8)
    for (gate, printed) in zip(explanation.gates, report.printed.gates) {
      try write(gate, after: finalRow, printed.after)
      finalRow = sheet.nextRow - 1
    }
    let row = sheet.nextRow
    try write(
      sum: wording.heading(.final),
      .formula(Column.points.cell(finalRow), explanation.final),
      published(explanation.final, report.printed.final, in: row))
    finalRow = row
  }

  private func published(_ value: Double, _ printed: String, in row: Int) -> Cell.Content {
    Published(decimals: decimals).content(of: value, at: Column.points.cell(row))
      ?? .text(printed)
  }

  private func write(
    _ gate: ExplainedGate, after before: Int, _ printed: String
  ) throws(WorkbookError) {
    let row = sheet.nextRow
    func amount(_ effect: GateEffect) -> Double? {
      gate.applied ? gate.effects.first { $0.effect == effect }?.amount : nil
    }
    let (deduct, cap) = (amount(.deduct), amount(.cap))
    var formula = Column.points.cell(before)
    if deduct != nil { formula += "-B\(row)" }
    if cap != nil { formula = "MIN(\(formula),C\(row))" }
    let because = gate.because?.text(in: wording.language)
    let remark =
      [wording(gate.applied ? .applied : .notApplied), gate.condition ?? wording(.always)]
      + [because, sentences.effect(of: gate, after: printed)].compactMap(\.self)
    // What a gate did needs room: the columns between have nothing to say about it.
    try sheet.append([
      Cell(wording.title(gate.title, gate.name), .prose),
      .number(deduct, score), .number(cap, score),
      Cell(remark.joined(separator: "; "), .indented, columns: 4),
      Cell(.formula(formula, gate.after), exact),
      Cell(published(gate.after, printed, in: row), score),
      .blank(),
    ])
  }
}
