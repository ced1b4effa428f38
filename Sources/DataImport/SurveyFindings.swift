/// What was seen in the files that stands in the way of an import.
struct SurveyFindings {
  private(set) var faults: [ImportFault] = []
  private(set) var questions: [ImportQuestion] = []

  init(_ map: ImportMap, _ files: [ImportedFile], _ survey: Survey) {
    for file in files {
      let source = map.sources[file.source]
      for (index, profile) in (file.profiles ?? []).enumerated() {
        questions += profile.questions().map { question in
          Self.question(question, source, source.columns[index], file)
        }
      }
      for column in file.farRows.keys.sorted() {
        questions.append(Self.question(file.farRows[column], source, column, file))
      }
      questions += Self.questions(ofSplit: file, source, survey)
      if !source.totals.acceptsDisagreement {
        faults += file.totals.disagreements.compactMap { Self.fault($0, source, file, survey) }
      }
    }
    questions += (survey.transfers?.questions ?? []) + survey.questions
  }

  private static func question(
    _ question: ColumnQuestion, _ source: MapSource, _ column: MapColumn, _ file: ImportedFile
  ) -> ImportQuestion {
    ImportQuestion(
      file: file.name, path: "sources.\(source.name).columns.\(column.name)",
      words: "column \(column.name): \(question.words)", count: question.count,
      examples: question.examples.map { ImportQuestion.Example(line: $0.line, text: $0.text) },
      choices: question.choices.map { ImportQuestion.Choice(entry: $0.entry, words: $0.words) })
  }

  private static func question(
    _ found: ImportedFile.FarRows?, _ source: MapSource, _ column: Int, _ file: ImportedFile
  ) -> ImportQuestion {
    let name = source.columns[column].name
    let near = source.columns[column].near ?? ""
    return ImportQuestion(
      file: file.name, path: "sources.\(source.name).columns.\(name)",
      words: "column \(name): values more than five times those of \(near), or less than a fifth; "
        + "is it 时点 where 日均 is meant, or another unit",
      count: found?.count ?? 0, examples: found?.examples ?? [],
      choices: [
        ImportQuestion.Choice(entry: "ratio: accept", words: "takes the values as they are"),
        ImportQuestion.Choice(
          entry: "header: ...", words: "reads another column, whose header is named here"),
      ])
  }

  /// Numbers of people who are split, of which nobody has said whether they are split with them.
  private static func questions(
    ofSplit file: ImportedFile, _ source: MapSource, _ survey: Survey
  ) -> [ImportQuestion] {
    guard file.splitRows.count > 0 else { return [] }
    return (survey.plans[file.source].split?.undecided ?? []).map { column in
      let name = source.columns[column].name
      return ImportQuestion(
        file: file.name, path: "sources.\(source.name).columns.\(name)",
        words:
          "column \(name): is it a number of the whole period, to be split with the people that are",
        count: file.splitRows.count, examples: file.splitRows.examples,
        choices: [
          ImportQuestion.Choice(
            entry: "split: days", words: "gives each part the share of its days"),
          ImportQuestion.Choice(entry: "split: copy", words: "gives each part what stands there"),
        ])
    }
  }

  /// A total that the rows do not reach; nil where rows cannot be read or stand twice, so that nobody
  /// can say what their sum is.
  private static func fault(
    _ disagreement: TotalsLedger.Disagreement, _ source: MapSource, _ file: ImportedFile,
    _ survey: Survey
  ) -> ImportFault? {
    guard !disagreement.isUnknown, !survey.leavesOutRows(of: file.index) else { return nil }
    let names = source.columns.filter { $0.isSummed && $0.constant == nil }.map(\.name)
    let sums = disagreement.columns.map { column, total, sum in
      "\(names[column]): the total is \(total), the rows above add up to \(sum)"
    }
    return ImportFault(
      "\(file.name):\(disagreement.line): the rows do not add up to this row of totals",
      notes: sums,
      suggestion: "correct the file; or say total: ignore for a column that is no sum, or totals: "
        + "{disagreement: accept} for source \(source.name)")
  }
}
