import Foundation
import TestSupport
import Testing

@Suite("Policies with one fault each")
struct InvalidPolicyTests {
  private static let folder = Project.invalid.appendingPathComponent("policies")

  @Test(
    "score refuses with the words it must say and touches nothing",
    arguments: try Expectation.all("policies"))
  func score(expectation: Expectation) throws {
    let scratch = try TemporaryDirectory()
    let output = try scratch.write("old\n", to: "result.csv")
    let result = try CommandRunner.run(
      ["score", "\(expectation.name).yaml", "--data", "nowhere", "--output", output.path],
      in: Self.folder)
    expectation.check(result.errors)
    #expect(result.exitCode == expectation.exitCode)
    #expect(result.output.isEmpty)
    #expect(try scratch.snapshot() == ["result.csv": Data("old\n".utf8)])
  }

  @Test("check says the same", arguments: try Expectation.all("policies"))
  func check(expectation: Expectation) throws {
    let result = try CommandRunner.run(["check", "\(expectation.name).yaml"], in: Self.folder)
    // Inconsistent judgements forbid scoring; to someone who only checks they are a finding.
    let isFinding = expectation.name == "inconsistent"
    #expect(result.exitCode == (isFinding ? 1 : expectation.exitCode))
    #expect(result.output.isEmpty != isFinding)
    guard !isFinding else { return }
    expectation.check(result.errors)
    let faults = result.errors.split(separator: "\n").filter { $0.contains(": error: ") }
    #expect(faults.count == 1, "one fault, one message: \(result.errors)")
  }

  @Test("every file has its expectation")
  func complete() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
    #expect(Set(files) == Set(try Expectation.all("policies").map(\.name)))
  }
}
