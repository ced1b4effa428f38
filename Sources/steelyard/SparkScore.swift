import ArgumentParser
import Databases
import Foundation
import ResultRecords
import ScoringPlan
import SegmentStreams
import SparkScoring

/// Scores on Spark and says what came of it.
struct SparkScore {
  let command: ScoreCommand
  let plan: Plan
  let policyFiles: [String]

  func run() throws {
    try refuseUnsuited()
    let files = try command.data.files(for: plan)
    if let table = files.values.joined().compactMap({ DatabaseTable($0)?.name }).min() {
      throw ValidationError(
        "\(table) is a table of a database, and Spark reads files; score it by --engine sqlite, duckdb or "
          + "postgresql, or leave out --engine")
    }
    try OutputFiles.protect(
      policyFiles + files.values.joined(),
      from: [command.output, command.rejects].compactMap(\.self))
    let progress = ProgressLine(isQuiet: command.quiet)
    do {
      let job = try SparkJob(
        request(files), plan: plan, environment: ProcessInfo.processInfo.environment)
      let outcome = try Interruption.ending(job.interrupt) {
        try job.score(progress: progress.show)
      }
      progress.finish()
      try summarise(outcome, seconds: progress.seconds)
    } catch let fault as SparkFault {
      progress.finish()
      try complain(fault)
    } catch let rejections as SparkRejections {
      progress.finish()
      Terminal.note(firstOf: rejections.first)
      Terminal.error("rows are at fault; nothing was written")
      Terminal.note(
        "  try: correct them, or name a folder by --rejects to score the other rows")
      throw Outcome.dataFault
    } catch let error as UncuttablePlan {
      for reason in error.reasons { Terminal.error("\(policyFiles[0]): \(reason)") }
      throw Outcome.commandLineFault
    }
  }

  private func request(_ files: [String: [String]]) -> SparkRequest {
    let spark = command.spark
    let options = ResultOptions(
      period: command.period?.text, sort: "key", measures: command.measures,
      rejects: command.rejects != nil)
    var request = SparkRequest(
      master: spark.master ?? "", policyFiles: policyFiles, files: files, output: command.output,
      rejects: command.rejects, options: options,
      program: spark.program.map { .installed($0) } ?? .copied("/proc/self/exe"),
      programVersion: ProgramVersion.current)
    request.staging = spark.staging
    request.partitions = spark.partitions
    request.settings = spark.sparkSetting
    return request
  }

  /// What score can do and Spark cannot.
  private func refuseUnsuited() throws {
    if command.data.corrections != nil {
      throw ValidationError(
        "--corrections cannot be laid over data on Spark; correct the files, or leave out --engine")
    }
    if command.sort != ResultOptions.inputOrder {
      throw ValidationError(
        "--sort is not for --engine spark: each file of its result stands in the order of keys")
    }
    if command.encoding != .utf8 {
      throw ValidationError("--encoding is not for --engine spark: its result is UTF-8")
    }
  }

  private func complain(_ fault: SparkFault) throws {
    Terminal.error("\(fault)")
    if let advice = fault.advice { Terminal.note("  try: \(advice)") }
    throw fault.isOfTheCommandLine ? Outcome.commandLineFault : Outcome.dataFault
  }

  private func summarise(_ outcome: SparkOutcome, seconds: Double) throws {
    if !command.quiet {
      if let notice = command.data.notice { Terminal.note("notice: \(notice)") }
      for (table, rows) in outcome.rowCounts {
        Terminal.note("\(table): \(rows.counted("row")) in")
      }
      let files = outcome.partCount.counted("file")
      Terminal.note(
        "wrote \(outcome.scored.counted("subject")) to \(files) in \(command.output) in "
          + "\(seconds.rounded(to: 2)) s")
    }
    guard outcome.rejected > 0 else { return }
    Terminal.note(
      "warning: ranks were formed without the rejected rows; \(outcome.rejected) are in "
        + (command.rejects ?? ""))
    throw Outcome.findings
  }
}
