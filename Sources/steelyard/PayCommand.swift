import ArgumentParser
import ColumnStore
import Diagnostics
import Reports
import ResultRecords
import ScoringEngine
import ScoringPlan
import Workbooks

struct PayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pay",
    abstract: "Reports what is paid to whom, by branch, with subtotals, against the budget.",
    discussion: """
      Scores a data set and lists what the policy's payroll pays each person and its parts, with \
      subtotals for each group and the total. Every person's pay is rounded to the fen, and every sum \
      is of these amounts. The page (html) has lines for who prepared, checked and approved it.

      Examples:
        steelyard pay policy.yaml --data DIR
        steelyard pay policy.yaml --data DIR --format html --output pay.html
      """)

  @Argument(help: "The policy file.")
  var policy: String

  @OptionGroup var data: DataOptions

  @Option(
    help: ArgumentHelp(
      "The text column of the subject table that makes groups; that of the first grade or ranking "
        + "with within: by default.", valueName: "column"))
  var by: String?

  @Option(help: "What the report is written as: text, json, csv, html or xlsx.")
  var format: PayFormat = .text

  @Option(
    help: ArgumentHelp(
      "What a CSV is written in: utf-8 for programs, utf-8-bom or gb18030 for spreadsheets.",
      valueName: "name"))
  var encoding: ResultEncoding = .utf8

  @Option(help: "The file to write; standard output by default.")
  var output: String?

  @Option(help: "The language of wording and titles: en or zh.")
  var language: ExplanationLanguage = .en

  @Option(help: "The period that the pay is for, as 2026, 2026-10, 2026Q3 or 2026H1.")
  var period: Period?

  @OptionGroup var work: WorkOptions

  func validate() throws {
    if format == .xlsx {
      guard let output else {
        throw ValidationError("--format xlsx needs --output with the name of a file")
      }
      try WorkbookOutput.checkName(output)
    }
    if encoding != .utf8, format != .csv {
      throw ValidationError("--encoding goes with --format csv")
    }
    if output?.isEmpty ?? false { throw ValidationError("--output needs the name of a file") }
  }

  func run() throws {
    try Outcome.report {
      let (plan, policyFiles, start) = try PolicyFile.plan(policy)
      try period?.check(plan, start)
      if plan.payroll == nil { throw ReportError.noPayroll(policy: plan.policy) }
      let jobData = try data.jobData(for: plan)
      let inputs = policyFiles + jobData.allFiles + (data.noticeFile.map { [$0] } ?? [])
      try OutputFiles.protect(inputs, from: [output].compactMap(\.self))
      let hashedPolicy = try policyFiles.map(HashedFile.init)
      let options = ResultOptions(period: period?.text, rejects: true)
      guard let job = ScoringJob(plan, options: options, threads: work.threads) else {
        throw Outcome.programFault
      }
      let progress = ProgressLine(isQuiet: false)
      let outcome = try job.run(
        jobData, retaining: PayReport.needsRows(plan) ? .everything : .results,
        progress: progress.show)
      let groups = try ReportGroups(outcome.scored, by: by)
      let report = try PayReport(
        outcome.scored, outcome.sources(hashedPolicy, data, period), by: groups.column)
      progress.finish()
      try finish(report, outcome.rejected, cutTexts: try write(report))
    }
  }

  /// Writes the report; how many texts had to be cut to fit in it.
  private func write(_ report: PayReport) throws -> Int {
    let (bytes, cutTexts) = try file(of: report)
    guard let output else {
      Terminal.write(bytes)
      return cutTexts
    }
    var file = try OutputFiles.begin { () throws(AtomicFileError) in try AtomicFile(output) }
    try file.write(bytes)
    try file.commit()
    return cutTexts
  }

  private func file(of report: PayReport) throws -> (bytes: [UInt8], cutTexts: Int) {
    let text: String
    switch format {
    case .text: text = PayText(report, language.title).text()
    case .json: text = try OutputFormat.json(PayDocument(report, language.title))
    case .html: text = PayPage(report, language.title).html()
    case .csv:
      let table = PayTable.bytes(report, disarmsFormulas: encoding.isForSpreadsheets)
      return (try encoding.encoded(table), 0)
    case .xlsx:
      let workbook = try PayWorkbook(report, language.title).finished()
      return (workbook.bytes, workbook.cutTexts)
    }
    return (Array((text + "\n").utf8), 0)
  }

  /// Says what must be seen.
  private func finish(_ report: PayReport, _ rejected: [RejectedRow], cutTexts: Int) throws {
    if let notice = report.sources.notice { Terminal.note("notice: \(notice)") }
    if let output { Terminal.note("wrote \(output)") }
    let words = PayWording(report, .english)
    let isOver = report.remaining.map { $0 < 0 } ?? false
    if isOver, let remaining = report.remaining {
      Terminal.note("warning: \(words.money(-remaining)) over the budget")
    }
    if !rejected.isEmpty {
      RejectionText.list(rejected)
      Terminal.note("warning: the report is without the rows at fault")
    }
    WorkbookOutput.warn(ofCutTexts: cutTexts)
    if isOver || !rejected.isEmpty || cutTexts > 0 { throw Outcome.findings }
  }
}
