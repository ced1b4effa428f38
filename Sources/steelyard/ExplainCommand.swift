import ArgumentParser
import ColumnStore
import Diagnostics
import ScoringEngine
import ScoringPlan

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains one subject's total, down to the cells it was computed from.")

  @Argument(help: "The policy file.")
  var policy: String

  @OptionGroup var data: DataOptions

  @Option(name: .customLong("id"), help: "The key of the subject.")
  var key: String

  @Option(help: "What standard output carries: text or json.")
  var format: OutputFormat = .text

  func run() throws {
    try Outcome.report {
      let plan = try PolicyFile.plan(policy).plan
      let files = try data.files(for: plan)
      let progress = ProgressLine(isQuiet: false)
      let population = try Population.load(plan, files: files, progress: progress.show)
      let scored = PlanEngine(plan: plan).score(population, progress: progress.show)
      progress.finish()
      let subject = try subject(in: population, files)
      let rejected = scored.rejectedRows()
      guard !scored.isRejected(subject) else {
        throw reject(subject, of: plan.tables[0].name, rejected)
      }
      let input = population.interpreterInput(subject)
      let evaluation = PlanInterpreter(plan).evaluate(
        subject: input.subject, details: input.details)
      guard let explanation = plan.explanation(of: evaluation) else { throw Outcome.programFault }
      let standing = Standing(subject, scored, input.subject)
      switch format {
      case .json:
        Terminal.print(
          try OutputFormat.json(
            ExplanationDocument(explanation, standing, plan, notice: data.notice)))
      case .text:
        Terminal.print(ExplanationText(explanation, standing, plan, notice: data.notice).text())
      }
      if !rejected.isEmpty {
        let rows = rejected.count == 1 ? "1 row is" : "\(rejected.count) rows are"
        Terminal.note("warning: \(rows) at fault; the ranks were formed without them")
        throw Outcome.findings
      }
    }
  }

  private func subject(in population: Population, _ files: [String: [String]]) throws -> Int {
    if let subject = population.subject(withKey: key) { return subject }
    let table = population.tables[0]
    let known = table.keys.lazy.filter { $0 >= 0 }.map { population.pool.text(of: $0) }
    let hint = Spelling.didYouMean(key, among: known).map { "; \($0)" } ?? ""
    Terminal.error("no row of \(table.files.joined(separator: ", ")) has the key \"\(key)\"\(hint)")
    throw Outcome.dataFault
  }

  private func reject(_ subject: Int, of table: String, _ rejected: [RejectedRow]) -> ExitCode {
    let faults = rejected.flatMap(\.faults).filter { $0.row == subject && $0.table == table }
    for fault in faults { Terminal.note("\(fault)") }
    Terminal.error("\(key) has no score: the row is at fault")
    return Outcome.dataFault
  }
}
