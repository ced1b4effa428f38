import Foundation
import TestSupport
import Testing

@Suite("hierarchy")
struct HierarchyCommandTests {
  private static let folder = Project.invalid.appendingPathComponent("hierarchies")
  private static let house = Project.judgements.appendingPathComponent(
    "saaty-1990-house/hierarchy.yaml"
  ).path

  @Test(
    "a hierarchy with one fault is refused with the words it must say, in one message",
    arguments: try Expectation.all("hierarchies"))
  func faulty(expectation: Expectation) throws {
    let result = try CommandRunner.run(["hierarchy", "\(expectation.name).yaml"], in: Self.folder)
    expectation.check(result.errors)
    #expect(result.exitCode == expectation.exitCode)
    #expect(result.output.isEmpty)
    let faults = result.errors.split(separator: "\n").filter { $0.contains("error: ") }
    #expect(faults.count == 1, "one fault, one message: \(result.errors)")
  }

  @Test("every faulty hierarchy has its expectation")
  func complete() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
    let names = Set(try Expectation.all("hierarchies").map(\.name)).subtracting(["nowhere"])
    #expect(Set(files) == names)
  }

  /// The weights that Saaty 1990 prints for the three houses, and those of ideal synthesis.
  @Test("both syntheses of the house, and that the winner is another one")
  func text() throws {
    let result = try CommandRunner.run(["hierarchy", Self.house])
    #expect(result.exitCode == 0 && result.errors.isEmpty)
    for words in [
      "A  House A       0.39591     1  0.35771     2",
      "B  House B       0.34072     2  0.35961     1",
      "C  House C       0.26337     3  0.28268     3",
      "rank flip: A is above B by distributive synthesis, below it by ideal synthesis",
      "the winner is not the same",
    ] {
      #expect(result.output.contains(words), "\(result.output)")
    }
  }

  @Test("the table has a row for each criterion and each synthesis")
  func table() throws {
    let result = try CommandRunner.run(["hierarchy", Self.house, "--format", "csv"])
    let lines = result.output.split(separator: "\n").map { $0.split(separator: ",") }
    #expect(lines[0].suffix(3) == ["A", "B", "C"])
    #expect(lines.count == 12 && lines.dropFirst(2).prefix(8).allSatisfy { $0[0] == "criterion" })
    let weight = try #require(lines[10].last.flatMap { Double($0) })
    #expect(lines[10][0] == "distributive" && abs(weight - 0.26337) <= 5e-6)
  }

  @Test("inconsistent judgements are a finding, and the weights are given all the same")
  func findings() throws {
    let car = Project.judgements.appendingPathComponent("wikipedia-car/hierarchy.yaml").path
    let result = try CommandRunner.run(["hierarchy", car])
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("the judgements under style contradict each other"))
    #expect(result.output.contains("Odyssey"))
  }
}
