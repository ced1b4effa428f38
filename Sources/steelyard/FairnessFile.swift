import ColumnStore
import PolicyAnalysis

/// The CSV of `analyze fairness`: one row for each group of each column.
struct FairnessFile {
  let bytes: [UInt8]

  init(_ report: FairnessReport) {
    let twice = report.comparesPolicies
    let figures = ["mean_final", "best", "share", "ratio", "below_four_fifths", "pay", "mean_pay"]
    var writer = DelimitedWriter()
    writer.appendHeader(
      ["column", "group", "people"] + figures
        + (twice
          ? figures.map { "then.\($0)" }
            + ["gain_more", "gain", "same", "lose", "lose_more"] : []))
    for table in report.analysis.tables {
      for group in table.groups {
        writer.append(table.division.column)
        writer.append(FairnessReport.words(group))
        writer.append(group.count)
        Self.append(group.figures, to: &writer)
        if let other = group.otherFigures { Self.append(other, to: &writer) }
        if let gains = group.gains {
          for count in [gains.gainMore, gains.gain, gains.same, gains.lose, gains.loseMore] {
            writer.append(count)
          }
        }
        writer.endRow()
      }
    }
    bytes = writer.bytes
  }

  private static func append(_ figures: FairnessFigures, to writer: inout DelimitedWriter) {
    writer.append(figures.meanFinal)
    writer.append(figures.bestCount)
    writer.append(figures.bestShare)
    append(figures.ratio, to: &writer)
    writer.append(figures.isBelowFourFifths ? "TRUE" : "FALSE")
    append(figures.pay, to: &writer)
    append(figures.meanPay, to: &writer)
  }

  private static func append(_ number: Double?, to writer: inout DelimitedWriter) {
    if let number { writer.append(number) } else { writer.appendEmpty() }
  }
}
