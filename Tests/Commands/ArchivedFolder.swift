import Foundation
import TestSupport
import Testing

/// A quarter with its result, statements and archive in one folder.
struct ArchivedFolder {
  let scratch: TemporaryDirectory

  init() throws {
    scratch = try TemporaryDirectory()
    try scratch.copy(Project.policies.appendingPathComponent("customer-manager"), to: "policy")
    for number in 1...3 {
      try scratch.write("<p>statement \(number)</p>\n", to: "pages/\(number).html")
    }
    try scratch.write("", to: "out/.keep")
    try score("2026Q1")
  }

  /// Scores a period into `out/PERIOD.csv`.
  func score(_ period: String, to name: String? = nil, _ more: [String] = []) throws {
    let scored = try run(
      ["score", "policy/stars.yaml", "--data", "policy/data", "--period", period]
        + ["--output", "out/\(name ?? period).csv"] + more)
    #expect(scored.exitCode == 0, "\(scored.errors)")
  }

  func run(_ arguments: [String]) throws -> CommandResult {
    try CommandRunner.run(arguments, in: scratch.url)
  }

  func publish(_ name: String = "2026Q1", _ more: [String] = []) throws -> CommandResult {
    try run(Self.arguments(name) + more)
  }

  static func arguments(_ name: String) -> [String] {
    ["publish", "out/\(name).csv", "--archive", "archive.sqlite", "--by", "Li Wei"]
  }

  func archive(_ command: String, _ more: [String] = []) throws -> CommandResult {
    try run(["archive", command, "archive.sqlite"] + more)
  }

  /// Replaces a text that stands in a file.
  func edit(_ name: String, _ old: String, _ new: String) throws {
    let text = try scratch.read(name)
    #expect(text.contains(old), "\(name)")
    try scratch.write(text.replacing(old, with: new), to: name)
  }

  /// What a shell prints, in the folder.
  func shell(_ commands: String) throws -> CommandResult {
    try CommandRunner.run(
      ["-eu", "-c", commands], executable: URL(fileURLWithPath: "/bin/sh"), in: scratch.url)
  }
}

extension CommandResult {
  /// The object that standard output holds.
  func json() throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
  }
}
