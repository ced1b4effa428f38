import Reports
import ScorecardPolicy
import ScoringPlan

/// The sheet of one person: how the score adds up, as formulas, then what followed from it and what it
/// was computed from.
struct StatementSheet {
  private let report: SubjectReport
  private let sentences: ReportSentences
  private let sheet: Sheet

  private var wording: Wording { sentences.wording }
  private var explanation: Explanation { report.explanation }
  private var score: CellStyle { .number(report.plan.decimals) }
  private static let weight = CellStyle.number(4)

  /// The columns of the table, by their letters.
  private static let (raw, floor, cap, score, share, points) = ("B", "C", "D", "E", "F", "G")
  private static let columnCount = 8

  init(_ report: SubjectReport, _ language: Title.Language, to sheet: Sheet) {
    (self.report, self.sheet) = (report, sheet)
    sentences = ReportSentences(report, language)
  }

  /// Writes the sheet.
  func write() throws(WorkbookError) {
    sheet.layAcross()
    sheet.widen(0, to: 24)
    sheet.widen(7, to: 48)
    try writeHead()
    let dimensions = try writeScores()
    try writeTotal(dimensions)
    try writeStanding()
    try writeInputs()
    try writeFormulas()
    sheet.keepTexts(columns: Self.columnCount)
  }

  // MARK: Who

  private func writeHead() throws(WorkbookError) {
    try sheet.append([Cell(explanation.key, .title)])
    for text in report.standing.texts {
      try sheet.append([
        Cell(text.name), Cell(text.value, CellStyle(numberFormat: "@", runsOn: true)),
      ])
    }
    let lines =
      [wording.title(report.plan.title, report.plan.policy), sentences.policy]
      + (report.sources.period.map { [wording(Phrase.period, $0)] } ?? [])
      + (report.sources.notice.map { [wording(.notice, $0)] } ?? [])
      + (explanation.weightsBy.map { [sentences.basis(of: $0, .dimensionWeightsBy)] } ?? [])
    for line in lines { try sheet.append([Cell(line, .line)]) }
    sheet.skipRow()
  }

  private func writeHeadings(_ headings: [String]) throws(WorkbookError) {
    try sheet.append(
      headings.enumerated().map { column, heading in
        let isNumber = (1...6).contains(column)
        return Cell(
          heading.prefix(1).uppercased() + heading.dropFirst(), isNumber ? .numberHeading : .heading
        )
      })
  }

  // MARK: How it adds up

  /// Writes the table; the rows of the dimensions.
  private func writeScores() throws(WorkbookError) -> [Int] {
    try writeHeadings([
      wording(.measure), wording(.beforeBounds), wording(SheetWord.floor), wording(SheetWord.cap),
      wording(.score), wording(.weight), wording(.points), wording(SheetWord.remark),
    ])
    sheet.repeatRow()
    var rows: [Int] = []
    for dimension in explanation.dimensions {
      rows.append(sheet.nextRow)
      try write(dimension)
    }
    return rows
  }

  private func write(_ dimension: ExplainedDimension) throws(WorkbookError) {
    let row = sheet.nextRow
    let (first, last) = (row + 1, row + dimension.measures.count)
    let hasScores = dimension.measures.contains { $0.score != nil }
    let score: Cell.Content =
      hasScores
      ? .formula(
        "SUMPRODUCT(\(Self.score)\(first):\(Self.score)\(last),"
          + "\(Self.share)\(first):\(Self.share)\(last))", dimension.score)
      : .number(dimension.score)
    let remark =
      (dimension.isBonus ? [wording(.bonus)] : [])
      + (dimension.weightsBy.map { [sentences.basis(of: $0, .weightsBy)] } ?? [])
    let style = self.score.as(.part)
    try sheet.append([
      Cell(wording.title(dimension.title, dimension.name), CellStyle(role: .part)),
      .blank(style), .blank(style), .blank(style), Cell(score, style),
      Cell(.number(dimension.weight), Self.weight.as(.part)),
      Cell(.formula("\(Self.score)\(row)*\(Self.share)\(row)", dimension.points), style),
      Cell(wording.list(remark), CellStyle(role: .part, wraps: true)),
    ])
    for measure in dimension.measures { try write(measure, of: dimension, in: row) }
  }

  private func write(
    _ measure: ExplainedMeasure, of dimension: ExplainedDimension, in part: Int
  ) throws(WorkbookError) {
    let row = sheet.nextRow
    var points = Cell.Content.blank
    if let score = measure.score, let weight = measure.weight {
      points = .formula(
        "\(Self.score)\(row)*\(Self.share)\(row)*\(Self.share)\(part)",
        score * weight * dimension.weight)
    }
    try sheet.append([
      Cell(wording.title(measure.title, measure.name), CellStyle(wraps: true)),
      .number(measure.raw, score), .number(measure.floor, score), .number(measure.cap, score),
      Cell(self.content(of: measure, row), score), .number(measure.weight, Self.weight),
      Cell(points, score), Cell(sentences.remark(on: measure, in: dimension), .prose),
    ])
  }

  /// The score of a measure, by its bounds; a number where there was nothing to bound.
  private func content(of measure: ExplainedMeasure, _ row: Int) -> Cell.Content {
    guard let score = measure.score else { return .blank }
    guard measure.raw != nil else { return .number(score) }
    var formula = "\(Self.raw)\(row)"
    if measure.floor != nil { formula = "MAX(\(formula),\(Self.floor)\(row))" }
    if measure.cap != nil { formula = "MIN(\(formula),\(Self.cap)\(row))" }
    return .formula(formula, score)
  }

  // MARK: Total and gates

