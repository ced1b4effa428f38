import Calendars
import ColumnStore
import Databases
import PlanSQL
import ScorecardPolicy
import ScoringEngine
import ScoringPlan

/// Takes the rows that a database gives for a plan's subjects, in the order of their keys, and writes
/// those that are scored as the engine writes them.
struct PushedReading: ~Copyable {
  private let plan: Plan
  private let options: PushedOptions
  private let textNames: [String]
  private let outputs: [Output]
  private typealias Output = (name: String, type: ValueType, register: Register)

  /// Where among the cells the text stands whose groups the ranking orders by.
  private let groupPlace: Int?
  /// Where among the cells the rank stands that orders the rows.
  private let rankPlace: Int?
  /// Where among the cells the amount paid stands.
  private let payPlace: Int?
  private var writer = DelimitedWriter()
  private(set) var rows = PushedRows()
  private(set) var payroll = ExactSum()
  private(set) var rejected: [PushedRejection] = []
  private(set) var undecided: [PushedRejection] = []

  init(_ plan: Plan, _ options: PushedOptions) {
    self.plan = plan
    self.options = options
    let subjects = plan.tables[0]
    let texts = subjects.columns.filter { $0.type == .text }.map(\.name)
    let outputs = plan.outputs(writesMeasures: options.measures)
    textNames = texts
    self.outputs = outputs
    let first = 1 + texts.count
    func place(_ register: Register?) -> Int? {
      outputs.firstIndex { $0.register == register }.map { first + $0 }
    }
    rankPlace = place(options.sort?.result)
    payPlace = place(plan.payroll?.register)
    groupPlace = options.sort?.within.map { within in
      within == .key ? 0 : 1 + (texts.firstIndex(of: subjects.columns[within.index - 1].name) ?? 0)
    }
  }

  /// The names of the columns that are written.
  var header: [String] {
    plan.resultColumns(period: options.period != nil, measures: options.measures)
  }

  /// Takes a row: the key, the texts, the outputs, why it is rejected, and why it is undecided.
  mutating func take(_ cells: [DatabaseCell]) throws(PushedScoringError) {
    let end = 1 + textNames.count + outputs.count
    let key = cells[0].text ?? ""
    if let reason = cells[end + 1].text {
      undecided.append(PushedRejection(key: key, reason: reason))
    } else if let reason = cells[end].text {
      rejected.append(PushedRejection(key: key, reason: reason))
    } else {
      try write(cells, key: key)
    }
  }

  private mutating func write(_ cells: [DatabaseCell], key: String) throws(PushedScoringError) {
    writer.append(key)
    if let period = options.period { writer.append(period) }
    for place in textNames.indices { append(text: cells[1 + place]) }
    for (place, output) in outputs.enumerated() {
      try append(cells[1 + textNames.count + place], output, key: key)
    }
    writer.endRow()
    if let payPlace, let amount = cells[payPlace].number { payroll.add(amount) }
    let group = groupPlace.flatMap { cells[$0].text }
    let rank = rankPlace.flatMap { cells[$0].number }.map { Int($0) }
    writer.withBytes { rows.append($0, group: group, rank: rank) }
    writer.removeBytes()
  }

  private mutating func append(text cell: DatabaseCell) {
    if let text = cell.text { writer.append(text) } else { writer.appendEmpty() }
  }

  /// Days and periods come as their numbers.
  private mutating func append(
    _ cell: DatabaseCell, _ output: Output, key: String
  ) throws(PushedScoringError) {
    switch (output.type, cell) {
    case (_, .null): writer.appendEmpty()
    case (.text, .text(let text)): writer.append(text)
    case (.truth, .truth), (.truth, .integer): writer.append(cell.isTrue ? "TRUE" : "FALSE")
    case (.number, _), (.date, _), (.period, _):
      guard let number = cell.number, number.isFinite else {
        throw .unexpected(column: output.name, key: key)
      }
      append(number, output.type)
    default: throw .unexpected(column: output.name, key: key)
    }
  }

  private mutating func append(_ number: Double, _ type: ValueType) {
    switch type {
    case .date: writer.append(CivilDate(number: Int(number)).description)
    case .period: writer.append(CivilPeriod(number: Int(number)).description)
    case .number, .truth, .text: writer.append(number)
    }
  }
}
