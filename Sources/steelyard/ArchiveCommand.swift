import ArgumentParser

struct ArchiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: "Lists, shows, verifies and takes out what was published.",
    discussion: """
      An archive is one file that `steelyard publish` appends to. A folder may be named instead; then \
      its archive.sqlite is meant.

      Example:
        steelyard archive verify archive.sqlite
      """,
    subcommands: [
      ArchiveListCommand.self, ArchiveShowCommand.self, ArchiveVerifyCommand.self,
      ArchiveExtractCommand.self, ArchivePolicyCommand.self,
    ])

  func validate() throws { try Self.refuseMisspeltCommand(at: 2) }
}
