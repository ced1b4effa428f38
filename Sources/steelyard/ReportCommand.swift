import AnalysisReport
import ArgumentParser
import ColumnStore
import Diagnostics
import PolicyAnalysis
import Reports
import ResultRecords
import ScorecardPolicy
import ScoringEngine
import ScoringPlan

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Shows on one page what the judgements of a policy do to people and pay.",
    discussion: """
      The page has the judgements beside what the weights imply, how far weights move, which numbers \
      decide, who moves in rank, what it costs, who gains and loses, how scores are spread, and whose \
      grade is not safe; in English and Chinese. It is one file that needs no network.

      Examples:
        steelyard report policy.yaml --data DIR --output report.html
        steelyard report policy.yaml --data DIR --against scenario.yaml --output report.html
      """)

  @Argument(help: "The policy file.")
  var policy: String

  @OptionGroup var data: DataOptions

  @Option(help: "The HTML file to write.")
  var output: String

  @Option(
    help: ArgumentHelp(
      "The policy whose effect on people is shown; by default the policy with one judgement moved by a "
        + "step, that which moves most people.", valueName: "policy"))
  var against: String?

  @Option(
    help: ArgumentHelp(
      "The text column that makes the groups; by default that within which the policy ranks.",
      valueName: "column"))
  var by: String?

  @Option(
    help: ArgumentHelp(
      "The group whose ranks are shown; by default that with most grades that change.",
      valueName: "text"))
  var group: String?

  @Option(
    parsing: .unconditional,
    help: "How many draws of all judgements are made, from 1 to 1,000,000.")
  var draws = 1000

  @Option(
    parsing: .unconditional,
    help: "What the draws depend on: the same seed gives the same page.")
  var seed: UInt64 = 1

  @Option(help: "The language that the page opens in: en or zh.")
  var language: ExplanationLanguage = .en

  @OptionGroup var work: WorkOptions

  @Flag(help: "Show no progress.")
  var quiet = false

  func validate() throws {
    if output.isEmpty { throw ValidationError("--output needs the name of a file") }
    guard PolicyDraws.limits ~= draws else {
      throw ValidationError("--draws takes a number from 1 to 1,000,000")
    }
  }

  func run() throws {
    try Outcome.report {
      let (plan, policyFiles, _) = try PolicyFile.plan(policy)
      let other = try against.map { try PolicyFile.plan($0, showsFindings: false) }
      let column = try by.map { try GroupColumn.named($0, of: plan) } ?? plan.firstRankedColumn
      if group != nil, column == nil {
        throw ValidationError("--group goes with --by, for the policy ranks all people together")
      }
      let plans = [plan] + (other.map { [$0.plan] } ?? [])
      let jobs = zip(plans, try CompareData(data).jobs(of: plans)).map { CompareJob($0, $1) }
      let files = Files(
        policies: policyFiles + (other?.files ?? []), tables: jobs.flatMap(Files.tables),
        notice: data.noticeFile)
      try OutputFiles.protect(files.all, from: [output])
      var page = try OutputFiles.begin { () throws(AtomicFileError) in try AtomicFile(output) }
      let progress = ProgressLine(isQuiet: quiet)
      defer { progress.finish() }
      let options = ScoringOptions(threads: work.threads)
      let compared = try CompareRuns(jobs, options, progress: progress.show)
      let runs = compared.runs
      let findings = try ReportFindings(
        VariablePolicy(PolicyTuning(contentsOf: policy)), runs[0].population,
        against: runs.dropFirst().first, draws: draws, seed: seed, threads: options.threads,
        progress: progress.show)
      let report = try PolicyReport(
        findings,
        PolicyReport.Options(
          program: ProgramVersion.current, column: column, group: group,
          sources: try files.sources(of: compared, notice: data.notice)))
      if let group, !report.showsGroup {
        throw ValidationError(
          "--group: no group of five people or more is called \"\(group)\" in \(column ?? "")")
      }
      try page.write(Array(ReportPage(report).html(language.title).utf8))
      try page.commit()
      progress.finish()
      if let notice = data.notice { Terminal.note("notice: \(notice)") }
      Terminal.note("wrote \(output)")
      try AnalysisFindings.complain(
        about: runs, files: [policy] + [against].compactMap(\.self))
    }
  }
}

/// The files that a report rests on, each once.
private struct Files {
  let policies: [String]
  let tables: [String]
  let notice: String?

  /// The files that a job reads, in the order of the plan's tables.
  static func tables(of job: CompareJob) -> [String] {
    job.plan.tables.flatMap { job.data.files[$0.name] ?? [] }
      + [job.data.corrections].compactMap(\.self)
  }

  var all: [String] { policies + tables + [notice].compactMap(\.self) }

  /// What a report of runs rests on.
  func sources(of runs: CompareRuns, notice: String?) throws -> ReportSources {
    var seen: Set<String> = []
    let policies = try self.policies.filter { seen.insert($0).inserted }.map(HashedFile.init)
    let files = { (files: [HashedFile]) in
      files.map { ReportFile(name: $0.file, sha256: "\($0.digest.sha256)") }
    }
    return ReportSources(
      policyFiles: files(policies), inputFiles: files(runs.files), notice: notice)
  }
}
