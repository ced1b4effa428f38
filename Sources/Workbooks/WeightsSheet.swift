import Reports
import ScorecardPolicy
import ScoringEngine
import ScoringPlan

/// The sheet of all weights, to which the formulas of other sheets point.
struct WeightsSheet {
  private let plan: Plan
  private let values: ParameterVector
  private let wording: Wording
  private let sheet: Sheet
  /// Where each weight stands, as formulas write it.
  private(set) var addresses: [ParameterSlot: String] = [:]

  /// Writes the weights of a plan.
  init(
    _ scored: ScoredPopulation, _ wording: Wording, to sheet: Sheet
  ) throws(WorkbookError) {
    (plan, values, self.wording, self.sheet) = (scored.plan, scored.values, wording, sheet)
    try sheet.append([Cell(wording(.weights), .title)])
    let dimensions = plan.layout.dimensions
    func items(_ isBonus: Bool) -> [Item] {
      dimensions.filter { $0.isBonus == isBonus }.map {
        Item(title: wording.title($0.title, $0.name), weight: $0.weight)
      }
    }
    try write(wording(.dimensions), items(false), hasSum: true)
    try write(wording(.bonuses), items(true), hasSum: false)
    for dimension in dimensions {
      let measures = dimension.measures.map {
        Item(title: wording.title($0.title, $0.name), weight: $0.weight)
      }
      let title = wording.title(dimension.title, dimension.name)
      try write(title, measures, hasSum: dimension.rescales)
    }
  }

  /// The weight of one dimension or measure.
  private struct Item {
    let title: String
    let weight: TermWeight
  }

  /// A block of weights that are weighed against each other.
  private mutating func write(
    _ title: String, _ items: [Item], hasSum: Bool
  ) throws(WorkbookError) {
    guard let first = items.first else { return }
    sheet.skipRow()
    let choices = plan.lookup(of: first.weight)
    let heads = choices.map(\.lookup.keys) ?? [wording.heading(.weight)]
    if let choices {
      try sheet.append([Cell.blank(), Cell(plan.tables[0].columns[choices.column.index - 1].name)])
    }
    try sheet.append([Cell(title, .heading)] + heads.map { Cell($0, .numberHeading) })
    let start = sheet.nextRow
    for item in items {
      let slots =
        plan.lookup(of: item.weight)?.lookup.values ?? [item.weight.slot].compactMap(\.self)
      for (index, slot) in slots.enumerated() {
        addresses[slot] = CellAddress.fixed(index + 1, sheet.nextRow, of: sheet.name)
      }
      try sheet.append(
        [Cell(item.title)] + slots.map { Cell(.number(values[$0]), Self.style) })
    }
    if hasSum, items.count > 1 { try writeSums(start, items, choices: heads.count) }
  }

  private func writeSums(_ start: Int, _ items: [Item], choices: Int) throws(WorkbookError) {
    var cells = [Cell(wording(.sum), CellStyle.text.as(.sum))]
    for choice in 0..<choices {
      let letters = CellAddress.letters(choice + 1)
      let slots = items.compactMap { item in
        plan.lookup(of: item.weight).map { $0.lookup.values[choice] } ?? item.weight.slot
      }
      let sum = slots.reduce(0) { $0 + values[$1] }
      cells.append(
        Cell(
          .formula("SUM(\(letters)\(start):\(letters)\(start + items.count - 1))", sum),
          Self.style.as(.sum)))
    }
    try sheet.append(cells)
  }

  private static let style = CellStyle.number(4)
}

extension Plan {
  /// By which column of the subject table a weight is chosen, and how; nil for a weight that is the
  /// same for all.
  func lookup(of weight: TermWeight) -> (column: Register, lookup: Lookup)? {
    guard case .register(let register) = weight else { return nil }
    for case .subjectRows(let program) in stages {
      for instruction in program where instruction.result == register {
        if case .lookup(let index, let column, _) = instruction.operation {
          return (column, lookups[index])
        }
      }
    }
    return nil
  }
}
