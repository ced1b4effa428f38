import PolicyAnalysis

/// The JSON of `analyze incentives --id`.
struct SubjectIncentivesDocument: Encodable {
  let key: String
  let grade: String?
  let band: String?
  let cells: [Cell]

  struct Cell: Encodable {
    let column: String
    let row: Int?
    let direction: String?
    let value: Double
    let region: String
    let cause: IncentivesDocument.Cause?
    let edge: Double?
    let needed: Double?
    let reached: String?
    let share: Double?
  }

  init(_ person: SubjectIncentives, _ analysis: IncentiveAnalysis, key: String) {
    self.key = key
    grade = analysis.grading?.name
    band = person.band.map(analysis.label)
    cells = person.cells.map { cell in
      let column = analysis.columns[cell.column]
      return Cell(
        column: column.column.name, row: column.column.table == 0 ? nil : cell.row,
        direction: column.direction?.rawValue, value: cell.value, region: cell.region.rawValue,
        cause: cell.cause.map(IncentivesDocument.Cause.init), edge: cell.edge,
        needed: cell.needed, reached: cell.reached.map(analysis.label), share: cell.share)
    }
  }
}