  private func writeTotal(_ dimensions: [Int]) throws(WorkbookError) {
    let sum = dimensions.map { "\(Self.points)\($0)" }.joined(separator: "+")
    let total = sheet.nextRow
    try writeSum(wording.heading(.total), .formula(sum, explanation.total), .sum)
    var last = (row: total, value: explanation.total, title: wording.heading(.total))
    if !explanation.gates.isEmpty {
      sheet.skipRow()
      try writeHeadings([
        wording(.gate), wording(SheetWord.takesOff), wording(SheetWord.upTo), "", "", "",
        wording(SheetWord.valueAfter), wording(SheetWord.remark),
      ])
      for (gate, printed) in zip(explanation.gates, report.printed.gates) {
        try write(gate, after: last.row, printed.after)
        last.row = sheet.nextRow - 1
      }
      let title = wording.heading(.final)
      try writeSum(title, .formula("\(Self.points)\(last.row)", explanation.final), .sum)
      last = (sheet.nextRow - 1, explanation.final, title)
    }
    let content = Published(decimals: report.plan.decimals).content(
      of: last.value, at: "\(Self.points)\(last.row)")
    try writeSum(wording(SheetWord.printed, last.title), content ?? .blank, .part)
    sheet.skipRow()
  }

  private func writeSum(
    _ title: String, _ content: Cell.Content, _ role: CellStyle.Role
  ) throws(WorkbookError) {
    let style = score.as(role)
    let blanks = Array(repeating: Cell.blank(style), count: 5)
    try sheet.append([Cell(title, CellStyle(role: role))] + blanks + [Cell(content, style)])
  }

  private func write(
    _ gate: ExplainedGate, after before: Int, _ printed: String
  ) throws(WorkbookError) {
    let row = sheet.nextRow
    func amount(_ effect: GateEffect) -> Double? {
      gate.applied ? gate.effects.first { $0.effect == effect }?.amount : nil
    }
    let (deduct, cap) = (amount(.deduct), amount(.cap))
    var formula = "\(Self.points)\(before)"
    if deduct != nil { formula += "-B\(row)" }
    if cap != nil { formula = "MIN(\(formula),C\(row))" }
    let because = gate.because?.text(in: wording.language)
    let remark =
      [wording(gate.applied ? .applied : .notApplied), gate.condition ?? wording(.always)]
      + [because, sentences.effect(of: gate, after: printed)].compactMap(\.self)
    try sheet.append([
      Cell(wording.title(gate.title, gate.name), CellStyle(wraps: true)),
      .number(deduct, score), .number(cap, score), .blank(), .blank(), .blank(),
      Cell(.formula(formula, gate.after), score),
      Cell(remark.joined(separator: "; "), .prose),
    ])
  }

  // MARK: What followed

  private func writeStanding() throws(WorkbookError) {
    let standing = report.standing
    let lines =
      standing.places.map { (wording.title($0.title, $0.ranking), sentences.rank($0)) }
      + standing.grades.map { (wording.title($0.title, $0.name), sentences.band($0)) }
      + explanation.results.map { (sentences.title(of: $0), sentences.value(of: $0)) }
    for (title, value) in lines {
      try sheet.append([Cell(title, CellStyle(wraps: true)), Cell(value, .line)])
    }
    sheet.skipRow()
    try sheet.append([Cell(sentences.appeal, .line)])
    try sheet.append([Cell(wording(.notVerdict), .line)])
    sheet.skipRow()
  }

  // MARK: What it was computed from

  private func writeInputs() throws(WorkbookError) {
    var titles: [String: [String]] = [:]
    var inputs: [ExplainedInput] = []
    func add(_ found: [ExplainedInput], _ title: String) {
      for input in found {
        if titles[input.name] == nil { inputs.append(input) }
        titles[input.name, default: []].append(title)
      }
    }
    for measure in explanation.dimensions.flatMap(\.measures) {
      add(measure.inputs, wording.title(measure.title, measure.name))
    }
    for gate in explanation.gates { add(gate.inputs, wording.title(gate.title, gate.name)) }
    for result in explanation.results {
      add(result.inputs, wording.title(result.title, result.name))
    }
    if inputs.isEmpty { return }
    try writeHeadings([
      wording(.inputs), wording(.value), wording(SheetWord.unit), "", "", "", "",
      wording(SheetWord.usedFor),
    ])
    for input in inputs {
      let unit = input.unit.map { wording.unit($0) } ?? ""
      try sheet.append(
        [Cell(input.name), Cell(content(of: input), CellStyle()), Cell(unit, CellStyle())]
          + Array(repeating: .blank(), count: 4)
          + [Cell(wording.list(titles[input.name] ?? []), .prose)])
    }
    sheet.skipRow()
  }

  private func content(of input: ExplainedInput) -> Cell.Content {
    switch (input.value, input.type) {
    case (.number, .date), (.number, .period): .text(sentences.value(input.value, input.type))
    case (.number(let number), _): .number(number)
    case (.truth(let truth), _): .truth(truth)
    default: .text(sentences.value(input.value, input.type))
    }
  }

  /// The policy's formulas, as texts: how values before their bounds came from the inputs.
  private func writeFormulas() throws(WorkbookError) {
    try writeHeadings([wording(.howComputed)])
    for measure in explanation.dimensions.flatMap(\.measures) {
      let lines =
        ["\(measure.name) = \(measure.formula)"]
        + measure.steps.reversed().map(sentences.step) + measure.settings.map(sentences.setting)
      for line in lines { try sheet.append([Cell(line, .line)]) }
    }
    for result in explanation.results {
      let lines =
        ["\(result.name) = \(result.formula)"]
        + result.steps.reversed().map(sentences.step) + result.settings.map(sentences.setting)
      for line in lines { try sheet.append([Cell(line, .line)]) }
    }
  }
}
