import ArgumentParser
import ColumnStore
import Databases
import Diagnostics
import ResultRecords
import ScoringEngine
import ScoringPlan

extension ResultEncoding: ExpressibleByArgument {}

struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Scores and ranks every subject of a data set.",
    discussion: """
      Writes a CSV with dimension scores, total and rankings. Any row at fault stops the job, \
      unless --rejects names a file for such rows. Beside the result stands its manifest, by which \
      `steelyard verify` makes the result again. Files appear whole or not at all.

      Example:
        steelyard score policy.yaml --data DIR --output result.csv --rejects bad.csv
      """)

  @Argument(help: "The policy file.")
  var policy: String

  @OptionGroup var data: DataOptions

  @Option(
    help: ArgumentHelp(
      "The file to write, or the table of a database as sqlite:FILE#TABLE, duckdb:FILE#TABLE or "
        + "postgresql://...#TABLE.",
      valueName: "output"))
  var output: String

  @Option(
    help: ArgumentHelp(
      "Score the good rows and write those at fault to this file; where the result is a table, to the "
        + "table TABLE_rejects beside it.",
      valueName: "rejects"))
  var rejects: String?

  @Option(
    help:
      "The period the results are for, as 2026, 2026-10, 2026Q3 or 2026H1: a column of the result.")
  var period: Period?

  @Option(help: "The order of rows: input, or the name of a ranking.")
  var sort = ResultOptions.inputOrder

  @Option(
    help: ArgumentHelp(
      "What the result is written in: utf-8 for programs, utf-8-bom or gb18030 for spreadsheets.",
      valueName: "name"))
  var encoding: ResultEncoding = .utf8

  @Flag(help: "Write the score of each measure too, as dimension.measure.")
  var measures = false

  @OptionGroup var spark: SparkOptions

  @OptionGroup var work: WorkOptions

  @Flag(help: "Show no progress and no summary.")
  var quiet = false

  func validate() throws {
    if output.isEmpty { throw ValidationError("--output needs the name of a file") }
    if try checkTables() { return }
    if let rejects, OutputFiles.realPath(rejects) == OutputFiles.realPath(output) {
      throw ValidationError("--output and --rejects name the same file")
    }
    let manifest = ResultManifest.file(ofResult: output)
    if let rejects, OutputFiles.realPath(rejects) == OutputFiles.realPath(manifest) {
      throw ValidationError("--rejects names the manifest of the result, \(manifest)")
    }
  }

  func run() throws {
    try Outcome.report {
      let (plan, policyFiles, start) = try PolicyFile.plan(policy)
      try period?.check(plan, start)
      if period != nil { try refuseSecondPeriod(plan.tables[0]) }
      if spark.isSpark {
        return try SparkScore(command: self, plan: plan, policyFiles: policyFiles).run()
      }
      let job = try job(for: plan)
      if spark.engine != .steelyard {
        return try PushedScore(self).run(
          plan, sort: plan.rankings.first { $0.name == sort }, policyFiles: policyFiles)
      }
      let jobData = try data.jobData(for: plan)
      try OutputFiles.protect(
        policyFiles + jobData.allFiles + [data.noticeFile].compactMap(\.self),
        from: ScoreOutput.names(output, rejects: rejects))
      let hashedPolicy = try policyFiles.map(HashedFile.init)
      let results = try ScoreOutput(output, rejects: rejects)
      let progress = ProgressLine(isQuiet: quiet)
      let outcome = try job.run(jobData, progress: progress.show)
      if !outcome.rejected.isEmpty, rejects == nil {
        progress.finish()
        RejectionText.complain(outcome.rejected)
        throw Outcome.dataFault
      }
      try results.write(outcome, policyFiles: hashedPolicy)
      progress.finish()
      if !quiet { summarise(outcome, seconds: progress.seconds) }
      if !outcome.rejected.isEmpty {
        Terminal.note(
          "warning: ranks were formed without the rejected rows; they are in "
            + "\(rejects.map { DatabaseTable($0)?.name ?? $0 } ?? "")")
        Terminal.note("  try: correct them in the data and score again")
        throw Outcome.findings
      }
    }
  }

  /// Checks an output that is a table of a database; false when it is a file.
  private func checkTables() throws -> Bool {
    guard let table = DatabaseTable(output) else {
      if let database = DatabaseLocation(output) {
        throw ValidationError("--output names the table too, as \(database.name)#scores")
      }
      if let rejects, DatabaseLocation(rejects) != nil {
        throw ValidationError("--rejects names a file where --output does")
      }
      return false
    }
    if let rejects {
      let expected = ResultTables.rejects(of: table)
      if DatabaseTable(rejects) != expected {
        throw ValidationError(
          "the rejected rows stand in the table beside the result: write --rejects \(expected.name)"
        )
      }
    }
    if encoding != .utf8 {
      throw ValidationError("--encoding is for files; a database has an encoding of its own")
    }
    return true
  }

  /// The key and the texts of the subject table stand in the result under their names, and no two
  /// columns of it have one name.
  private func refuseSecondPeriod(_ subjects: PlanTable) throws {
    let texts = subjects.columns.filter { $0.type == .text }.map(\.name)
    guard ([subjects.keyName] + texts).contains("period") else { return }
    throw ValidationError(
      "--period would give the result a second column period: the table \(subjects.name) has one; "
        + "leave out --period, or rename the column in the policy and give its old name by header:")
  }

  private func job(for plan: Plan) throws -> ScoringJob {
    let options = ResultOptions(
      period: period?.text, sort: sort, measures: measures, rejects: rejects != nil,
      encoding: encoding)
    if let job = ScoringJob(plan, options: options, threads: work.threads) { return job }
    let names = [ResultOptions.inputOrder] + plan.rankings.map(\.name)
    throw ValidationError(
      "--sort takes \(names.joined(separator: ", ")), not \"\(sort)\"")
  }

  private func summarise(_ outcome: ScoringOutcome, seconds: Double) {
    let scored = outcome.scored
    if let notice = data.notice { Terminal.note("notice: \(notice)") }
    for (index, counts) in scored.counts.enumerated() {
      var parts = [
        "\(counts.rowsIn.counted("row")) in", "\(counts.scored) \(index == 0 ? "scored" : "used")",
      ]
      parts.append("\(counts.rejected) rejected")
      if counts.setAside > 0 { parts.append("\(counts.setAside) set aside with rejected subjects") }
      if counts.ignored > 0 { parts.append("\(counts.ignored) of unknown keys ignored") }
      Terminal.note("\(counts.table): \(parts.joined(separator: ", "))")
    }
    if let corrections = outcome.corrections {
      Terminal.note(
        "corrections of \(corrections.file): \(CorrectionText.counts(corrections))")
    }
    if let payroll = scored.payroll { summarise(payroll, scored.plan) }
    Terminal.note("wrote \(DatabaseTable(output)?.name ?? output) in \(seconds.rounded(to: 2)) s")
  }

  private func summarise(_ payroll: Payroll, _ plan: Plan) {
    guard let layout = plan.payroll else { return }
    let unit = layout.unit.map { " \($0)" } ?? ""
    var text = "\(layout.amount): \(payroll.total.rounded(to: 2))\(unit) in all"
    if let budget = payroll.budget {
      let rest = budget - payroll.total
      text += ", \(abs(rest).rounded(to: 2)) \(rest < 0 ? "over" : "under") the budget of "
      text += "\(budget.rounded(to: 2))\(unit)"
    }
    Terminal.note(text)
  }
}
