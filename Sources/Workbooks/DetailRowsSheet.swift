import Reports
import ScorecardPolicy
import ScoringPlan

/// The sheet of the detail rows that a person's aggregates were formed from, all of them, with each
/// aggregate as a formula below its rows.
struct DetailRowsSheet {
  /// Where the aggregates stand, as formulas write it, by the names of the inputs.
  private(set) var addresses: [String: String] = [:]

  private let sentences: ReportSentences
  private let sheet: Sheet

  /// The inputs of a report that have detail rows, each once.
  static func inputs(of report: SubjectReport) -> [ExplainedInput] {
    var seen: Set<String> = []
    let explanation = report.explanation
    let inputs =
      explanation.dimensions.flatMap(\.measures).flatMap(\.inputs)
      + explanation.gates.flatMap(\.inputs) + explanation.results.flatMap(\.inputs)
    return inputs.filter { !$0.rows.isEmpty && seen.insert($0.name).inserted }
  }

  /// How many rows the sheet has: a title, and for each input an empty one, two of headings and a sum
  /// beside those of its detail rows.
  static func rowCount(of inputs: [ExplainedInput]) -> Int {
    inputs.reduce(1) { $0 + $1.rows.count + 4 }
  }

  /// Writes the rows behind inputs to a sheet.
  init(
    _ inputs: [ExplainedInput], _ sentences: ReportSentences, to sheet: Sheet
  ) throws(WorkbookError) {
    (self.sentences, self.sheet) = (sentences, sheet)
    try sheet.append([Cell(sentences.wording(SheetWord.detailRows), .title)])
    var width = 1
    for input in inputs {
      sheet.skipRow()
      width = max(width, try write(input))
    }
    sheet.keepTexts(columns: width)
  }

  /// Writes a table; how many columns it has.
  private mutating func write(_ input: ExplainedInput) throws(WorkbookError) -> Int {
    let names = input.rows[0].values.map(\.name)
    let title = sentences.wording(.rowsOf, input.name)
    try sheet.append([Cell(title, CellStyle(role: .part, runsOn: true))])
    let isText = input.rows[0].values.map { if case .text = $0.value { true } else { false } }
    try sheet.append(zip(names, isText).map { Cell($0, $1 ? .heading : .numberHeading) })
    let first = sheet.nextRow
    for row in input.rows { try sheet.append(row.values.map { cell(of: $0.value, $0.type) }) }
    try writeAggregate(input, first...(sheet.nextRow - 1))
    return names.count
  }

  private func cell(of value: Value, _ type: ValueType?) -> Cell {
    let content = sentences.content(of: value, type)
    if case .text = content {
      let isText = if case .text = value { true } else { false }
      return Cell(content, CellStyle(numberFormat: "@", alignsRight: !isText))
    }
    return Cell(content, CellStyle())
  }

  /// Writes the aggregate below what it is formed from.
  private mutating func writeAggregate(
    _ input: ExplainedInput, _ rows: ClosedRange<Int>
  ) throws(WorkbookError) {
    let names = input.rows[0].values.map(\.name)
    let column =
      input.aggregate?.sourceName.flatMap { names.lastIndex(of: $0) } ?? max(0, names.count - 1)
    let style = CellStyle(role: .sum)
    var content = sentences.content(of: input.value, input.type)
    if case .number(let value) = content {
      addresses[input.name] = CellAddress.fixed(column, sheet.nextRow, of: sheet.name)
      content = formula(of: input, value, column, rows).map { .formula($0, value) } ?? content
    }
    let before = (0..<column).map { Cell($0 == 0 ? .text(input.name) : .blank, style.running) }
    try sheet.append(before + [Cell(content, style)])
  }

  /// The aggregate by its rows; nil where no function of spreadsheet programs gives its value.
  private func formula(
    of input: ExplainedInput, _ value: Double, _ column: Int, _ rows: ClosedRange<Int>
  ) -> String? {
    let letters = CellAddress.letters(column)
    let cells = "\(letters)\(rows.lowerBound):\(letters)\(rows.upperBound)"
    guard let function = input.aggregate?.function else { return nil }
    if function == .count { return value == Double(input.rows.count) ? "ROWS(\(cells))" : nil }
    let numbers = input.rows.compactMap { row -> Double? in
      guard case .number(let number) = row.contribution, column < row.values.count else {
        return nil
      }
      return row.values[column].value == row.contribution ? number : nil
    }
    guard numbers.count == input.rows.count, let first = numbers.first else { return nil }
    let found: (formula: String, value: Double)? =
      switch function {
      case .sum: ("SUM(\(cells))", numbers.reduce(0, +))
      case .average: ("AVERAGE(\(cells))", numbers.reduce(0, +) / Double(numbers.count))
      case .minimum: ("MIN(\(cells))", numbers.reduce(first, min))
      case .maximum: ("MAX(\(cells))", numbers.reduce(first, max))
      case .count, .first, .last, .streak: nil
      }
    guard let found, abs(found.value - value) <= 1e-9 * max(1, abs(value)) else { return nil }
    return found.formula
  }
}

extension CellStyle {
  /// The same, running on over the cells to its right.
  fileprivate var running: CellStyle {
    var style = self
    style.runsOn = true
    return style
  }
}
