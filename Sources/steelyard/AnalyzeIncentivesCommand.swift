import ArgumentParser
import PolicyAnalysis
import ResultRecords
import ScoringEngine
import ScoringPlan

struct AnalyzeIncentivesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "incentives",
    abstract:
      "Says where doing better pays nothing or costs, and what brings each to the next grade.",
    discussion: """
      Every column of numbers that the outcome depends on is tried cell by cell, with all else as it \
      is. The text and the JSON say for each column how many people sit above caps, below \
      floors and gates, beside cliffs, and where doing better costs; the CSV has the cheapest step to the \
      next grade of each person. With --id the same for one person, and with --column too what \
      each number would give.

      Examples:
        steelyard analyze incentives policy.yaml --data DIR --columns deposit_actual,satisfaction
        steelyard analyze incentives policy.yaml --data DIR --format csv
        steelyard analyze incentives policy.yaml --data DIR --id 000201 --column satisfaction --format csv
      """)

  @Argument(help: ArgumentHelp("The policy file.", valueName: "policy"))
  var policy: String

  @OptionGroup var data: DataOptions

  @Option(
    help: ArgumentHelp(
      "The columns looked at, those of detail tables as table.column; by default all that count.",
      valueName: "column,..."))
  var columns: String?

  @Option(
    help: ArgumentHelp(
      "Which way a column is better, instead of what the policy itself says; may be repeated.",
      valueName: "column=up|down"))
  var direction: [String] = []

  @Option(name: .customLong("of"), help: "What people get: final or pay.")
  var outcome: IncentiveOutcome = .final

  @Option(
    help: ArgumentHelp(
      "The grade whose next band is looked for; by default the policy's first.",
      valueName: "grade"))
  var grade: String?

  @Flag(name: .customLong("all"), help: "In CSV: the step in each column, not only the cheapest.")
  var allColumns = false

  @Option(help: ArgumentHelp("Look at one person alone.", valueName: "key"))
  var id: String?

  @Option(
    help: ArgumentHelp(
      "With --id: what each number in this column would give the person.", valueName: "column"))
  var column: String?

  @Option(
    parsing: .unconditional,
    help: "With --column: which of the person's rows, in a detail table, from 1.")
  var row = 1

  @OptionGroup var shared: AnalysisOptions

  func validate() throws {
    _ = try directions()
    if column != nil, id == nil { throw ValidationError("--column needs --id, the person's key") }
    if row < 1 { throw ValidationError("--row must be at least 1") }
    if row > 1, column == nil { throw ValidationError("--row needs --column") }
  }

  func run() throws {
    try Outcome.report {
      let plan = try PolicyFile.plan(policy).plan
      let progress = ProgressLine(isQuiet: shared.quiet)
      defer { progress.finish() }
      let scoring = ScoringOptions(threads: shared.work.threads)
      let population = try data.population(
        for: plan, threads: scoring.threads, progress: progress.show)
      let scored = PlanEngine(plan: plan).score(
        population, options: scoring, progress: progress.show)
      if let id { _ = try NamedSubject.subject(id, in: scored) }
      let options = IncentiveOptions(
        columns: columns.map { $0.commaSeparated }, directions: try directions(),
        outcome: outcome, grade: grade, threads: scoring.threads)
      do {
        let trials = CellTrials(scored, threads: scoring.threads)
        if let id, let column {
          let subject = try NamedSubject.subject(id, in: scored)
          let curve = try IncentiveCurve(trials, of: subject, column: column, row: row)
          progress.finish()
          let report = IncentiveCurveReport(curve, scored, key: id, row: row)
          try shared.print(text: report.text, json: report.document, csv: report.bytes)
        } else {
          let analysis = try IncentiveAnalysis(trials, options: options, progress: progress.show)
          progress.finish()
          try print(analysis)
        }
      } catch let error as IncentiveError {
        throw ValidationError("\(error)")
      }
      try AnalysisFindings.complain(about: [scored], files: [policy])
    }
  }

  private func directions() throws -> [String: IncentiveDirection] {
    var directions: [String: IncentiveDirection] = [:]
    for entry in direction {
      let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let way = IncentiveDirection(rawValue: parts[1]) else {
        throw ValidationError("--direction takes COLUMN=up or COLUMN=down, not \"\(entry)\"")
      }
      directions[parts[0]] = way
    }
    return directions
  }

  private func print(_ analysis: IncentiveAnalysis) throws {
    if let id {
      let person = analysis.incentives(of: try analysis.subject(withKey: id))
      try shared.print(
        text: SubjectIncentivesText(person, analysis, key: id).text,
        json: SubjectIncentivesDocument(person, analysis, key: id),
        csv: SubjectIncentivesFile(person, analysis, key: id).bytes)
    } else {
      try shared.print(
        text: IncentivesText(analysis, notice: data.notice).text,
        json: IncentivesDocument(analysis, notice: data.notice),
        csv: GradeStepsFile(analysis, allColumns: allColumns).bytes)
    }
  }
}

extension IncentiveOutcome: ExpressibleByArgument {}
