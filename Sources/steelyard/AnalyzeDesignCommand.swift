import ArgumentParser
import ColumnStore
import Diagnostics
import Foundation
import PolicyAnalysis
import ScorecardPolicy
import ScoringEngine
import ScoringPlan

struct AnalyzeDesignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "design",
    abstract:
      "Finds the policy nearest to the present one that meets constraints, or what conflicts.",
    discussion: """
      A file says which judgements, weights and parameters may move and what must hold: the payroll, \
      how many people may lose a grade, the ratio between groups, orders and grades that stay, the \
      consistency ratio. Every policy within reach is scored, the nearest first, up to a limit that is \
      told; where weights may be any, a linear program finds the nearest. The answer may be written as \
      a scenario.

      Example:
        steelyard analyze design policy.yaml --data DIR --constraints design.yaml --output scenario.yaml
      """)

  @Argument(help: "The policy file.")
  var policy: String

  @OptionGroup var data: DataOptions

  @Option(help: ArgumentHelp("What may move and what must hold.", valueName: "file"))
  var constraints: String

  @Option(
    help: ArgumentHelp("Write the first policy found here, as a scenario.", valueName: "file"))
  var output: String?

  @Option(help: "The most policies that are tried.")
  var candidates = 20_000

  @OptionGroup var shared: AnalysisOptions

  func validate() throws {
    if candidates < 1 { throw ValidationError("--candidates must be at least 1") }
    if let output, output.isEmpty { throw ValidationError("--output needs the name of a file") }
  }

  func run() throws {
    try Outcome.report {
      let progress = ProgressLine(isQuiet: shared.quiet)
      defer { progress.finish() }
      let options = ScoringOptions(threads: shared.work.threads)
      let (resolved, plan) = try PolicyFile.resolved(policy)
      let problem = try DesignReader.read(
        try TextFile.text(of: constraints), file: constraints, plan: plan,
        weighings: Weighing.ofDimensions(resolved, in: plan))
      let population = try data.population(
        for: plan, threads: options.threads, progress: progress.show)
      let laboratory = FlipLaboratory(
        resolved, plan, population, options: options, progress: progress.show)
      let answer = try DesignSearch(problem, laboratory, limit: candidates)
        .answer(options: options, progress: progress.show)
      progress.finish()
      let report = DesignReport(name: problem.name, answer: answer, notice: data.notice)
      try shared.print(
        text: DesignText(report).text, json: DesignDocument(report), csv: DesignTable.bytes(report))
      try write(answer, problem.name, resolved.policy, plan)
      try AnalysisFindings.complain(about: [laboratory.scored], files: [policy])
      if !answer.isFound { throw Outcome.findings }
    }
  }

  private func write(
    _ answer: DesignAnswer, _ name: String, _ policy: Policy, _ plan: Plan
  ) throws {
    guard let output, case .found(let candidates) = answer.outcome, let first = candidates.first
    else { return }
    let target = URL(fileURLWithPath: output).standardizedFileURL
    let folder = target.deletingLastPathComponent().path
    let basis = Self.relative(URL(fileURLWithPath: self.policy).standardizedFileURL, to: folder)
    let scenario = try DesignScenario(
      first, named: name, of: policy, plan, extending: (basis, folder))
    var file = try AtomicFile(output)
    try file.write(Array(scenario.yaml.utf8))
    try file.commit()
  }

  /// How a file is named from a folder.
  private static func relative(_ file: URL, to folder: String) -> String {
    let (to, from) = (file.pathComponents, URL(fileURLWithPath: folder).pathComponents)
    let common = zip(to, from).prefix { $0 == $1 }.count
    return (from.dropFirst(common).map { _ in ".." } + to.dropFirst(common)).joined(separator: "/")
  }
}
