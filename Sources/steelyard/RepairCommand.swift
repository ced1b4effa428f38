import AHP
import ArgumentParser
import ColumnStore
import Diagnostics
import JudgementRepair
import ScoringEngine

struct RepairCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair",
    abstract: "Finds the fewest judgements to change so that they are consistent.",
    discussion: """
      Lists every smallest set of judgements that can bring the consistency ratio (by the \
      eigenvector) below a maximum, with values on the scale 1/9 ... 9, and what each does to the \
      weights. That fewer judgements do not suffice is proven. It proposes, and changes nothing: ask \
      again whoever judged. Of a panel it repairs one respondent's judgements.

      Example:
        steelyard repair matrix.csv
        steelyard repair matrix.csv --proposal 1 --output revised.csv
      """)

  @Argument(help: "The judgement file.")
  var file: String

  @Option(
    name: .customLong("maximum-ratio"),
    help: "The consistency ratio that the judgements must come below.")
  var maximumRatio = 0.1

  @Option(
    name: .customLong("random-index"),
    help:
      "The random index for the consistency ratio: \(RandomIndex.all.map(\.name).joined(separator: ", "))."
  )
  var randomIndex: RandomIndex = .saaty1980

  @Option(help: "The set of judgements, where a panel file holds several.")
  var set: String?

  @Option(help: "Whose judgements, where several people judged.")
  var respondent: String?

  @Option(help: "The number of the proposal that --output writes.")
  var proposal: Int?

  @Option(help: "A square judgement file to write, with the proposal chosen.")
  var output: String?

  @Option(help: "What standard output carries: text or json.")
  var format: OutputFormat = .text

  @Flag(help: "Show no progress.")
  var quiet = false

  func validate() throws {
    guard maximumRatio > 0, maximumRatio.isFinite else {
      throw ValidationError("--maximum-ratio must be above 0")
    }
    guard (proposal == nil) == (output == nil) else {
      throw ValidationError("--proposal N chooses what --output FILE writes: give both or neither")
    }
  }

  func run() throws {
    try Outcome.report {
      let judgements = try JudgementFile.read(file)
      let matrix = try chosenMatrix(of: judgements)
      let report = try search(matrix)
      try write(report)
      switch format {
      case .json: Terminal.print(try OutputFormat.json(RepairDocument(report)))
      case .text: Terminal.print(RepairText.text(report, file: file))
      }
      Terminal.complain(judgements.findings)
    }
  }

  private func search(_ matrix: PairwiseComparisonMatrix) throws -> RepairReport {
    let progress = ProgressLine(isQuiet: quiet)
    defer { progress.finish() }
    do {
      return try RepairSearch(matrix, randomIndex: randomIndex, maximumRatio: maximumRatio).report {
        progress.show(
          WorkProgress(
            activity: "changing \($0.size) of \(matrix.upperTriangle.count) judgements",
            done: Int($0.share * 1000), total: 1000))
      }
    } catch let error as RepairError {
      throw DiagnosedFailure([
        Diagnostic(code: "judgement.no-random-index", "\(error)", suggestion: error.suggestion)
      ])
    }
  }

  private func chosenMatrix(of judgements: JudgementFile) throws -> PairwiseComparisonMatrix {
    let chosen = try choose(
      judgements.sets, of: "set", set, option: "--set", name: \.name)
    let respondent = try choose(
      chosen.respondents, of: "respondent", respondent, option: "--respondent", name: \.name)
    return try chosen.matrix(of: respondent)
  }

  /// The one that is named, or the only one.
  private func choose<Choice>(
    _ all: [Choice], of kind: String, _ wanted: String?, option: String,
    name: (Choice) -> String?
  ) throws -> Choice {
    let names = all.compactMap(name)
    if let wanted {
      if let found = all.first(where: { name($0) == wanted }) { return found }
      let hint =
        Spelling.didYouMean(wanted, among: names)
        ?? (names.isEmpty
          ? "it holds one \(kind) without a name; leave \(option) out"
          : "its \(kind)s are \(names.joined(separator: ", "))")
      throw ValidationError("\(file) has no \(kind) \"\(wanted)\"; \(hint)")
    }
    guard all.count == 1 else {
      throw ValidationError(
        "\(file) holds several \(kind)s; name one by \(option): "
          + names.joined(separator: ", "))
    }
    return all[0]
  }

  private func write(_ report: RepairReport) throws {
    guard let proposal, let output else { return }
    guard report.proposals.indices.contains(proposal - 1) else {
      let last = report.proposals.count
      throw ValidationError(
        "there is no proposal \(proposal); "
          + (last == 0
            ? "nothing is proposed for these judgements"
            : last == 1 ? "the only one is 1" : "they are 1 to \(last)"))
    }
    try OutputFiles.protect([file], from: [output])
    var file = try OutputFiles.begin { () throws(AtomicFileError) in try AtomicFile(output) }
    try file.write(Array(report.proposals[proposal - 1].matrix.squareFile.utf8))
    try file.commit()
  }
}
