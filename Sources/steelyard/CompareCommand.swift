import ArgumentParser
import PolicyAnalysis
import ResultRecords
import ScoringEngine

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Says who moves in rank, grade and pay from one policy to others.",
    discussion: """
      The first policy is the baseline, with which each of the others is compared on the same \
      people. They may be versions of one policy, scenarios of it, or policies that share nothing \
      but the keys of the people. Rows at fault are left out and named. With one policy and \
      --corrections the data as they stand are compared with the corrected: everybody is named whose \
      rank, grade or pay changes.

      Examples:
        steelyard compare policy.yaml scenario.yaml --data DIR
        steelyard compare policy.yaml --data DIR --corrections corrections.csv
      """)

  @Argument(help: ArgumentHelp("The policy files, the baseline first.", valueName: "policy"))
  var policies: [String] = []

  @OptionGroup var data: DataOptions

  @Option(
    help: ArgumentHelp(
      "The text column whose groups are compared; by default that within which the baseline ranks.",
      valueName: "column"))
  var by: String?

  @Option(
    help: ArgumentHelp(
      "The first people whose overlap is counted: numbers and percentages, such as 10,10%.",
      valueName: "size,..."))
  var top = "10,10%"

  @OptionGroup var shared: AnalysisOptions

  func validate() throws {
    if policies.isEmpty || policies.count == 1 && data.corrections == nil {
      throw ValidationError("give at least two policies to compare, or one and --corrections")
    }
    _ = try tops()
  }

  func run() throws {
    try Outcome.report {
      let plans = try policies.map { try PolicyFile.plan($0).plan }
      let column =
        try by.map { try GroupColumn.named($0, of: plans[0]) } ?? plans[0].firstRankedColumn
      var jobs = zip(plans, try CompareData(data).jobs(of: plans)).map { CompareJob($0, $1) }
      if jobs.count == 1 { jobs.insert(jobs[0].withoutCorrections, at: 0) }
      let progress = ProgressLine(isQuiet: shared.quiet)
      defer { progress.finish() }
      let scored = try CompareRuns(
        jobs, ScoringOptions(threads: shared.work.threads), progress: progress.show)
      let (runs, corrections) = (scored.runs, scored.corrections)
      let options = ComparisonOptions(tops: try tops(), groupColumn: column)
      let comparisons = runs.dropFirst().enumerated().map { index, run in
        progress.show(WorkProgress(activity: "comparing", done: index, total: runs.count - 1))
        return PolicyComparison(before: runs[0], after: run, options: options)
      }
      let report = CompareReport(
        files: policies.count == 1 ? policies + policies : policies, runs: runs,
        comparisons: comparisons, notice: data.notice, corrections: corrections,
        comparesCorrections: policies.count == 1)
      progress.finish()
      try shared.print(
        text: CompareText(report).text, json: CompareDocument(report),
        csv: ComparisonFile(
          Array(zip(report.comparisons, report.files.dropFirst())),
          correctedKeys: report.comparesCorrections ? report.corrections?.correctedKeys : nil
        ).bytes)
      if report.hasFindings {
        CompareFindings.complain(report)
        throw Outcome.findings
      }
    }
  }

  private func tops() throws -> [TopSize] {
    try top.split(separator: ",", omittingEmptySubsequences: false).map { text in
      guard let size = TopSize(String(text)) else {
        throw ValidationError("--top takes numbers and percentages such as 10,10%, not \"\(top)\"")
      }
      return size
    }
  }
}
