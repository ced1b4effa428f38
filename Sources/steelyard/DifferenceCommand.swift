import ArgumentParser
import ColumnStore
import Diagnostics
import ResultRecords

struct DifferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "difference",
    abstract: "Says how a re-run differs from the published result, and why.",
    discussion: """
      Compares two results of `score`, subject by subject and column by column. Where both have \
      their manifests beside them, it says what differs in the jobs too: program, policy, data, \
      options, parameters. Rows are matched by the first column, and by `period` where both have \
      it; their order does not matter.

      Exit codes: 0 nothing differs; 1 something does; 3 a file cannot be read, is damaged, or has \
      a key twice.

      Example:
        steelyard difference published.csv corrected.csv --by total
      """)

  @Argument(help: "The result as it was published.")
  var old: String

  @Argument(help: "The result of the re-run.")
  var new: String

  @Option(parsing: .unconditional, help: "How many of the largest movers the text shows.")
  var top = 20

  @Option(
    help: ArgumentHelp(
      "The column whose changes make the largest movers; by default final, total, or the first.",
      valueName: "column"))
  var by: String?

  @Option(help: "What standard output carries: text, json or csv.")
  var format: TableFormat = .text

  @Flag(help: "Show no progress.")
  var quiet = false

  func validate() throws {
    if top < 0 { throw ValidationError("--top must be at least 0") }
    for file in [old, new] {
      if file.isEmpty { throw ValidationError("difference needs the names of two results") }
      try ResultName.check(file)
    }
  }

  func run() throws {
    try Outcome.report {
      let progress = ProgressLine(isQuiet: quiet)
      defer { progress.finish() }
      let difference = try difference(progress)
      try checkColumn(of: difference)
      let jobs = try DifferenceJobs(difference)
      progress.finish()
      try print(difference, jobs)
      if !difference.isEmpty { throw Outcome.findings }
    }
  }

  private func difference(_ progress: ProgressLine) throws -> ResultDifference {
    do throws(ResultFileError) {
      return try ResultDifference(
        old: ResultFile(contentsOf: old), new: ResultFile(contentsOf: new), progress: progress.show)
    } catch {
      progress.finish()
      DifferenceText.complain(error)
      throw Outcome.dataFault
    }
  }

  private func checkColumn(of difference: ResultDifference) throws {
    let names = difference.columns.map(\.name)
    guard let by, !names.contains(by) else { return }
    let hint = Spelling.didYouMean(by, among: names) ?? "they are \(names.joined(separator: ", "))"
    throw ValidationError("--by takes a column that both results have, not \"\(by)\"; \(hint)")
  }

  private func print(_ difference: ResultDifference, _ jobs: DifferenceJobs) throws {
    switch format {
    case .text:
      let text = DifferenceText(difference, jobs, by: by ?? difference.leadingColumn, top: top)
      Terminal.print(Terminal.harmless(text.text))
    case .json:
      let document = try OutputFormat.json(DifferenceDocument(difference, jobs))
      try DifferenceChanges(difference).writeJSON(after: document, to: Terminal.write)
    case .csv:
      DifferenceChanges(difference).writeCSV(to: Terminal.write)
    }
  }
}
