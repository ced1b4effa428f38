import Foundation
import TestSupport
import Testing

@Suite("analyze flip and analyze design")
struct AnalyzeFlipTests {
  private static let folder = Project.invalid.appendingPathComponent("designs")
  private static let policy = ProjectFiles.url("Datasets/policies/customer-manager/stars.yaml").path
  private static let data = [
    "--data", ProjectFiles.url("Datasets/policies/customer-manager/data").path,
  ]

  @Test("a fault is refused with the words it must say", arguments: try Expectation.all("designs"))
  func faulty(expectation: Expectation) throws {
    let result = try CommandRunner.run(expectation.arguments, in: Self.folder)
    expectation.check(result.errors)
    #expect(result.exitCode == expectation.exitCode)
    #expect(result.output.isEmpty)
  }

  @Test(
    "the answer is the same bytes whatever the threads",
    arguments: [["--id", "000203"], ["--by", "branch"]])
  func threads(_ question: [String]) throws {
    let arguments = ["analyze", "flip", Self.policy] + Self.data + question + ["--format", "json"]
    let one = try CommandRunner.run(arguments + ["--threads", "1"])
    let three = try CommandRunner.run(arguments + ["--threads", "3"])
    #expect(one.exitCode == 0 && one.errors.isEmpty, "\(one.errors)")
    #expect(one.output == three.output)
    #expect(!one.output.contains("\"verified\" : false"))
    #expect(!one.output.contains("\"exact\" : false"))
  }

  @Test("compare accepts the scenario that a design writes, and finds in it what was promised")
  func scenario() throws {
    let scratch = try TemporaryDirectory()
    try scratch.write(
      """
      design: nearer
      move:
        judgements: {steps: 1}
        parameters:
          parameters.two_star_pay: [800, 900, 1000]
          grades.star.bands.3.seats: [3, 4]
      constraints:
        budget: {payroll: 9200}
        losers: {lose: star, at_most: 2}
        consistent: {consistency: 0.1}
      """, to: "design.yaml")
    let result = try CommandRunner.run(
      ["analyze", "design", Self.policy] + Self.data
        + ["--constraints", "design.yaml", "--output", "scenario.yaml", "--format", "json"],
      in: scratch.url)
    #expect(result.exitCode == 0, "\(result.errors)")
    let answer = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let policies = try #require(answer["policies"] as? [[String: Any]])
    let checks = try #require(policies[0]["checks"] as? [[String: Any]])
    let compared = try CommandRunner.run(
      ["compare", Self.policy, "scenario.yaml"] + Self.data + ["--format", "json"], in: scratch.url)
    #expect(compared.exitCode == 0, "\(compared.errors)")
    let comparison = try #require(
      try JSONSerialization.jsonObject(with: Data(compared.output.utf8)) as? [String: Any])
    let runs = try #require(comparison["policies"] as? [[String: Any]])
    #expect(runs[1]["policy"] as? String == "nearer")
    let payroll = (runs[1]["payroll"] as? [String: Any])?["total"] as? Double
    #expect(payroll == checks[0]["value"] as? Double)
  }
}
