/// The table that says which files a page rests on, with their hashes.
struct SourceTables {
  private let sources: ReportSources
  private let wording: Wording

  init(_ sources: ReportSources, _ wording: Wording) {
    (self.sources, self.wording) = (sources, wording)
  }

  var markup: String {
    let kinds: [(Phrase, [ReportFile])] = [
      (.dataFile, sources.inputFiles), (.policyFile, sources.policyFiles),
    ]
    let rows = kinds.flatMap { phrase, files in
      files.map { file in
        Markup.row([
          Markup.Cell(wording(phrase), "short"), Markup.Cell(file.name),
          Markup.Cell(file.sha256, "hash"),
        ])
      }
    }
    if rows.isEmpty { return "" }
    let heads = [wording.heading(.file), "", "SHA-256"].map { Markup.Cell($0, isHeading: true) }
    return Markup.table(heads, rows, "small")
  }
}
