import Foundation
import TestSupport
import Testing

@Suite("Command lines with one fault each")
struct InvalidCommandTests {
  @Test(
    "the command refuses with the words it must say and touches nothing",
    arguments: try Expectation.all("commands"))
  func refuses(expectation: Expectation) throws {
    let scratch = try TemporaryDirectory()
    try scratch.copy(Project.policies.appendingPathComponent("customer-manager"), to: "policy")
    try scratch.copy(Project.branches.appendingPathComponent("worked-example"), to: "data")
    try scratch.copy(Project.invalid.appendingPathComponent("commands"), to: "commands")
    // A second way to the same folder, for outputs that are inputs under another name.
    try FileManager.default.createSymbolicLink(
      atPath: scratch.file("link").path, withDestinationPath: "data")
    let before = try scratch.snapshot()
    let result = try CommandRunner.run(expectation.arguments, in: scratch.url)
    expectation.check(result.errors)
    #expect(result.exitCode == expectation.exitCode)
    #expect(result.output.isEmpty)
    #expect(try scratch.snapshot() == before)
  }

  @Test("an empty name for the output is not written to")
  func emptyOutput() throws {
    let result = try CommandRunner.run(
      ["score", Project.policy, "--data", Project.branch("worked-example"), "--output", ""])
    #expect(result.errors.contains("--output needs the name of a file"))
    #expect(result.exitCode == 64)
  }

  @Test(
    "weights refuses each faulty judgement file", arguments: try Project.expectations("judgements"))
  func judgements(expectation: [String: String]) throws {
    try weights(refuse: expectation, in: "judgements")
  }

  @Test(
    "weights refuses each faulty file of another program",
    arguments: try Project.expectations("foreign"))
  func foreign(expectation: [String: String]) throws {
    try weights(refuse: expectation, in: "foreign")
  }

  private func weights(refuse expectation: [String: String], in folder: String) throws {
    let file = try #require(expectation["file"])
    let result = try CommandRunner.run(
      ["weights", file], in: Project.invalid.appendingPathComponent(folder))
    for word in (expectation["words"] ?? "").split(separator: "|") {
      #expect(result.errors.contains(word), "\(result.errors) lacks: \(word)")
    }
    #expect(result.exitCode == 2)
    #expect(result.output.isEmpty)
  }
}
