import Foundation
import TestSupport
import Testing

/// One block of commands in a page, with the output that the page shows below it.
struct DocumentedCommands: CustomTestStringConvertible {
  let page: String
  let line: Int
  let commands: String
  let shown: [String]

  var testDescription: String { "\(page):\(line)" }

  /// The blocks of a page that begin with ```sh, each with the ```text block that follows it.
  static func blocks(of page: String) throws -> [DocumentedCommands] {
    let url = ProjectFiles.url(page)
    let lines = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
    var blocks: [DocumentedCommands] = []
    var index = 0
    while index < lines.count {
      defer { index += 1 }
      guard lines[index] == "```sh" || lines[index] == "```text" else { continue }
      let end = try #require(lines[index...].dropFirst().firstIndex(of: "```"))
      let content = Array(lines[(index + 1)..<end])
      if lines[index] == "```sh" {
        blocks.append(
          DocumentedCommands(
            page: page, line: index + 1, commands: content.joined(separator: "\n"), shown: []))
      } else if let last = blocks.popLast() {
        blocks.append(
          DocumentedCommands(
            page: page, line: last.line, commands: last.commands,
            shown: last.shown.isEmpty ? content : last.shown))
      }
      index = end
    }
    return blocks
  }
}

@Suite("The documentation's commands")
struct DocumentationTests {
  static let pages =
    [
      "README.md", "README.zh.md", "Documentation/judgement-files.md",
      "Documentation/comparison.md", "Documentation/explanations.md", "Documentation/generate.md",
      "Documentation/standards.md", "Documentation/verification.md",
    ]
    + [
      "brokerage-team", "customer-manager", "foreign-bank", "level-ladder", "responsibility-profit",
      "service-promises", "settlement-rhythm", "state-bank", "telecom-units", "tobacco-stars",
    ].map { "Datasets/policies/\($0)/README.md" }

  @Test("work from the project's folder and print what the page shows", arguments: pages)
  func commandsWork(_ page: String) throws {
    let blocks = try DocumentedCommands.blocks(of: page)
    #expect(!blocks.isEmpty)
    for block in blocks {
      let result = try run(block.commands)
      #expect(result.exitCode == 0, "\(block.testDescription): \(result.errors)")
      let printed = Set((result.output + result.errors).split(separator: "\n").map(comparable))
      for line in block.shown where !line.isEmpty && line != "..." {
        #expect(printed.contains(comparable(line)), "\(block.testDescription) shows: \(line)")
      }
    }
  }

  /// A line without what differs from run to run: seconds, and blanks at the end.
  private func comparable(_ line: some StringProtocol) -> String {
    String(line).replacing(/in \d+\.\d+ s$/, with: "in some seconds")
      .replacing(/\s+$/, with: "")
  }

  /// Runs commands with a shell in a folder that looks like the project's after a release build.
  private func run(_ commands: String) throws -> CommandResult {
    let folder = try TemporaryDirectory()
    let files = FileManager.default
    try files.createDirectory(
      at: folder.file(".build/release"), withIntermediateDirectories: true)
    try files.createSymbolicLink(
      at: folder.file(".build/release/steelyard"),
      withDestinationURL: try CommandRunner.steelyard)
    try files.createSymbolicLink(
      at: folder.file("Datasets"),
      withDestinationURL: ProjectFiles.url("Datasets"))
    return try CommandRunner.run(
      ["-eu", "-c", commands],
      executable: URL(fileURLWithPath: "/bin/bash"), in: folder.url)
  }
}
