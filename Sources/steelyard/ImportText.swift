import DataImport

/// What people read of an import.
enum ImportText {
  /// What became of the rows of each file, and what was written.
  static func lines(_ summary: ImportSummary, folder: String, seconds: Double) -> [String] {
    var lines = summary.files.map { "\($0.name): \(counts($0.counts))" }
    for table in summary.tables {
      lines.append("\(table.name): \(table.rows.counted("row")) written")
    }
    let all = summary.counts
    let tables = summary.tables.map { "\($0.name).csv" }.joined(separator: ", ")
    lines.append("repairs.csv: \(all.repairs.counted("cell")) repaired")
    lines.append("wrote \(tables) to \(folder) in \(seconds.rounded(to: 2)) s")
    if all.rejected > 0 {
      lines.append("warning: what stands in rejects.csv is not in the tables")
    }
    if all.rejectedWithoutSubject > 0 {
      let (rows, they) = all.rejectedWithoutSubject == 1 ? ("row", "it is") : ("rows", "they are")
      lines.append(
        "warning: of \(all.rejectedWithoutSubject) rejected \(rows) nobody can tell whose \(they)")
    }
    for file in summary.files where file.hasUncertainFormulas {
      lines.append(
        "warning: \(file.name) has formulas that are to be worked out anew when it is opened; the values "
          + "read may be old: open it in a spreadsheet program, save it, and import it again")
    }
    if let count = all.dropped[.unverifiedTotal] {
      lines.append(
        "warning: \(count.counted("total")) could not be compared, for rows above are rejected"
      )
    }
    return lines
  }

  /// `12 rows in, 9 used, 1 rejected, 2 totals`
  private static func counts(_ counts: RowCounts) -> String {
    let totals = (counts.dropped[.totalRow] ?? 0) + (counts.dropped[.unverifiedTotal] ?? 0)
    let parts: [(count: Int, one: String, many: String)] = [
      (counts.setAside, "set aside", "set aside"),
      (counts.filtered, "filtered out", "filtered out"),
      (totals, "row of totals", "rows of totals"),
      (counts.dropped[.repeatedHeader] ?? 0, "repeated header", "repeated headers"),
      (counts.dropped[.pageLine] ?? 0, "line that is no row", "lines that are no rows"),
      (counts.dropped[.earlierRow] ?? 0, "earlier row", "earlier rows"),
      (counts.dropped[.outsidePeriod] ?? 0, "outside the period", "outside the period"),
      (counts.blank, "blank", "blank"),
    ]
    let fixed = "\(counts.read.counted("row")) in, \(counts.used) used, \(counts.rejected) rejected"
    let others = parts.filter { $0.count > 0 }
      .map { "\($0.count) \($0.count == 1 ? $0.one : $0.many)" }
    return ([fixed] + others).joined(separator: ", ")
  }

  /// Why nothing was written.
  static func questions(_ count: Int) -> String {
    "\(count.counted("question")) to answer in the map; nothing was written"
  }
}
