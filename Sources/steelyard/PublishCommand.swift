import ArgumentParser
import Foundation
import ResultArchive
import ResultRecords

struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Closes a period: puts a result into an archive, where it stays.",
    discussion: """
      Makes the result again first, as `verify` does, and publishes nothing that does not agree. One \
      entry is added, chained to the one before by its hash: result, manifest, rejected rows, policy, \
      the hashes of the data, statements. A period of a policy closes once; a result that corrects it \
      is a new entry, which says how it differs.

      Exit codes: 0 published; 1 the result does not agree with its manifest; 3 a file is at fault, \
      or the period is closed.

      Example:
        steelyard publish result.csv --archive archive.sqlite --by "Li Wei" --statements pages
      """)

  @Argument(help: "The result that `steelyard score` wrote, with a period.")
  var result: String

  @Option(
    help: ArgumentHelp(
      "The archive; it is made when it is not there. In a folder, archive.sqlite.",
      valueName: "file"))
  var archive: String

  @Option(help: ArgumentHelp("Who publishes.", valueName: "name"))
  var by: String

  @Option(help: ArgumentHelp("The folder of the statements to be kept.", valueName: "dir"))
  var statements: String?

  @Option(help: ArgumentHelp("The entry that this result corrects.", valueName: "entry"))
  var corrects: Int?

  @Option(help: ArgumentHelp("Why it is corrected.", valueName: "text"))
  var reason: String?

  @Flag(help: "Keep the data too, and not their hashes only.")
  var withData = false

  @OptionGroup var data: DataOptions

  @Option(help: "Another copy of the policy file.")
  var policy: String?

  @Option(help: "What standard output carries: text or json.")
  var format: OutputFormat = .text

  @OptionGroup var work: WorkOptions

  @Flag(help: "Show no progress.")
  var quiet = false

  func validate() throws {
    if (corrects == nil) != (reason == nil) {
      throw ValidationError("--corrects ENTRY and --reason TEXT go together")
    }
    if archive.isEmpty { throw ValidationError("--archive takes the name of a file") }
    try ResultName.check(result)
  }

  func run() throws {
    try Outcome.report {
      let progress = ProgressLine(isQuiet: quiet)
      defer { progress.finish() }
      let place = Archive.place(archive)
      if let statements { try keepApart(place, statements) }
      var publication = try publication(progress)
      let isThere = FileManager.default.fileExists(atPath: place)
      try publication.check()
      // What is refused in the end is better refused before any work.
      if isThere { try Archive.openOrMake(place).check(publication) }
      publication.effectiveFrom = try verified(publication, progress)
      let correction = try corrects.map { number in
        try PublishedCorrection(of: number, in: Archive.open(place), by: result, progress)
      }
      publication.differences = correction?.differences ?? []
      let opened = try Archive.openOrMake(place)
      let entry = try opened.publish(publication, progress: progress.show)
      progress.finish()
      try print(entry, opened, correction)
    }
  }

  /// An archive in the folder of the statements would become a part of itself.
  private func keepApart(_ archive: String, _ statements: String) throws {
    if OutputFiles.realPath(archive).hasPrefix(OutputFiles.realPath(statements) + "/") {
      throw ValidationError(
        "the archive \(archive) lies in the folder of the statements; name another place for it")
    }
  }

  /// What is to be published, so far as the manifest tells.
  private func publication(_ progress: ProgressLine) throws -> Publication {
    guard FileManager.default.fileExists(atPath: result) else {
      throw RecordError.unreadable(file: result, reason: "there is no such file")
    }
    let manifest = try ResultManifest(contentsOf: ResultManifest.file(ofResult: result))
    guard manifest.options.period != nil else {
      Terminal.error("\(result) has no period, and an archive closes periods")
      Terminal.note("  try: score again with --period, such as --period 2026Q1")
      throw Outcome.dataFault
    }
    let copies = try VerifyCopies(data, of: manifest)
    let files = try VerifyCopies.hinting(about: result) {
      try RecordedFiles(
        of: manifest, besideResult: result, policy: policy, tables: copies.files,
        corrections: copies.corrections)
    }
    var publication = Publication(
      manifest, files: files, effectiveFrom: nil, by: by, at: Date().ISO8601Format(),
      program: ProgramVersion.current)
    publication.statements = statements
    publication.keepsData = withData
    if let corrects, let reason {
      publication.correction = ArchiveEntry.Correction(entry: corrects, reason: reason)
    }
    return publication
  }

  /// Makes the result again; from when on the policy holds that it was made with.
  private func verified(_ publication: Publication, _ progress: ProgressLine) throws -> String? {
    let verdict = try VerifyCopies.hinting(about: result) {
      try VerifyVerdict(
        publication.manifest, publication.files, threads: work.threads, progress: progress.show)
    }
    guard verdict.agrees, let plan = verdict.plan else {
      progress.finish()
      Terminal.note(VerifyText(verdict).text)
      Terminal.error("nothing was published, as the result cannot be made again as it stands")
      throw Outcome.findings
    }
    return plan.effectiveFrom
  }

  private func print(
    _ entry: ArchiveEntry, _ archive: Archive, _ correction: PublishedCorrection?
  ) throws {
    let statements = try archive.statements(of: entry)?.statements.count ?? 0
    switch format {
    case .text:
      let text = PublishedText(entry, in: archive.file, statements: statements, correction)
      Terminal.print(Terminal.harmless(text.text))
    case .json:
      Terminal.print(
        try OutputFormat.json(
          PublishedDocument(
            entry, in: archive, statements: statements, affected: correction?.affected)))
    }
  }
}
