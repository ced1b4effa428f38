import ArgumentParser
import ColumnStore
import Databases
import Glibc
import PushedScoring
import ResultRecords
import ScoringEngine
import ScoringPlan

/// `score` where the database with the tables does the work.
struct PushedScore {
  private let command: ScoreCommand
  private let location: DatabaseLocation

  /// - Throws: `ValidationError` where the options do not fit an engine that is a database.
  init(_ command: ScoreCommand) throws {
    let engine = command.spark.engine.rawValue
    guard let folder = command.data.folder, let location = DatabaseLocation(folder),
      location.engine == engine
    else {
      throw ValidationError(
        "--engine \(engine) works where the tables are: give --data \(engine)"
          + "\(command.spark.engine == .postgresql ? "://..." : ":FILE"), after `steelyard load` if need be"
      )
    }
    guard command.data.tables.isEmpty, command.data.corrections == nil else {
      throw ValidationError(
        "--engine \(engine) takes neither --table nor --corrections: all that counts is in the database"
      )
    }
    guard command.encoding == .utf8 else {
      throw ValidationError("--engine \(engine) writes its result in utf-8 only")
    }
    self.command = command
    self.location = location
  }

  /// Does the job and writes the result, the text that was run, and the rejects file if one is wanted.
  func run(_ plan: Plan, sort: Ranking?, policyFiles: [String]) throws {
    let outputs =
      [command.output, Self.scriptFile(of: command.output)]
      + (command.rejects.map { [$0] } ?? [])
    try OutputFiles.protect(policyFiles + [location.file].compactMap(\.self), from: outputs)
    let options = PushedOptions(
      period: command.period?.text, sort: sort, measures: command.measures)
    let progress = ProgressLine(isQuiet: command.quiet)
    let session = try location.session(for: .reading)
    let job = PushedJob(plan, options: options)
    let result = try session.snapshot {
      try job.checkTables(in: session)
      return try job.run(in: session, progress: progress.show)
    }
    progress.finish()
    if !result.rejected.isEmpty, command.rejects == nil {
      complain(result.rejected, plan)
      throw Outcome.dataFault
    }
    try write(result, to: outputs)
    if !command.quiet { summarise(result, plan, seconds: progress.seconds) }
    if !result.rejected.isEmpty { throw Outcome.findings }
  }

  /// Where the text stands that made a result.
  static func scriptFile(of result: String) -> String { "\(result).sql" }

  /// What stood there before stays until all files are on the disk; then they take their places one right
  /// after the other. A manifest of an older result goes with it.
  private func write(_ result: PushedResult, to outputs: [String]) throws {
    let files = try AtomicFiles(outputs)
    try result.write { (piece) throws(AtomicFileError) in try files.write(0, piece) }
    try files.write(1, Array(result.script.utf8))
    if command.rejects != nil { try files.write(2, result.rejects) }
    try files.commit()
    unlink(ResultManifest.file(ofResult: command.output))
  }

  private func complain(_ rejected: [PushedRejection], _ plan: Plan) {
    let table = location.name(ofTable: plan.tables[0].name)
    Terminal.note(firstOf: rejected.map { "\(table), \($0.key): \($0.reason)" })
    Terminal.error(
      "\(rejected.count) row\(rejected.count == 1 ? " is" : "s are") at fault; nothing was written")
    Terminal.note("  try: correct them, or name a file by --rejects to score the other rows")
  }

  private func summarise(_ result: PushedResult, _ plan: Plan, seconds: Double) {
    Terminal.note(
      "\(plan.tables[0].name): \(result.count) scored by \(location.engine), "
        + "\(result.rejected.count) rejected")
    if let paid = result.paid, let layout = plan.payroll {
      let unit = layout.unit.map { " \($0)" } ?? ""
      Terminal.note("\(layout.amount): \(paid.rounded(to: 2))\(unit) in all")
    }
    Terminal.note("wrote \(command.output) in \(seconds.rounded(to: 2)) s")
  }
}

extension DatabaseLocation {
  /// The name of the engine that it is.
  fileprivate var engine: String {
    switch self {
    case .sqlite: "sqlite"
    case .duckdb: "duckdb"
    case .postgresql: "postgresql"
    }
  }
}
