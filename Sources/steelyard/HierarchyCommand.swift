import ArgumentParser
import Hierarchies

struct HierarchyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hierarchy",
    abstract: "Weighs criteria at any depth and alternatives, by two syntheses side by side.",
    discussion: """
      The file is YAML: a goal, criteria that may have criteria under them, and alternatives that are \
      compared or rated by each lowest criterion. Where distributive and ideal synthesis put two \
      alternatives in opposite orders, that is said.

      Example:
        steelyard hierarchy house.yaml
      """)

  @Argument(help: "The hierarchy file.")
  var file: String

  @Option(help: "What standard output carries: text, json or csv.")
  var format: TableFormat = .text

  func run() throws {
    try Outcome.report {
      let synthesis = try HierarchySynthesis(try HierarchyFile.read(file))
      switch format {
      case .text: Terminal.print(HierarchyText.text(synthesis))
      case .json: Terminal.print(try OutputFormat.json(HierarchyDocument(synthesis)))
      case .csv: Terminal.write(HierarchyTable.bytes(synthesis))
      }
      let findings = synthesis.findings
      Terminal.complain(findings)
      if !findings.isEmpty { throw Outcome.findings }
    }
  }
}
