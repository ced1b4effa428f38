import ArgumentParser
import ColumnStore
import Diagnostics
import Reports
import ResultRecords
import ScoringEngine
import ScoringPlan

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains a subject's total, grades and results, down to the cells they come from.",
    discussion: """
      Prints the explanation of one subject, or writes those of all to a folder, one file each: as \
      text, as JSON, as pages fit for printing (html), or as workbooks with live formulas (xlsx), in \
      English or Chinese. With the pages of all comes one for each group, such as a branch, and \
      index.html lists them.

      Examples:
        steelyard explain policy.yaml --data DIR --id 000201
        steelyard explain policy.yaml --data DIR --all --format html --output pages
      """)

  @Argument(help: "The policy file.")
  var policy: String

  @OptionGroup var data: DataOptions

  @Option(name: .customLong("id"), help: "The key of the subject, with its leading zeros.")
  var key: String?

  @Flag(help: "Explain every subject that is scored, each in a file of its own.")
  var all = false

  @Option(help: "The folder for the files of all; with --format xlsx and --id, the file.")
  var output: String?

  @Option(help: "What explanations are written as: text, json, html or xlsx.")
  var format: ExplanationFormat = .text

  @Option(help: "The language of wording and titles: en or zh.")
  var language: ExplanationLanguage = .en

  @Option(help: "The period that the scores are for, as 2026, 2026-10, 2026Q3 or 2026H1.")
  var period: Period?

  @Option(
    name: .customLong("object-until"),
    help: "The last day on which objections are taken, as 2026-01-31; told on every page.")
  var objectUntil: Day?

  @Option(
    help: ArgumentHelp(
      "The text column of the subject table by which people are compared and branch pages made; that "
        + "of the first grade or ranking with within: by default.", valueName: "column"))
  var by: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How near a cut between two bands is told on the pages of groups, in points.",
      valueName: "points"))
  var margin = 2.0

  @OptionGroup var work: WorkOptions

  func validate() throws {
    guard all != (key != nil) else {
      throw ValidationError("give --id KEY for one subject, or --all with --output DIR")
    }
    if all, output?.isEmpty ?? true {
      throw ValidationError("--all needs --output with the name of a folder")
    }
    guard margin.isFinite, margin >= 0 else {
      throw ValidationError("--margin must be a number from 0 on")
    }
    guard !all else { return }
    if format == .xlsx {
      guard let output else {
        throw ValidationError("--format xlsx needs --output with the name of a file")
      }
      try WorkbookOutput.checkName(output)
    } else if output != nil {
      throw ValidationError(
        "--output goes with --all and with --format xlsx; one explanation goes to standard output")
    }
  }

  func run() throws {
    try Outcome.report {
      let (plan, policyFiles, _) = try PolicyFile.plan(policy)
      let jobData = try data.jobData(for: plan)
      let hashedPolicy = try policyFiles.map(HashedFile.init)
      let options = ResultOptions(period: period?.text, measures: true, rejects: true)
      guard let job = ScoringJob(plan, options: options, threads: work.threads) else {
        throw Outcome.programFault
      }
      let inputs = policyFiles + jobData.allFiles + (data.noticeFile.map { [$0] } ?? [])
      if !all, let output { try OutputFiles.protect(inputs, from: [output]) }
      let progress = ProgressLine(isQuiet: false)
      let outcome = try job.run(
        jobData, retaining: key.map { .subjects([$0]) } ?? .everything,
        progress: progress.show)
      let writer = try writer(
        of: outcome,
        outcome.sources(hashedPolicy, data, period, objectUntil: objectUntil?.date))
      if let key {
        progress.finish()
        try explain(key, outcome, writer)
      } else if let output {
        let folder = try ExplanationFolder(output, protecting: inputs)
        let written = try folder.write(writer, outcome.scored, progress: progress.show)
        progress.finish()
        try finish(outcome, folder: output, written, seconds: progress.seconds)
      }
    }
  }

  private func writer(
    of outcome: ScoringOutcome, _ sources: ReportSources
  ) throws -> ExplanationWriter {
    let groups = try ReportGroups(outcome.scored, by: by)
    return try ExplanationWriter(
      outcome, sources, groups, format, language.title, margin: all ? margin : nil)
  }

  // MARK: One

  private func explain(
    _ key: String, _ outcome: ScoringOutcome, _ writer: ExplanationWriter
  ) throws {
    let subject = try NamedSubject.subject(key, in: outcome.scored.population)
    guard !outcome.scored.isRejected(subject) else {
      throw reject(key, subject, of: outcome.scored.plan.tables[0].name, outcome.rejected)
    }
    guard let report = writer.report(on: subject) else { throw Outcome.programFault }
    let (bytes, cutTexts) = try writer.file(of: report)
    if let output {
      var file = try AtomicFile(output)
      try file.write(bytes)
      try file.commit()
    } else {
      Terminal.write(bytes)
    }
    if !outcome.rejected.isEmpty {
      let count = outcome.rejected.count
      let rows = count == 1 ? "1 row is" : "\(count) rows are"
      Terminal.note("warning: \(rows) at fault; the ranks were formed without them")
    }
    WorkbookOutput.warn(ofCutTexts: cutTexts)
    if !outcome.rejected.isEmpty || cutTexts > 0 { throw Outcome.findings }
  }

  private func reject(
    _ key: String, _ subject: Int, of table: String, _ rejected: [RejectedRow]
  ) -> ExitCode {
    let faults = rejected.flatMap(\.faults).filter { $0.row == subject && $0.table == table }
    for fault in faults { Terminal.note("\(fault)") }
    Terminal.error("\(key) has no score: the row is at fault")
    return Outcome.dataFault
  }

  // MARK: All

  private func finish(
    _ outcome: ScoringOutcome, folder: String, _ written: (files: Int, cutTexts: Int),
    seconds: Double
  ) throws {
    if let notice = data.notice { Terminal.note("notice: \(notice)") }
    let counts = outcome.scored.counts[0]
    Terminal.note(
      "\(counts.table): \(counts.rowsIn.counted("row")) in, \(counts.scored) explained, "
        + "\(counts.rejected) rejected")
    Terminal.note(
      "wrote \(written.files.counted("file")) to \(folder) in \(seconds.rounded(to: 2)) s")
    if !outcome.rejected.isEmpty {
      RejectionText.list(outcome.rejected)
      Terminal.note("warning: the ranks were formed without the rows at fault")
    }
    WorkbookOutput.warn(ofCutTexts: written.cutTexts)
    if !outcome.rejected.isEmpty || written.cutTexts > 0 { throw Outcome.findings }
  }
}
