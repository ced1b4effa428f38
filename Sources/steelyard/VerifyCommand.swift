import ArgumentParser
import ColumnStore
import Foundation
import ResultRecords
import ScoringPlan

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

  @Argument(help: "The result that `steelyard score` wrote.")
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
    if result.hasSuffix(ResultManifest.suffix) {
      throw ValidationError(
        "\(result) is a manifest; name the result that it stands beside, "
          + "\(result.dropLast(ResultManifest.suffix.count))")
    }
  }

  func run() throws {
    try Outcome.report {
      let progress = ProgressLine(isQuiet: quiet)
      guard FileManager.default.fileExists(atPath: result) else {
        throw RecordError.unreadable(file: result, reason: "there is no such file")
      }
      let manifest = try ResultManifest(contentsOf: ResultManifest.file(ofResult: result))
      if data.corrections != nil, manifest.corrections == nil {
        throw ValidationError("the result was made without corrections; leave out --corrections")
      }
      let copies = try VerifyCopies(data, of: manifest)
      let verdict = try hinting {
        let files = try RecordedFiles(
          of: manifest, besideResult: result, policy: policy, tables: copies.files,
          corrections: data.corrections)
        return try verify(manifest, files, progress)
      }
      progress.finish()
      switch format {
      case .text: Terminal.print(Terminal.harmless(VerifyText(verdict).text))
      case .json: Terminal.print(try OutputFormat.json(VerifyDocument(verdict)))
      }
      if !verdict.agrees { throw Outcome.findings }
    }
  }

  private func verify(
    _ manifest: ResultManifest, _ files: RecordedFiles, _ progress: ProgressLine
  ) throws -> VerifyVerdict {
    var verification = ResultVerification(manifest, files: files)
    var changes = try verification.readFiles(progress: progress.show)
    var plan: Plan?
    if !changes.contains(where: \.concernsInputs) {
      let policy = try PolicyFile.plan(files.policy[0])
      changes += try verification.policyChanges(in: policy.files)
      plan = policy.plan
    }
    // What was made from other files would differ everywhere: that says nothing more.
    guard let plan, !changes.contains(where: \.concernsInputs) else {
      return VerifyVerdict(manifest, files, isPerformed: false, disagreements: changes)
    }
    let found = try verification.perform(plan, threads: work.threads, progress: progress.show)
    return VerifyVerdict(manifest, files, isPerformed: true, disagreements: changes + found)
  }

  /// Says how to name other copies of files that are not where the manifest says.
  private func hinting<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as RecordError {
      Terminal.error("\(error)")
      if case .unreadable(let file, _) = error, file != result {
        Terminal.note(
          "  try: name other copies by --data DIR, --table NAME=FILE, --corrections FILE, --policy FILE"
        )
      }
      throw Outcome.dataFault
    }
  }
}
