import ColumnStore
import PolicyAnalysis

/// The text of `analyze incentives --id`: what doing better brings to one person.
struct SubjectIncentivesText {
  let text: String

  init(_ person: SubjectIncentives, _ analysis: IncentiveAnalysis, key: String) {
    var table = TextTable([
      ("column", .left), ("row", .right), ("", .left), ("value", .right), ("stands where", .left),
      ("edge", .right), ("because of", .left), ("needed", .right), ("for", .left),
      ("share", .right),
    ])
    for cell in person.cells {
      let column = analysis.columns[cell.column]
      table.add([
        column.column.name, column.column.table == 0 ? "" : "\(cell.row)",
        IncentivesText.words(column.direction), PlainDecimal.text(cell.value),
        IncentivesText.words(cell.region), cell.edge.map(PlainDecimal.text) ?? "",
        IncentivesText.words(cell.cause), cell.needed.map(PlainDecimal.text) ?? "",
        cell.reached.map(analysis.label) ?? "", cell.share?.rounded(to: 2) ?? "",
      ])
    }
    var head = key
    if let band = person.band, let grading = analysis.grading {
      let label = analysis.label(ofBand: band)
      head += ", \(grading.name): \(label.isEmpty ? "none, as a gate bars from it" : label)"
    }
    text = head + "\n\n" + table.text()
  }
}
