import ArgumentParser
import ResultArchive

struct ArchiveExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Writes all that an archive holds of an entry into a folder.",
    discussion: """
      The files lie to each other as they did when the result was made, so that `steelyard verify` \
      makes the result again from them; data that were not archived must be named then.

      Example:
        steelyard archive extract archive.sqlite 1 --output entry-1
      """)

  @Argument(help: "The archive, or the folder with archive.sqlite in it.")
  var file: String

  @Argument(help: "The number of the entry.")
  var entry: Int

  @Option(help: ArgumentHelp("The folder, which must not be there or be empty.", valueName: "dir"))
  var output: String

  @Flag(help: "Show no progress.")
  var quiet = false

  func run() throws {
    try Outcome.report {
      let progress = ProgressLine(isQuiet: quiet)
      let archive = try Archive.open(file)
      let entry = try archive.entry(entry)
      var folder = try StagedFolder(output)
      try Interruption.removing(folder.path) {
        try archive.extract(entry, into: $0, progress: progress.show)
      }
      try folder.commit()
      progress.finish()
      let more = entry.hasData ? "" : " --data DIR"
      Terminal.note("wrote entry \(entry.number) into \(output); to make the result again:")
      Terminal.print("steelyard verify \(Archive.result(of: entry, in: output))\(more)")
    }
  }
}
