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

  /// The blocks of commands of a page, each with the block of text that follows it: those of `sh` run
  /// anywhere, those of `bash` need a server.
  static func blocks(of page: MarkdownPage, language: String = "sh") -> [DocumentedCommands] {
    let blocks = page.blocks
    return blocks.indices.filter { blocks[$0].language == language }.map { index in
      let next = blocks.indices.contains(index + 1) ? blocks[index + 1] : nil
      return DocumentedCommands(
        page: page.path, line: blocks[index].line, commands: blocks[index].text,
        shown: next?.language == "text" ? next?.lines ?? [] : [])
    }
  }
}

@Suite("The documentation's commands")
struct DocumentationTests {
  /// The first pages, and every page of the documentation and of a policy that shows commands.
  static let pages: [String] = {
    let documentation = names(in: "Documentation").map { "Documentation/\($0)" }
    let policies = names(in: "Datasets/policies").map { "Datasets/policies/\($0)/README.md" }
    return ["README.md", "README.zh.md"]
      + (documentation + policies).filter {
        (try? ProjectFiles.text($0))?.contains("```sh\n") ?? false
      }
  }()

  private static func names(in folder: String) -> [String] {
    (try? ProjectFiles.names(in: folder)) ?? []
  }

  @Test("work from the project's folder and print what the page shows", arguments: pages)
  func commandsWork(_ page: String) throws {
    let page = try MarkdownPage(page)
    let blocks = DocumentedCommands.blocks(of: page)
    let folder = try Self.folder(with: page.blocks.filter { $0.file != nil })
    for block in blocks {
      let result = try Self.run(block.commands, in: folder)
      #expect(result.exitCode == 0, "\(block.testDescription): \(result.errors)")
      Self.compare(result, block.shown, block.testDescription)
    }
  }

  @Test(
    "The demo prints what both first pages begin with", arguments: ["README.md", "README.zh.md"])
  func demo(_ page: String) throws {
    // Without what installs and builds.
    let preparations = ["cd ", "./Scripts/build"]
    let script = try ProjectFiles.text("Scripts/demo").split(separator: "\n").filter { line in
      !preparations.contains { line.hasPrefix($0) }
    }.joined(separator: "\n")
    let result = try Self.run(script, in: try Self.folder(with: []))
    #expect(result.exitCode == 0, "\(result.errors)")
    let blocks = try MarkdownPage(page).blocks.prefix { !$0.text.contains("Scripts/demo") }
    #expect(blocks.count == 3)
    for block in blocks { Self.compare(result, block.lines, "\(page):\(block.line)") }
  }

  /// Whether a page shows nothing but what was printed; blank lines and `...` apart.
  static func compare(_ result: CommandResult, _ shown: [String], _ place: String) {
    let printed = Set(
      (result.output + result.errors).split(whereSeparator: \.isNewline).map(comparable))
    for line in shown where !line.isEmpty && line != "..." {
      #expect(printed.contains(comparable(line)), "\(place) shows: \(line)")
    }
  }

  /// A line without what differs from run to run: seconds, and blanks at the end.
  private static func comparable(_ line: some StringProtocol) -> String {
    String(line).replacing(/in \d+\.\d+ s(?=$|;)/, with: "in some seconds")
      .replacing(/\s+$/, with: "")
  }

  /// A folder that looks like the project's after a release build, with files that a page shows.
  static func folder(with shown: [FencedBlock]) throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    for block in shown { try folder.write(block.text, to: block.file ?? "") }
    let files = FileManager.default
    try files.createDirectory(
      at: folder.file(".build/release"), withIntermediateDirectories: true)
    try files.createSymbolicLink(
      at: folder.file(".build/release/steelyard"),
      withDestinationURL: try CommandRunner.steelyard)
    try files.createSymbolicLink(
      at: folder.file("Datasets"),
      withDestinationURL: ProjectFiles.url("Datasets"))
    return folder
  }

  /// Runs commands with a shell, as a reader would who goes through a page from its top.
  static func run(
    _ commands: String, in folder: TemporaryDirectory, environment: [String: String] = [:]
  ) throws -> CommandResult {
    try CommandRunner.run(
      ["-eu", "-c", commands], executable: URL(fileURLWithPath: "/bin/bash"), in: folder.url,
      environment: environment)
  }
}
