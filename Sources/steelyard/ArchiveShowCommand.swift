import ArgumentParser
import ResultArchive

struct ArchiveShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows everything about one entry of an archive, with its differences.",
    discussion: """
      `--format record` prints the text whose SHA-256 is the entry's hash, so that `sha256sum` can \
      compute it.

      Example:
        steelyard archive show archive.sqlite 1
      """)

  @Argument(help: "The archive, or the folder with archive.sqlite in it.")
  var file: String

  @Argument(help: "The number of the entry.")
  var entry: Int

  @Option(help: "What standard output carries: text, json or record.")
  var format: EntryFormat = .text

  func run() throws {
    try Outcome.report {
      let archive = try Archive.open(file)
      let entries = try archive.entries()
      let entry = try archive.entry(entry)
      if format == .record { return Terminal.write(Array(entry.record.utf8)) }
      let contents = ArchivedEntry(
        entry: entry, correctedBy: entry.correctedBy(among: entries),
        statements: try archive.statements(of: entry)?.statements ?? [],
        differences: try archive.differences(of: entry))
      switch format {
      case .json:
        Terminal.print(try OutputFormat.json(ArchivedEntryDocument(contents, among: entries)))
      default:
        Terminal.print(Terminal.harmless(ArchivedEntryText(contents, in: archive.file).text))
      }
    }
  }
}
