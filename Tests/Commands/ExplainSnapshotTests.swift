import Foundation
import TestSupport
import Testing

/// Whole explanations as they were when last looked at. A test whose file is not there writes it and
/// fails, so that someone looks at it before it is checked in.
@Suite("explain, word for word")
struct ExplainSnapshotTests {
  private static let folder = "Tests/Cases/explanations"

  struct Snapshot: CustomTestStringConvertible {
    let key: String
    let format: String
    let language: String

    var file: String {
      "\(key)-\(language).\(format == "text" ? "txt" : format)"
    }
    var testDescription: String { file }
  }

  static let snapshots = ["B2", "D4", "G7"].flatMap { key in
    ["text", "html"].flatMap { format in
      ["en", "zh"].map { Snapshot(key: key, format: format, language: $0) }
    }
  }

  @Test("reads as it did", arguments: snapshots)
  func snapshot(_ snapshot: Snapshot) throws {
    let result = try CommandRunner.run(
      [
        "explain", "\(Self.folder)/policy.yaml", "--data", Self.folder, "--id", snapshot.key,
        "--format", snapshot.format, "--language", snapshot.language, "--period", "2026Q1",
      ] + (snapshot.language == "zh" ? ["--object-until", "2026-04-30"] : []),
      in: ProjectFiles.root)
    #expect(result.exitCode == 0, "\(result.errors)")
    try compare(result.output, with: snapshot.file)
  }

  @Test("the pages of groups and of all read as they did", arguments: ["en", "zh"])
  func groups(language: String) throws {
    let scratch = try TemporaryDirectory()
    let result = try CommandRunner.run(
      [
        "explain", "\(Self.folder)/policy.yaml", "--data", Self.folder, "--all", "--format", "html",
        "--language", language, "--period", "2026Q1", "--output", scratch.path,
      ], in: ProjectFiles.root)
    #expect(result.exitCode == 0, "\(result.errors)")
    for name in ["branch-Harbour", "index"] {
      try compare(scratch.read("\(name).html"), with: "\(name)-\(language).html")
    }
  }

  @Test("the pay report reads as it did", arguments: ["text", "json", "csv", "html"])
  func pay(format: String) throws {
    for language in format == "csv" ? ["en"] : ["en", "zh"] {
      let result = try CommandRunner.run(
        [
          "pay", "\(Self.folder)/policy.yaml", "--data", Self.folder, "--format", format,
          "--language", language, "--period", "2026Q1",
        ], in: ProjectFiles.root)
      #expect(result.exitCode == 0, "\(result.errors)")
      try compare(
        result.output, with: "pay-\(language).\(format == "text" ? "txt" : format)")
    }
  }

  private func compare(_ output: String, with name: String) throws {
    let file = ProjectFiles.url("\(Self.folder)/expected/\(name)")
    guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(output.utf8).write(to: file)
      Issue.record("\(name) was not there and is now: read it before it is checked in")
      return
    }
    for (line, (found, wanted)) in zip(
      output.components(separatedBy: "\n"), expected.components(separatedBy: "\n")
    ).enumerated() where found != wanted {
      Issue.record("\(name):\(line + 1) is now: \(found)")
      return
    }
    #expect(output == expected)
  }
}
