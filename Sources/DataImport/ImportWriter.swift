import ColumnStore

/// Writes the tables, the log and the list of rejected rows from a second reading of the files.
final class ImportWriter {
  private let map: ImportMap
  private let survey: Survey
  private let outputs: ImportFiles
  private let fileNames: [String]
  private(set) var summary = ImportSummary()
  private var rowCounts: [Int]
  /// The keys of which a row was written, of tables with one row for each.
  private var written: [Int: Set<UInt64>] = [:]

  init(_ map: ImportMap, _ survey: Survey, _ outputs: ImportFiles, fileNames: [String]) {
    (self.map, self.survey, self.outputs, self.fileNames) = (map, survey, outputs, fileNames)
    rowCounts = Array(repeating: 0, count: map.tables.count)
  }

  private var repairsPlace: Int { map.tables.count }
  private var rejectsPlace: Int { map.tables.count + 1 }

  /// Writes the rows of a file.
  func write(_ file: ImportedFile, _ rounds: BlockRounds) throws {
    let plan = survey.plans[file.source]
    let workers = (0..<(plan.fillsDown ? 1 : rounds.threads)).map { _ in
      WriteWorker(file, survey, fileNames: fileNames)
    }
    var counts = RowCounts()
    try rounds.run(
      file.rows, workers.map(\.block), work: { workers[$0].process() },
      take: { index in
        let worker = workers[index]
        counts += worker.counts
        for (rows, output) in zip(plan.rows, worker.tables) { try take(rows, output) }
        try append(worker.repairs, repairsPlace)
        try append(worker.rejects, rejectsPlace)
      })
    try logWholeFile(file, plan, counts, workers.map(\.judge))
    summary.files.append(
      ImportSummary.File(
        name: file.name, source: plan.source.name, counts: counts,
        hasUncertainFormulas: file.rows.hasUncertainFormulas))
  }

  private func take(_ rows: SourcePlan.Rows, _ output: WriteWorker.Output) throws {
    guard rows.isOneForKey else {
      rowCounts[rows.table] += output.rowCount
      return try append(output, rows.table)
    }
    try output.writer.withBytes { bytes in
      var start = 0
      for (key, end) in output.rows {
        if written[rows.table, default: []].insert(key).inserted {
          rowCounts[rows.table] += 1
          try outputs.write(rows.table, UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
        }
        start = end
      }
    }
  }

  private func append(_ output: WriteWorker.Output, _ place: Int) throws {
    try output.writer.withBytes { try outputs.write(place, $0) }
  }

  /// What was done to all cells of a column alike stands in the log once, with their number.
  private func logWholeFile(
    _ file: ImportedFile, _ plan: SourcePlan, _ counts: RowCounts, _ judges: [RowJudge]
  ) throws {
    var writer = DelimitedWriter()
    func log(_ column: String, _ before: String, _ after: String, _ rule: String) {
      for text in [file.name, "", column, before, after, rule] { writer.append(text) }
      writer.endRow()
    }
    for change in file.rows.changes { log("", change.before, change.after, change.rule) }
    for (index, column) in plan.source.columns.enumerated() {
      if let field = file.layout.fields[index], file.layout.headers[field] != column.name {
        log(column.name, file.layout.headers[field], column.name, "header")
      }
      let count = judges.reduce(0) { $0 + $1.converted[index] }
      if count > 0 {
        let form = file.layout.forms[index]
        let cells = count == 1 ? "1 cell" : "\(count) cells"
        log(
          column.name, "\(cells) in \(form.fileUnit.name)", form.unit.name,
          RepairRule.unitOfColumn.rawValue)
      }
    }
    if counts.filtered > 0 {
      log("", counts.filtered == 1 ? "1 row" : "\(counts.filtered) rows", "", "where")
    }
    try writer.withBytes { try outputs.write(repairsPlace, $0) }
  }

  /// Writes the tables with `pivot`, and ends the summary.
  func writePivots() throws {
    for (index, table) in map.tables.enumerated() {
      guard let pivot = survey.pivots[index], let source = map.source(table.source) else {
        continue
      }
      let isOfSubjects = table.key == map.subject
      var writer = DelimitedWriter()
      try pivot.forEach { key, row in
        if isOfSubjects, survey.rejectedSubjects[key] != nil { return }
        if survey.rejectedKeys[source]?[key] != nil { return }
        for cell in row { writer.append(cell) }
        writer.endRow()
        rowCounts[index] += 1
        if writer.count > 1 << 20 {
          try writer.withBytes { try outputs.write(index, $0) }
          writer.removeBytes()
        }
      }
      try writer.withBytes { try outputs.write(index, $0) }
    }
    summary.tables = zip(map.tables, rowCounts).map { table, rows in
      ImportSummary.Table(name: table.name, rows: rows)
    }
  }
}
