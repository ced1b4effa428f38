import ArgumentParser
import Calendars
import ResultArchive

struct ArchivePolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "Writes the policy that was in force on a day into a folder.",
    discussion: """
      Of the published versions of a policy, the one with the latest `effective_from` not after the \
      day; of several, the one published last. Prints the policy's own file.

      Example:
        steelyard archive policy archive.sqlite customer-manager --on 2026-03-31 --output policy
      """)

  @Argument(help: "The archive, or the folder with archive.sqlite in it.")
  var file: String

  @Argument(help: "The name of the policy.")
  var name: String

  @Option(help: ArgumentHelp("The day, such as 2026-03-31.", valueName: "date"))
  var on: String

  @Option(help: ArgumentHelp("The folder, which must not be there or be empty.", valueName: "dir"))
  var output: String

  func validate() throws {
    if CivilDate(on) == nil {
      throw ValidationError("--on takes a day such as 2026-03-31, not \"\(on)\"")
    }
  }

  func run() throws {
    try Outcome.report {
      let archive = try Archive.open(file)
      let day = CivilDate(on)?.description ?? on
      let entry = try archive.policy(name, on: day)
      var folder = try StagedFolder(output)
      let policy = try Interruption.removing(folder.path) {
        try archive.extractPolicy(of: entry, into: $0)
      }
      try folder.commit()
      let start = entry.effectiveFrom.map { "in force from \($0)" } ?? "without a first day"
      Terminal.note("\(entry.policy) \(entry.version), \(start), as entry \(entry.number) has it")
      Terminal.print(DataOptions.file(policy, in: output))
    }
  }
}
