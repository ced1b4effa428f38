import ArgumentParser
import Diagnostics
import PaperReproduction

struct ReproduceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reproduce",
    abstract: "Recomputes printed numbers, and says which way of computing explains each.",
    discussion: """
      Without a file the paper is the one that the policy customer-manager follows: shows what it \
      prints, what is recomputed, whether the two agree, and if not, why. A paper file holds the \
      judgements of any publication and the numbers it prints: shows which method, random index, \
      rounding and rounded intermediate result lead to each, and which digits nothing explains.

      Example:
        steelyard reproduce Datasets/papers/saaty-1990-house.yaml
      """)

  @Argument(help: ArgumentHelp("A paper file.", valueName: "paper"))
  var paper: String?

  @Option(help: "What standard output carries: text or json.")
  var format: OutputFormat = .text

  func run() throws {
    try Outcome.report {
      if let paper { return try explain(paper) }
      let lines = try PaperExample.lines()
      switch format {
      case .json: Terminal.print(try OutputFormat.json(lines.map(ReproducedDocument.init)))
      case .text: Terminal.print(ReproducedText.text(lines))
      }
    }
  }

  private func explain(_ paper: String) throws {
    let explained = try ExplainedPaper(PaperReader.read(contentsOf: paper))
    switch format {
    case .json: Terminal.print(try OutputFormat.json(PaperDocument(explained)))
    case .text: Terminal.print(Terminal.harmless(PaperText.text(explained)))
    }
    Terminal.complain(explained.findings)
    if !explained.findings.isEmpty { throw Outcome.findings }
  }
}

/// One line of the JSON of `reproduce`.
struct ReproducedDocument: Encodable {
  let section: String
  let quantity: String
  let printed: String?
  let recomputed: Double
  let agrees: Bool?
  let note: String?

  init(_ line: ReproducedLine) {
    section = line.section
    quantity = line.quantity
    printed = line.printed
    recomputed = line.recomputed
    agrees = line.agrees
    note = line.note
  }
}

/// The text of `reproduce`: a table for each part of the example, its notes below.
enum ReproducedText {
  static func text(_ lines: [ReproducedLine]) -> String {
    var sections: [String] = []
    for line in lines where !sections.contains(line.section) { sections.append(line.section) }
    return sections.map { section in
      self.section(section, lines.filter { $0.section == section })
    }.joined(separator: "\n\n")
  }

  private static func section(_ name: String, _ lines: [ReproducedLine]) -> String {
    var table = TextTable([
      ("", .left), ("printed", .right), ("recomputed", .right), ("", .left),
    ])
    var notes: [String] = []
    for line in lines {
      var verdict = line.agrees.map { $0 ? "agrees" : "differs" } ?? ""
      if let note = line.note {
        notes.append(note)
        verdict += verdict.isEmpty ? "[\(notes.count)]" : " [\(notes.count)]"
      }
      table.add([line.quantity, line.printed ?? "-", value(line.recomputed), verdict])
    }
    let numbered = notes.enumerated().map { "  [\($0 + 1)] \($1)" }
    return ([name, table.text()] + numbered).joined(separator: "\n")
  }

  private static func value(_ number: Double) -> String {
    number == number.rounded() ? number.rounded(to: 0) : number.rounded(to: 8)
  }
}
