import ArgumentParser
import Databases
import Foundation
import ResultRecords

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Makes a result again and says whether every byte agrees.",
    discussion: """
      Reads the manifest beside the result, checks that result, policy and data are still those it \
      was written with, scores again with the recorded weights, and compares byte by byte. Says \
      apart from that whether the policy still gives the recorded weights.

      Exit codes: 0 everything agrees; 1 it does not; 3 a file is missing or the manifest damaged.

      Example:
        steelyard verify result.csv
      """)

  @Argument(
    help: "The result that `steelyard score` wrote: a file, or a table such as sqlite:FILE#TABLE.")
  var result: String

  @OptionGroup var data: DataOptions

  @Option(help: "Another copy of the policy file.")
  var policy: String?

  @Option(help: "What standard output carries: text or json.")
  var format: OutputFormat = .text

  @OptionGroup var work: WorkOptions

  @Flag(help: "Show no progress.")
  var quiet = false

  func validate() throws {
    if result.isEmpty { throw ValidationError("verify needs the name of a result") }
    try ResultName.check(result)
  }

  /// The manifest beside the result.
  private func manifest() throws -> ResultManifest {
    if let table = DatabaseTable(result) { return try ResultTables.manifest(readFrom: table) }
    guard FileManager.default.fileExists(atPath: result) else {
      throw RecordError.unreadable(file: result, reason: "there is no such file")
    }
    return try ResultManifest(contentsOf: ResultManifest.file(ofResult: result))
  }

  func run() throws {
    try Outcome.report {
      let progress = ProgressLine(isQuiet: quiet)
      let manifest = try manifest()
      let copies = try VerifyCopies(data, of: manifest)
      let verdict = try VerifyCopies.hinting(about: result) {
        let files = try RecordedFiles(
          of: manifest, besideResult: result, policy: policy, tables: copies.files,
          corrections: copies.corrections)
        return try VerifyVerdict(
          manifest, files, threads: work.threads, progress: progress.show)
      }
      progress.finish()
      switch format {
      case .text: Terminal.print(Terminal.harmless(VerifyText(verdict).text))
      case .json: Terminal.print(try OutputFormat.json(VerifyDocument(verdict)))
      }
      if !verdict.agrees { throw Outcome.findings }
    }
  }
}
