import ArgumentParser

/// What every command takes that analyses a policy on its people: what it prints, and how it goes about its
/// work.
struct AnalysisOptions: ParsableArguments {
  @Option(help: "What standard output carries: text, json or csv.")
  var format: TableFormat = .text

  @OptionGroup var work: WorkOptions

  @Flag(help: "Show no progress.")
  var quiet = false

  /// Prints what was found in the format that was asked for; only that is made.
  func print<Document: Encodable>(
    text: @autoclosure () -> String, json: @autoclosure () throws -> Document,
    csv: @autoclosure () -> [UInt8]
  ) throws {
    switch format {
    case .text: Terminal.print(Terminal.harmless(text()))
    case .json: Terminal.print(try OutputFormat.json(try json()))
    case .csv: Terminal.write(csv())
    }
  }
}
