import ArgumentParser

struct StreamCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stream",
    abstract: "Runs a part of a policy from standard input to standard output.",
    discussion: """
      What a distributed engine runs on its workers, and not for people: Documentation/streams.md \
      says what the lines are. A filter reads to the end of its input; whatever is not as it should be \
      there ends it with another exit code than 0, and then nothing that it has written counts.

      Example:
        steelyard stream rows policy.yaml --table staff --header staff_id,branch < staff.csv
      """,
    shouldDisplay: false,
    subcommands: [
      StreamRowsCommand.self, StreamSubjectsCommand.self, StreamSegmentCommand.self,
    ])
}
