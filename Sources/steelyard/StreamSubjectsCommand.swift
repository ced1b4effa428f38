import ArgumentParser
import SegmentStreams

struct StreamSubjectsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "subjects",
    abstract: "Scores subjects from rows sorted by key, up to where others are looked at.",
    discussion: """
      Example:
        steelyard stream subjects policy.yaml --header staff=staff_id,branch < rows.txt
      """)

  @OptionGroup var stream: StreamOptions

  @Option(
    help: ArgumentHelp(
      "A table and the line of its files with the names of columns; once for each table.",
      valueName: "table=line"))
  var header: [String] = []

  @Option(help: "The period the results are for, where they come of this part.")
  var period: Period?

  func run() throws {
    try Outcome.report {
      let filter = try SubjectsFilter(
        try stream.plan(), headers: try headers(), period: period?.text)
      try StandardStreams.run {
        try filter.run(from: StandardStreams.read, to: StandardStreams.write)
      }
    }
  }

  private func headers() throws -> [String: String] {
    var headers: [String: String] = [:]
    for text in header {
      guard let mark = text.firstIndex(of: "=") else {
        throw ValidationError("--header takes a table and its line as TABLE=LINE, not \"\(text)\"")
      }
      let table = String(text[..<mark])
      guard headers.updateValue(String(text[text.index(after: mark)...]), forKey: table) == nil
      else { throw ValidationError("--header names the table \(table) twice") }
    }
    return headers
  }
}
