import ArgumentParser
import Databases
import PushedScoring
import ResultRecords
import ScoringEngine
import ScoringPlan

struct LoadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load",
    abstract: "Puts the tables of a policy into a database, checked and typed.",
    discussion: """
      Reads the tables as `steelyard score` does, and makes each of them in the database under its \
      name in the policy, with the policy's columns. All appear together, or none; tables of these \
      names are replaced. Any row at fault stops the job.

      Example:
        steelyard load policy.yaml --data DIR --to sqlite:branch.db
      """)

  @Argument(help: "The policy file.")
  var policy: String

  @OptionGroup var data: DataOptions

  @Option(
    help: ArgumentHelp(
      "The database: sqlite:FILE, duckdb:FILE or postgresql://...", valueName: "database"))
  var to: String

  @OptionGroup var work: WorkOptions

  @Flag(help: "Show no progress and no summary.")
  var quiet = false

  func validate() throws {
    guard DatabaseLocation(to) != nil else {
      throw ValidationError(
        "--to takes sqlite:FILE, duckdb:FILE or postgresql://USER@HOST/NAME, not \"\(to)\"")
    }
  }

  func run() throws {
    try Outcome.report {
      guard let location = DatabaseLocation(to) else { return }
      let (plan, _, _) = try PolicyFile.plan(policy)
      let loading = try TableLoading(plan)
      let progress = ProgressLine(isQuiet: quiet)
      let population = try data.population(
        for: plan, threads: ScoringOptions(threads: work.threads).threads, progress: progress.show)
      let rejected = population.rejectedRows.flatMap(\.self)
      if !rejected.isEmpty {
        progress.finish()
        RejectionText.list(rejected)
        let (verb, them) = rejected.count == 1 ? ("is", "it") : ("are", "them")
        Terminal.error("\(rejected.count.counted("row")) \(verb) at fault; nothing was loaded")
        Terminal.note(
          "  try: correct \(them), for databases are scored only where every row is good")
        throw Outcome.dataFault
      }
      try loading.load(
        population, into: try location.session(for: .writing), progress: progress.show)
      progress.finish()
      if quiet { return }
      for table in population.tables {
        Terminal.note("\(location.name(ofTable: table.name)): \(table.rowCount.counted("row"))")
      }
    }
  }
}
