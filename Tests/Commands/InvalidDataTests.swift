import Foundation
import TestSupport
import Testing

@Suite("Data with one fault each")
struct InvalidDataTests {
  private static let folder = Project.invalid.appendingPathComponent("data")

  @Test(
    "score refuses with the words it must say and touches nothing",
    arguments: try Expectation.all("data").filter { $0.exitCode != 0 })
  func score(expectation: Expectation) throws {
    let scratch = try TemporaryDirectory()
    let output = try scratch.write("old\n", to: "result.csv")
    let result = try Self.score(expectation, output)
    expectation.check(result.errors)
    #expect(result.exitCode == expectation.exitCode)
    #expect(result.output.isEmpty)
    #expect(try scratch.snapshot() == ["result.csv": Data("old\n".utf8)])
  }

  @Test("a header without rows is a population of nobody: a header is written")
  func headerOnly() throws {
    let expectation = try #require(try Expectation.all("data").first { $0.name == "header-only" })
    let scratch = try TemporaryDirectory()
    let result = try Self.score(expectation, scratch.file("result.csv"))
    expectation.check(result.errors)
    #expect(result.exitCode == 0)
    #expect(
      try scratch.read("result.csv") == "id,branch,role,money,people,total,branch_rank\n")
  }

  @Test("every folder has its expectation")
  func complete() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { !$0.contains(".") }
    #expect(Set(folders) == Set(try Expectation.all("data").map(\.name)))
  }

  private static func score(_ expectation: Expectation, _ output: URL) throws -> CommandResult {
    let data = folder.appendingPathComponent(expectation.name)
    let hasPolicy = FileManager.default.fileExists(atPath: data.path + "/policy.yaml")
    let policy = hasPolicy ? "policy.yaml" : "../policy.yaml"
    return try CommandRunner.run(
      ["score", policy, "--data", ".", "--output", output.path], in: data)
  }
}
