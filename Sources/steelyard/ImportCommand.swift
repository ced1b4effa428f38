import ArgumentParser
import ColumnStore
import DataImport
import Foundation
import ScoringEngine

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Makes tables that score reads of messy exports, as a map says.",
    discussion: """
      The map names for each kind of file its header row and what its columns hold, and the tables \
      that are made of them. Every repair stands in repairs.csv, every row that cannot be used in \
      rejects.csv; where only a person can decide, the questions are listed with the lines that \
      answer them in the map, and nothing is written. Files appear whole or not at all.

      Example:
        steelyard import map.yaml ledger.csv roster.csv --output DIR
      """)

  @Argument(help: "The map, a YAML file.")
  var map: String

  @Argument(help: "The exports that the map speaks of.")
  var files: [String]

  @Option(help: "The folder to write into, made if it is not there.")
  var output: String

  @OptionGroup var work: WorkOptions

  @Flag(help: "Show no progress and no summary.")
  var quiet = false

  func validate() throws {
    if output.isEmpty { throw ValidationError("--output needs the name of a folder") }
  }

  func run() throws {
    try Outcome.report {
      let job = ImportJob(
        try MapFile.read(map), files: files,
        threads: work.threads ?? ProcessInfo.processInfo.activeProcessorCount)
      try OutputFiles.protect([map] + files, from: job.outputs(in: output))
      try protectOthers(job.outputs(in: output))
      let outputs = try OutputFiles.begin { () throws(AtomicFileError) in
        try job.begin(in: output)
      }
      let progress = ProgressLine(isQuiet: quiet)
      defer { progress.finish() }
      let summary = try carryOut(job, outputs, progress)
      progress.finish()
      if !quiet {
        ImportText.lines(summary, folder: output, seconds: progress.seconds)
          .forEach(Terminal.note)
      }
      if summary.hasFindings { throw Outcome.findings }
    }
  }

  /// A file of a table's name may be somebody's only export, unless an earlier import left its log there.
  private func protectOthers(_ outputs: [String]) throws {
    let (tables, log) = (outputs.dropLast(2), outputs.suffix(2).first)
    if let log, FileManager.default.fileExists(atPath: log) { return }
    if let other = tables.first(where: FileManager.default.fileExists) {
      throw ValidationError(
        "\(other) is there already, and no import wrote it, for it left no repairs.csv; name another "
          + "folder, or move the file away")
    }
  }

  /// What is wrong with files, and what they leave open, is the data's fault.
  private func carryOut(
    _ job: ImportJob, _ outputs: ImportFiles, _ progress: ProgressLine
  ) throws -> ImportSummary {
    do {
      return try job.run(into: outputs) { done in
        progress.show(
          WorkProgress(
            activity: done.activity, done: done.done, total: done.total, measure: .bytes))
      }
    } catch let fault as ImportFault {
      progress.finish()
      Terminal.error("\(fault)")
      throw Outcome.dataFault
    } catch let failure as ImportFailure {
      progress.finish()
      for fault in failure.faults { Terminal.error("\(fault)") }
      for question in failure.questions { Terminal.note("\(question)") }
      if !failure.questions.isEmpty { Terminal.note(ImportText.questions(failure.questions.count)) }
      throw Outcome.dataFault
    }
  }
}
