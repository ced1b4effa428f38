import ArgumentParser
import ColumnStore
import Diagnostics
import Foundation
import ScoringEngine
import ScoringPlan

struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Scores and ranks every subject of a data set.",
    discussion: """
      Writes a CSV with dimension scores, total and rankings. Any row at fault stops the job, \
      unless --rejects names a file for such rows. Files appear whole or not at all.
      """)

  @Argument(help: "The policy file.")
  var policy: String

  @OptionGroup var data: DataOptions

  @Option(help: "The file to write.")
  var output: String

  @Option(help: "Score the good rows and write those at fault to this file.")
  var rejects: String?

  @Option(
    help:
      "The period the results are for, as 2026, 2026-10, 2026Q3 or 2026H1: a column of the result.")
  var period: Period?

  @Option(help: "The order of rows: input, or the name of a ranking.")
  var sort = "input"

  @Flag(help: "Write the score of each measure too, as dimension.measure.")
  var measures = false

  @Option(help: "How many threads to use; all processors by default. Does not change the result.")
  var threads: Int?

  @Flag(help: "Show no progress and no summary.")
  var quiet = false

  func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads must be at least 1") }
    if output.isEmpty { throw ValidationError("--output needs the name of a file") }
    if let rejects, Self.realPath(rejects) == Self.realPath(output) {
      throw ValidationError("--output and --rejects name the same file")
    }
  }

  func run() throws {
    try Outcome.report {
      let (plan, policyFiles) = try PolicyFile.plan(policy)
      let order = try order(in: plan)
      let files = try data.files(for: plan)
      try protect(policyFiles + files.values.joined() + (data.noticeFile.map { [$0] } ?? []))
      var results = try newFile(output)
      let progress = ProgressLine(isQuiet: quiet)
      let population = try Population.load(plan, files: files, progress: progress.show)
      let options = ScoringOptions(threads: threads, keepsMeasures: measures)
      let scored = PlanEngine(plan: plan).score(
        population, options: options, progress: progress.show)
      let rejected = scored.rejectedRows(threads: options.threads)
      if !rejected.isEmpty, rejects == nil {
        progress.finish()
        RejectionText.complain(rejected)
        throw Outcome.dataFault
      }
      let writer = ResultWriter(
        scored, period: period?.text, writesMeasures: measures, order: order,
        threads: options.threads)
      try write(writer, rejected, to: &results)
      progress.finish()
      if !quiet { summarise(scored, seconds: progress.seconds) }
      if !rejected.isEmpty {
        Terminal.note(
          "warning: ranks were formed without the rejected rows; they are in \(rejects ?? "")")
        throw Outcome.findings
      }
    }
  }

  private func order(in plan: Plan) throws -> ResultOrder {
    if sort == "input" { return .input }
    if let ranking = plan.rankings.first(where: { $0.name == sort }) { return .ranking(ranking) }
    let names = ["input"] + plan.rankings.map(\.name)
    throw ValidationError(
      "--sort takes \(names.joined(separator: ", ")), not \"\(sort)\"")
  }

  /// An output in place of an input would destroy what it was made from.
  private func protect(_ files: [String]) throws {
    let inputs = Set(files.map(Self.realPath))
    for file in [output] + (rejects.map { [$0] } ?? []) where inputs.contains(Self.realPath(file)) {
      throw ValidationError("\(file) is an input of this job; write the result to another file")
    }
  }

  private static func realPath(_ file: String) -> String {
    let url = URL(fileURLWithPath: file).resolvingSymlinksInPath()
    // A file that is not there yet may still lie in a folder reached by a link.
    return url.deletingLastPathComponent().resolvingSymlinksInPath()
      .appendingPathComponent(url.lastPathComponent).path
  }

  /// Begins a file before any work is done, so that a wrong path is told at once.
  private func newFile(_ path: String) throws -> AtomicFile {
    do throws(AtomicFileError) {
      return try AtomicFile(path)
    } catch {
      throw ValidationError("\(error)")
    }
  }

  private func write(
    _ writer: ResultWriter, _ rejected: [RejectedRow], to results: inout AtomicFile
  ) throws {
    try writer.write { bytes throws(AtomicFileError) in try results.write(bytes) }
    if let rejects {
      var file = try newFile(rejects)
      try file.write(RejectsWriter.bytes(of: rejected))
      try results.prepare()
      try file.commit()
    }
    try results.commit()
  }

  private func summarise(_ scored: ScoredPopulation, seconds: Double) {
    if let notice = data.notice { Terminal.note("notice: \(notice)") }
    for (index, counts) in scored.counts.enumerated() {
      var parts = [
        "\(counts.rowsIn) rows in", "\(counts.scored) \(index == 0 ? "scored" : "used")",
      ]
      parts.append("\(counts.rejected) rejected")
      if counts.setAside > 0 { parts.append("\(counts.setAside) set aside with rejected subjects") }
      if counts.ignored > 0 { parts.append("\(counts.ignored) of unknown keys ignored") }
      Terminal.note("\(counts.table): \(parts.joined(separator: ", "))")
    }
    Terminal.note("wrote \(output) in \(seconds.rounded(to: 2)) s")
  }
}
