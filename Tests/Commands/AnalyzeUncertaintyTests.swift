import Foundation
import TestSupport
import Testing

@Suite("analyze uncertainty and analyze panel")
struct AnalyzeUncertaintyTests {
  private static let stars = "Datasets/policies/customer-manager/stars.yaml"
  private static let data = ["--data", "Datasets/policies/customer-manager/data"]
  private static let few = ["--draws", "100", "--step", "whole"]
  private static let folder = Project.invalid.appendingPathComponent("stability")

  private static func run(_ arguments: [String]) throws -> CommandResult {
    try CommandRunner.run(["analyze"] + arguments, in: ProjectFiles.root)
  }

  @Test(
    "a fault is refused with the words it must say", arguments: try Expectation.all("stability"))
  func faulty(expectation: Expectation) throws {
    let result = try CommandRunner.run(expectation.arguments, in: Self.folder)
    expectation.check(result.errors)
    #expect(result.exitCode == expectation.exitCode)
    #expect(result.output.isEmpty)
  }

  @Test("the same seed prints the same bytes whatever the threads", arguments: ["json", "csv"])
  func threads(format: String) throws {
    let arguments = ["uncertainty", Self.stars] + Self.data + Self.few + ["--format", format]
    let outputs = try ["1", "2", "7"].map { try Self.run(arguments + ["--threads", $0]).output }
    #expect(outputs[0] == outputs[1] && outputs[0] == outputs[2])
    #expect(!outputs[0].isEmpty)
    #expect(try Self.run(arguments + ["--seed", "2"]).output != outputs[0])
  }

  @Test("the table has a row for each person, whose shares of grades are 1 together")
  func table() throws {
    let result = try Self.run(
      ["uncertainty", Self.stars] + Self.data + Self.few + ["--format", "csv"])
    #expect(result.exitCode == 0, "\(result.errors)")
    let lines = result.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(lines.count == 17)
    let places = lines[0].indices.filter { lines[0][$0].contains(".share_of_") }
    #expect(places.count == 5)
    for line in lines.dropFirst() {
      let sum = places.reduce(0.0) { $0 + (Double(line[$1]) ?? 0) }
      #expect(abs(sum - 1) < 1e-9)
    }
  }

  @Test("one person is shown with the share of draws of each rank and grade")
  func person() throws {
    let result = try Self.run(
      ["uncertainty", Self.stars] + Self.data + Self.few + ["--id", "000213"])
    #expect(result.exitCode == 0, "\(result.errors)")
    for word in ["000213", "branch_rank:", "expected", "star:", "as judged"] {
      #expect(result.output.contains(word), "\(result.output)")
    }
  }

  @Test("intervals hold for the weights that they name, and the others stay as judged")
  func intervals() throws {
    let scratch = try TemporaryDirectory()
    let file = try scratch.write("row,column,low,high\nhours,exam,1/3,1\n", to: "i.csv").path
    let path = "scorecard.dimensions.learning.weights"
    let result = try Self.run(
      ["uncertainty", Self.stars] + Self.data
        + ["--draws", "50", "--intervals", "\(path)=\(file)", "--format", "json"])
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.output.contains("\"path\" : \"\(path)\""))
    #expect(result.output.contains("\"spread\" : \"intervals\""))
    let unknown = try Self.run(
      ["uncertainty", Self.stars] + Self.data + ["--intervals", "scorecard.weight=\(file)"])
    #expect(unknown.exitCode == 64)
    #expect(unknown.errors.contains("did you mean \"scorecard.weights\""))
  }
}
