import ArgumentParser
import PolicyAnalysis
import ResultRecords
import ScoringEngine

struct AnalyzeScenariosCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenarios",
    abstract: "Says in one row for each scenario who changes grade and rank, and what it costs.",
    discussion: """
      A scenario is a policy that extends the first and replaces numbers, or any other policy for the \
      same people. `compare` tells more of each.

      Example:
        steelyard analyze scenarios policy.yaml scenario.yaml other.yaml --data DIR
      """)

  @Argument(help: "The policy file that all scenarios are compared with.")
  var policy: String

  @Argument(help: ArgumentHelp("The scenarios' files.", valueName: "scenario"))
  var scenarios: [String] = []

  @OptionGroup var data: DataOptions

  @OptionGroup var shared: AnalysisOptions

  func validate() throws {
    if scenarios.isEmpty { throw ValidationError("give at least one scenario") }
  }

  func run() throws {
    try Outcome.report {
      let files = [policy] + scenarios
      let plans = try files.enumerated().map {
        try PolicyFile.plan($0.element, showsFindings: $0.offset == 0).plan
      }
      let jobs = zip(plans, try CompareData(data).jobs(of: plans)).map { CompareJob($0, $1) }
      let progress = ProgressLine(isQuiet: shared.quiet)
      defer { progress.finish() }
      let runs = try CompareRuns(
        jobs, ScoringOptions(threads: shared.work.threads), progress: progress.show
      ).runs
      let report = ScenariosReport(files: files, runs: runs, notice: data.notice)
      progress.finish()
      try shared.print(
        text: ScenariosText(report).text, json: ScenariosDocument(report),
        csv: ScenariosFile(report.rows.map { ($0.file, $0.run, $0.effect) }).bytes)
      try AnalysisFindings.complain(about: runs, files: files)
    }
  }
}
