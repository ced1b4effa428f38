import ColumnStore
import PolicyAnalysis

/// The CSV of `analyze incentives --id`: one row for each cell of the person.
struct SubjectIncentivesFile {
  let bytes: [UInt8]

  init(_ person: SubjectIncentives, _ analysis: IncentiveAnalysis, key: String) {
    var writer = DelimitedWriter()
    writer.appendHeader([
      analysis.scored.plan.tables[0].keyName, "column", "row", "direction", "value", "region",
      "cause", "edge", "needed", "reached", "share",
    ])
    for cell in person.cells {
      let column = analysis.columns[cell.column]
      writer.append(key)
      writer.append(column.column.name)
      if column.column.table == 0 { writer.appendEmpty() } else { writer.append(cell.row) }
      writer.append(column.direction?.rawValue ?? "")
      writer.append(cell.value)
      writer.append(cell.region.rawValue)
      writer.append(IncentivesText.words(cell.cause))
      for number in [cell.edge, cell.needed] {
        if let number { writer.append(number) } else { writer.appendEmpty() }
      }
      writer.append(cell.reached.map(analysis.label) ?? "")
      if let share = cell.share { writer.append(share) } else { writer.appendEmpty() }
      writer.endRow()
    }
    bytes = writer.bytes
  }
}
