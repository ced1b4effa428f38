import ArgumentParser
import SegmentStreams

struct StreamRowsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rows",
    abstract: "Brings the lines of a table's file to the form in which they are sorted by key.",
    discussion: """
      Example:
        steelyard stream rows policy.yaml --table staff --header staff_id,branch < staff.csv
      """)

  @OptionGroup var stream: StreamOptions

  @Option(help: ArgumentHelp("The table whose lines these are.", valueName: "name"))
  var table: String

  @Option(
    help: ArgumentHelp("The line of the file with the names of columns.", valueName: "line"))
  var header: String

  func run() throws {
    try Outcome.report {
      let filter = try RowsFilter(try stream.plan(), table: table, header: header)
      try StandardStreams.run {
        try filter.run(from: StandardStreams.read, to: StandardStreams.write)
      }
    }
  }
}
