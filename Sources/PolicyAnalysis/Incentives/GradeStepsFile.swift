import ColumnStore

/// The steps to better bands as a table: one row for each person, or for each person and column.
public struct GradeStepsFile: Sendable {
  private let analysis: IncentiveAnalysis
  private let steps: [GradeStep]

  /// A table of the cheapest steps, or of those of all columns, a person's cheapest first.
  public init(_ analysis: IncentiveAnalysis, allColumns: Bool = false) {
    self.analysis = analysis
    steps =
      allColumns
      ? analysis.columns.flatMap(\.steps).sorted {
        ($0.subject, $0.share, $0.column) < ($1.subject, $1.share, $1.column)
      } : analysis.steps
  }

  /// The table as comma-separated UTF-8 text: the key, the band now and the band reached, the column, the
  /// person's row in a detail table, what the cell holds and would have to hold, the change, and the
  /// change as a share of the column's usual range.
  public var bytes: [UInt8] {
    var writer = DelimitedWriter()
    writer.appendHeader([
      analysis.scored.plan.tables[0].keyName, "grade", "next_grade", "column", "row", "from", "to",
      "change", "share",
    ])
    for step in steps {
      let (from, to) = analysis.numbers(of: step)
      let column = analysis.columns[step.column].column
      writer.append(analysis.key(of: step.subject))
      writer.append(analysis.label(ofBand: step.band))
      writer.append(analysis.label(ofBand: step.reached))
      writer.append(column.name)
      if let row = analysis.rowNumber(of: step) { writer.append(row) } else { writer.appendEmpty() }
      writer.append(from)
      writer.append(to)
      writer.append(column.grid.number(step.to - step.from))
      writer.append(step.share)
      writer.endRow()
    }
    return writer.bytes
  }
}
