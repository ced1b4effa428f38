import ArgumentParser
import SegmentStreams

struct StreamSegmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment",
    abstract: "Goes on with subjects once what looks at others is known.",
    discussion: """
      Example:
        steelyard stream segment policy.yaml --number 1 < ranked.txt
      """)

  @OptionGroup var stream: StreamOptions

  @Option(help: "The number of the segment, from 1.")
  var number: Int

  @Option(help: "The period the results are for, where they come of this part.")
  var period: Period?

  func run() throws {
    try Outcome.report {
      let filter = try SegmentFilter(try stream.plan(), number: number, period: period?.text)
      try StandardStreams.run {
        try filter.run(from: StandardStreams.read, to: StandardStreams.write)
      }
    }
  }
}
