import AHP
import ArgumentParser
import Diagnostics
import Foundation
import PolicyAnalysis
import ResultRecords
import ScorecardPolicy
import ScoringEngine
import ScoringPlan

struct AnalyzeUncertaintyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "uncertainty",
    abstract: "Says how sure ranks and grades are when the policy's judgements are uncertain.",
    discussion: """
      All judgements of the policy are drawn at random round those given, thousands of times, and everybody \
      is ranked and graded by each draw: by half a step on the scale 1/9 ... 9, unless something else is \
      said. Grades that too few draws give are listed, with the judgement that changes them. The same seed \
      gives the same result.

      Examples:
        steelyard analyze uncertainty policy.yaml --data DIR --step whole --draws 10000
        steelyard analyze uncertainty policy.yaml --data DIR --id 000209
      """)

  @Argument(help: "The policy file.")
  var policy: String

  @OptionGroup var data: DataOptions

  @Option(help: "Draw each judgement within a half or a whole step on the scale: half, whole.")
  var step: UncertaintyCommand.Step?

  @Option(
    help: ArgumentHelp(
      "Draw the judgements of one set of weights within bounds, from a CSV file row,column,low,high; "
        + "scorecard.weights where no path stands before it. May be repeated.",
      valueName: "PATH=file"))
  var intervals: [String] = []

  @Flag(help: "Draw the respondents of the policy's panels anew, with replacement.")
  var panel = false

  @Flag(
    name: .customLong("panel-spread"),
    help: "Draw another expert: log-normal judgements with the panels' means and variances.")
  var panelSpread = false

  @Option(
    parsing: .unconditional,
    help: "How many draws: 1 to \(PolicyDraws.limits.upperBound).")
  var draws = 2000

  @Option(parsing: .unconditional, help: "What the random numbers depend on.")
  var seed: UInt64 = 1

  @Option(
    parsing: .unconditional,
    help: "The share of draws that must give a grade for it to be safe, above 0 and at most 1.")
  var safe = 0.9

  @Option(
    help: ArgumentHelp("Show the ranks and grades of one person in full.", valueName: "key"))
  var id: String?

  @Option(
    help: ArgumentHelp(
      "The text column by whose groups safe grades are counted; by default that within which the policy "
        + "ranks.", valueName: "column"))
  var by: String?

  @Option(parsing: .unconditional, help: "How many grades that are not safe are shown.")
  var top = 20

  @OptionGroup var shared: AnalysisOptions

  func validate() throws {
    let ways = [step != nil, !intervals.isEmpty, panel, panelSpread].count { $0 }
    if ways > 1 {
      throw ValidationError("give one of --step, --intervals, --panel and --panel-spread")
    }
    if !PolicyDraws.limits.contains(draws) {
      throw ValidationError(
        "--draws must be from 1 to \(PolicyDraws.limits.upperBound), not \(draws)")
    }
    if !(safe > 0 && safe <= 1) {
      throw ValidationError("--safe must be above 0 and at most 1, not \(safe)")
    }
    if top < 0 { throw ValidationError("--top must not be below 0") }
  }

  func run() throws {
    try Outcome.report {
      let (resolved, plan) = try PolicyFile.resolved(policy)
      let weighings = JudgedWeighing.all(of: resolved, in: plan)
      let drawing = try drawing(of: weighings)
      let column = try by.map { try GroupColumn.named($0, of: plan) } ?? plan.firstRankedColumn
      let threads = shared.work.threads ?? ProcessInfo.processInfo.activeProcessorCount
      let progress = ProgressLine(isQuiet: shared.quiet)
      defer { progress.finish() }
      let population = try data.population(
        for: plan, threads: threads, progress: progress.show)
      let made = try PolicyDraws(
        weighings, drawing: drawing, count: draws, seed: seed, threads: threads
      ) { [draws] done in
        progress.show(WorkProgress(activity: "drawing", done: done, total: draws))
      }
      let stability = try PolicyStability(
        plan, population, draws: made, limit: safe, threads: threads
      ) { [draws] done in
        progress.show(WorkProgress(activity: "ranking", done: done, total: draws))
      }
      let report = StabilityReport(
        stability: stability, way: way, column: column,
        subject: try subject(in: stability), top: top, notice: data.notice)
      progress.finish()
      try shared.print(
        text: StabilityText(report).text, json: StabilityDocument(report),
        csv: StabilityFile(report.stability).bytes)
      try AnalysisFindings.complain(about: [stability.scored], files: [policy])
    }
  }

  private var way: StabilityReport.Way {
    if !intervals.isEmpty { return .intervals }
    if panel { return .panel }
    if panelSpread { return .panelSpread }
    return step == .whole ? .wholeStep : .halfStep
  }

  private func drawing(of weighings: [JudgedWeighing]) throws -> JudgementDrawing {
    switch way {
    case .halfStep: return .steps(0.5)
    case .wholeStep: return .steps(1)
    case .panel: return .panel
    case .panelSpread: return .panelSpread
    case .intervals:
      var bounds: [String: [ClosedRange<Double>]] = [:]
      for entry in intervals {
        let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
        let path = parts.count == 2 ? parts[0] : "scorecard.weights"
        let weighing = try weighing(at: path, among: weighings)
        bounds[path] = try JudgementIntervalFile.read(
          parts.last ?? "", for: weighing.declaration.matrix)
      }
      return .intervals(bounds)
    }
  }

  private func weighing(
    at path: String, among weighings: [JudgedWeighing]
  ) throws -> JudgedWeighing {
    if let found = weighings.first(where: { $0.path == path }) { return found }
    let paths = weighings.map(\.path)
    let hint =
      Spelling.didYouMean(path, among: paths)
      ?? (paths.isEmpty
        ? "no weights of the policy do" : "those that do are \(paths.joined(separator: ", "))")
    throw ValidationError("the weights at \"\(path)\" do not come from judgements; \(hint)")
  }

  private func subject(in stability: PolicyStability) throws -> Int? {
    guard let id else { return nil }
    _ = try NamedSubject.subject(id, in: stability.scored)
    return stability.subject(withKey: id)
  }
}
