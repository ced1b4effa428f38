import ArgumentParser
import ColumnStore
import Diagnostics
import Reports
import ResultRecords
import ScoringEngine
import ScoringPlan
import Workbooks

struct WorkbookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workbook",
    abstract: "Writes the results of a data set as an .xlsx workbook with live formulas.",
    discussion: """
      Scores every subject, as `steelyard score` does, and writes sheets of results, the ranking, pay, \
      weights and sources. Sums, the final value and ranks are formulas that lead from the scores of \
      measures and the weights to what the program computed. Rows at fault are left out, with a \
      warning. The file appears whole or not at all.

      Example:
        steelyard workbook policy.yaml --data DIR --output results.xlsx --language zh
      """)

  @Argument(help: "The policy file.")
  var policy: String

  @OptionGroup var data: DataOptions

  @Option(help: "The file to write.")
  var output: String

  @Option(help: "The period the results are for, as 2026, 2026-10, 2026Q3 or 2026H1: a column.")
  var period: Period?

  @Option(help: "The language of wording and titles: en or zh.")
  var language: ExplanationLanguage = .en

  @Option(
    help: ArgumentHelp(
      "The text column of the subject table by which pay is added up; that of the first grade or "
        + "ranking with within: by default.", valueName: "column"))
  var by: String?

  @OptionGroup var work: WorkOptions

  @Flag(help: "Show no progress and no summary.")
  var quiet = false

  func validate() throws { try WorkbookOutput.checkName(output) }

  func run() throws {
    try Outcome.report {
      let (plan, policyFiles, start) = try PolicyFile.plan(policy)
      try period?.check(plan, start)
      let jobData = try data.jobData(for: plan)
      let file = try WorkbookOutput.begin(
        output,
        protecting: policyFiles + jobData.allFiles + (data.noticeFile.map { [$0] } ?? []))
      if by != nil, plan.payroll == nil { throw ReportError.noPayroll(policy: plan.policy) }
      let hashedPolicy = try policyFiles.map(HashedFile.init)
      let options = ResultOptions(period: period?.text, measures: true, rejects: true)
      guard let job = ScoringJob(plan, options: options, threads: work.threads) else {
        throw Outcome.programFault
      }
      let progress = ProgressLine(isQuiet: quiet)
      let paysFromRows = plan.payroll != nil && PayReport.needsRows(plan)
      let outcome = try job.run(
        jobData, retaining: paysFromRows ? .everything : .results, progress: progress.show)
      let sources = outcome.sources(hashedPolicy, data, period)
      let pay = try plan.payroll.map { _ in
        let groups = try ReportGroups(outcome.scored, by: by)
        return try PayReport(outcome.scored, sources, by: groups.column)
      }
      let workbook = ResultsWorkbook(
        outcome.scored, sources, pay: pay, language.title,
        threads: ScoringOptions(threads: work.threads).threads)
      let cutTexts = try workbook.write(to: file, progress: progress.show)
      progress.finish()
      try finish(outcome, cutTexts: cutTexts, seconds: progress.seconds)
    }
  }

  private func finish(_ outcome: ScoringOutcome, cutTexts: Int, seconds: Double) throws {
    let counts = outcome.scored.counts[0]
    if !quiet {
      if let notice = data.notice { Terminal.note("notice: \(notice)") }
      Terminal.note(
        "\(counts.table): \(counts.rowsIn.counted("row")) in, \(counts.scored) scored, "
          + "\(counts.rejected) rejected")
      Terminal.note("wrote \(output) in \(seconds.rounded(to: 2)) s")
    }
    if !outcome.rejected.isEmpty {
      RejectionText.list(outcome.rejected)
      Terminal.note("warning: the ranks were formed without the rows at fault")
    }
    WorkbookOutput.warn(ofCutTexts: cutTexts)
    if !outcome.rejected.isEmpty || cutTexts > 0 { throw Outcome.findings }
  }
}
