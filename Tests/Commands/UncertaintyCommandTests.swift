import Foundation
import TestSupport
import Testing

@Suite("uncertainty")
struct UncertaintyCommandTests {
  private static let folder = Project.invalid.appendingPathComponent("uncertainty")
  private static let paper = Project.judgements.appendingPathComponent(
    "paper-customer-manager/matrix.csv"
  ).path

  @Test(
    "a fault is refused with the words it must say", arguments: try Expectation.all("uncertainty"))
  func faulty(expectation: Expectation) throws {
    let result = try CommandRunner.run(expectation.arguments, in: Self.folder)
    expectation.check(result.errors)
    #expect(result.exitCode == expectation.exitCode)
    #expect(result.output.isEmpty)
  }

  @Test("the same seed prints the same bytes whatever the threads")
  func threads() throws {
    let arguments = ["uncertainty", Self.paper, "--draws", "2000", "--step", "whole"]
    let one = try CommandRunner.run(arguments + ["--threads", "1", "--format", "json"])
    let two = try CommandRunner.run(arguments + ["--threads", "3", "--format", "json"])
    let other = try CommandRunner.run(arguments + ["--seed", "2", "--format", "json"])
    #expect(one.exitCode == 0 && one.errors.isEmpty)
    #expect(one.output == two.output && one.output != other.output)
  }

  @Test("each way to draw names itself")
  func ways() throws {
    let panel = Project.judgements.appendingPathComponent("synthetic-panel/panel.csv").path
    let scratch = try TemporaryDirectory()
    let intervals = try scratch.write(
      "row,column,low,high\nfinancial,customer,1,3\n", to: "intervals.csv"
    ).path
    let ways = [
      ([Self.paper], "half-step"), ([Self.paper, "--step", "whole"], "whole-step"),
      ([Self.paper, "--intervals", intervals, "--method", "geometric-mean"], "intervals"),
      ([panel, "--set", "dimensions", "--panel"], "panel"),
      ([panel, "--set", "dimensions", "--panel-spread"], "panel-spread"),
    ]
    for (arguments, name) in ways {
      let result = try CommandRunner.run(
        ["uncertainty"] + arguments + ["--draws", "100", "--format", "json"])
      #expect(result.exitCode == 0, "\(result.errors)")
      #expect(result.output.contains("\"spread\" : \"\(name)\""))
    }
  }

  @Test("a file of several sets needs the name of one")
  func sets() throws {
    let panel = Project.judgements.appendingPathComponent("synthetic-panel/panel.csv").path
    let result = try CommandRunner.run(["uncertainty", panel])
    #expect(result.exitCode == 64)
    #expect(result.errors.contains("name one by --set: dimensions, customer"))
  }
}
