import Reports
import ScorecardPolicy
import ScoringPlan

/// The sheet that says what a person's scores were computed from: the inputs with their values, and the
/// policy's formulas, as texts, from the scores to them.
struct CalculationSheet {
  private static let columns = 4

  private let report: SubjectReport
  private let sentences: ReportSentences
  /// Where the aggregates of detail rows stand, by the names of the inputs.
  private let aggregates: [String: String]
  private let sheet: Sheet

  private var wording: Wording { sentences.wording }
  private var explanation: Explanation { report.explanation }

  init(
    _ report: SubjectReport, _ sentences: ReportSentences, aggregates: [String: String],
    to sheet: Sheet
  ) {
    (self.report, self.sentences, self.sheet) = (report, sentences, sheet)
    self.aggregates = aggregates
  }

  /// Writes the sheet.
  func write() throws(WorkbookError) {
    sheet.isUpright = true
    sheet.widen(0, to: 30)
    sheet.widen(1, to: 14)
    sheet.widen(2, to: 12)
    sheet.widen(3, to: 44)
    try sheet.append([Cell(wording.heading(.howComputed), .title)])
    sheet.skipRow()
    try writeInputs()
    for dimension in explanation.dimensions {
      for measure in dimension.measures {
        let title = wording.title(measure.title, measure.name)
        try write(
          "\(wording.title(dimension.title, dimension.name)) / \(title)",
          ["\(measure.name) = \(measure.formula)"], measure.steps, measure.settings)
      }
    }
    for gate in explanation.gates {
      let title = wording.title(gate.title, gate.name)
      try write(
        "\(wording.heading(.gate))\(wording(.colon))\(title)",
        [gate.condition ?? wording(.always)], gate.steps, gate.settings)
    }
    for result in explanation.results {
      try write(
        wording.title(result.title, result.name), ["\(result.name) = \(result.formula)"],
        result.steps, result.settings)
    }
    sheet.keepTexts(columns: Self.columns)
  }

  // MARK: Inputs

  private func writeInputs() throws(WorkbookError) {
    let inputs = self.inputs
    if inputs.isEmpty { return }
    try sheet.appendHeadings(
      [
        wording.heading(.inputs), wording.heading(.value), wording.heading(SheetWord.unit),
        wording.heading(SheetWord.usedFor),
      ], numbers: 1...1)
    for (input, titles) in inputs {
      try sheet.append([
        Cell(input.name, .prose), Cell(content(of: input), CellStyle(alignsRight: true)),
        Cell(input.unit.map { wording.unit($0) } ?? "", .indented),
        Cell(wording.list(titles), .prose),
      ])
    }
  }

  /// Every input once, with what it is used for.
  private var inputs: [(ExplainedInput, [String])] {
    var places: [String: Int] = [:]
    var inputs: [(ExplainedInput, [String])] = []
    func add(_ found: [ExplainedInput], _ title: Title?, _ name: String) {
      let title = wording.title(title, name)
      for input in found {
        if let place = places[input.name] {
          inputs[place].1.append(title)
        } else {
          places[input.name] = inputs.count
          inputs.append((input, [title]))
        }
      }
    }
    for measure in explanation.dimensions.flatMap(\.measures) {
      add(measure.inputs, measure.title, measure.name)
    }
    for gate in explanation.gates { add(gate.inputs, gate.title, gate.name) }
    for result in explanation.results { add(result.inputs, result.title, result.name) }
    return inputs
  }

  private func content(of input: ExplainedInput) -> Cell.Content {
    let content = sentences.content(of: input.value, input.type)
    guard case .number(let number) = content, let address = aggregates[input.name] else {
      return content
    }
    return .formula(address, number)
  }

  // MARK: Formulas

  private func write(
    _ title: String, _ formulas: [String], _ steps: [ExplainedStep], _ settings: [PlanSetting]
  ) throws(WorkbookError) {
    sheet.skipRow()
    try sheet.append([Cell(title, CellStyle(role: .part, wraps: true), columns: Self.columns)])
    let lines =
      formulas + steps.reversed().map(sentences.step) + settings.map(sentences.setting)
    for line in lines { try sheet.append([Cell(line, .prose, columns: Self.columns)]) }
  }
}

extension ReportSentences {
  /// A value as a cell holds it: numbers and truths as such, dates, periods and what is missing as texts.
  func content(of value: Value, _ type: ValueType?) -> Cell.Content {
    switch (value, type) {
    case (.number, .date), (.number, .period): .text(self.value(value, type))
    case (.number(let number), _): .number(number)
    case (.truth(let truth), _): .truth(truth)
    default: .text(self.value(value, type))
    }
  }
}
