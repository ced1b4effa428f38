import ArgumentParser
import ResultArchive
import ResultRecords

struct ArchiveVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Says whether everything in an archive is as it was published.",
    discussion: """
      Checks the database, the chain of entries, every content against its hash, and the manifests. \
      Results whose data are archived, or named by --data, are made again and compared byte by byte.

      Exit codes: 0 everything agrees; 1 something does not; 3 the file is no archive.

      Example:
        steelyard archive verify archive.sqlite --head 2f6c...
      """)

  @Argument(help: "The archive, or the folder with archive.sqlite in it.")
  var file: String

  @Option(
    help: ArgumentHelp("Look only at the contents of this entry.", valueName: "number"))
  var entry: Int?

  @Option(
    help: ArgumentHelp(
      "The hash of an entry as it was written down elsewhere.", valueName: "hash"))
  var head: String?

  @OptionGroup var data: DataOptions

  @Option(help: "What standard output carries: text or json.")
  var format: OutputFormat = .text

  @OptionGroup var work: WorkOptions

  @Flag(help: "Show no progress.")
  var quiet = false

  func validate() throws {
    if let head, ContentHash(head.lowercased()) == nil {
      throw ValidationError("--head takes the 64 hexadecimal digits of a hash, not \"\(head)\"")
    }
    if entry == nil, data.folder != nil || !data.tables.isEmpty || data.corrections != nil {
      throw ValidationError(
        "--data, --table and --corrections go with --entry, as each period has its own data")
    }
  }

  /// The archive; pages that cannot be read are a disagreement, as its other faults are.
  private func opened() throws -> Archive {
    do {
      return try Archive.open(file)
    } catch let error as ArchiveError where error.isOfDamagedPages {
      Terminal.print("DISAGREES: \(Terminal.harmless("\(file)\n  the archive: \(error)"))")
      throw Outcome.findings
    }
  }

  func run() throws {
    try Outcome.report {
      let progress = ProgressLine(isQuiet: quiet)
      defer { progress.finish() }
      let archive = try opened()
      let verification = try ArchiveVerification(of: archive, entry: entry, progress: progress.show)
      var verdict = ArchiveVerdict(verification, of: archive)
      let chosen = verification.entries.filter { entry == nil || $0.number == entry }
      if let entry, chosen.isEmpty, verdict.agrees { _ = try archive.entry(entry) }
      for entry in chosen { try verdict.remake(entry, data, threads: work.threads, progress) }
      if let head = head.flatMap({ ContentHash($0.lowercased()) }) { verdict.look(for: head) }
      progress.finish()
      switch format {
      case .text: Terminal.print(Terminal.harmless(ArchiveVerdictText(verdict).text))
      case .json: Terminal.print(try OutputFormat.json(ArchiveVerdictDocument(verdict)))
      }
      if !verdict.agrees { throw Outcome.findings }
    }
  }
}
