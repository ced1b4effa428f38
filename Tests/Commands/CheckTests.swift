import Foundation
import TestSupport
import Testing

@Suite("check")
struct CheckTests {
  @Test("a good policy: its tables, weights, bounds and consistency")
  func good() throws {
    let result = try CommandRunner.run(["check", Project.policy])
    #expect(result.exitCode == 0)
    #expect(result.errors.isEmpty)
    for words in [
      "customer-manager, version 1", "staff", "business", "financial   0.4832",
      "customer    0.2717",
      "internal    0.1569", "learning    0.0882", "bonus", "≤ 150", "0.005377", "below 0.1",
      "judgements in scorecard.weights (geometric-mean)", "The policy has no faults.",
    ] {
      #expect(result.output.contains(words), "lacks \(words): \(result.output)")
    }
  }

  @Test("JSON of a good policy")
  func json() throws {
    let result = try CommandRunner.run(["check", Project.policy, "--format", "json"])
    #expect(result.exitCode == 0)
    let document = try Self.object(result)
    #expect(document["valid"] as? Bool == true)
    #expect(document["policy"] as? String == "customer-manager")
    #expect(document["version"] as? String == "1")
    #expect((document["diagnostics"] as? [Any])?.isEmpty == true)
    let dimensions = try #require(document["dimensions"] as? [[String: Any]])
    #expect(
      dimensions.map { $0["name"] as? String } == [
        "financial", "customer", "internal", "learning", "additional",
      ])
    let weights = dimensions.compactMap { $0["weight"] as? Double }
    #expect(abs(weights.dropLast().reduce(0, +) - 1) < 1e-12)
    #expect(weights.last == 1)
    let judgements = try #require(document["judgements"] as? [[String: Any]])
    #expect(judgements.count == 3)
    let analysis = try #require(judgements[0]["analysis"] as? [String: Any])
    #expect(analysis["consistent"] as? Bool == true)
  }

  @Test("weights by a column are shown for each of its texts")
  func weightsByColumn() throws {
    let scratch = try TemporaryDirectory()
    try scratch.write(
      """
      policy: by
      tables: {staff: {key: id, columns: {role: {type: text, values: [p, q]}, a: {}, b: {}}}}
      scorecard:
        weights: {by: role, p: {one: 0.25, two: 0.75}, q: {one: 1, two: 0}}
        dimensions:
          one: {measures: {a: {score: a}}}
          two:
            weights: {by: role, p: {a: 0.5, b: 0.5}, q: {a: 0.125, b: 0.875}}
            measures: {a: {score: a}, b: {score: b}}
      """, to: "by.yaml")
    let text = try CommandRunner.run(["check", "by.yaml"], in: scratch.url)
    #expect(text.exitCode == 0)
    #expect(text.output.contains("0.2500  1.0000"), "\(text.output)")
    let json = try CommandRunner.run(["check", "by.yaml", "--format", "json"], in: scratch.url)
    let document = try Self.object(json)
    let weights = try #require(document["weightsBy"] as? [String: Any])
    #expect(weights["column"] as? String == "role")
    let choices = try #require(weights["weights"] as? [String: [String: Double]])
    #expect(choices == ["p": ["one": 0.25, "two": 0.75], "q": ["one": 1, "two": 0]])
    let dimensions = try #require(document["dimensions"] as? [[String: Any]])
    #expect(dimensions[1]["weight"] == nil)
    let inner = try #require(dimensions[1]["weightsBy"] as? [String: Any])
    let measures = try #require(inner["weights"] as? [String: [String: Double]])
    #expect(measures == ["p": ["a": 0.5, "b": 0.5], "q": ["a": 0.125, "b": 0.875]])
  }

  @Test("a gate that bars from one grade names it")
  func barred() throws {
    let policy = ProjectFiles.url("Datasets/policies/customer-manager/stars.yaml").path
    let result = try CommandRunner.run(["check", policy])
    #expect(result.output.contains("ineligible for star"))
  }

  @Test("contradicting judgements: a finding, with what to do about the worst one")
  func inconsistent() throws {
    let policy = Project.invalid.appendingPathComponent("policies/inconsistent.yaml").path
    let result = try CommandRunner.run(["check", policy])
    #expect(result.exitCode == 1)
    #expect(result.output.contains("not below 0.1"))
    for words in [
      "inconsistent.yaml:30:5: finding", "consistency ratio is 0.5609",
      "worst judgement: 1/5 for people against risk, where the weights imply 0.7324",
      "ask again how people compares with risk; 0.7324 would give the ratio 0.2243",
    ] {
      #expect(result.errors.contains(words), "\(result.errors)")
    }
    let json = try CommandRunner.run(["check", policy, "--format", "json"])
    #expect(json.exitCode == 1)
    let document = try Self.object(json)
    #expect(document["valid"] as? Bool == true)
    let diagnostics = try #require(document["diagnostics"] as? [[String: Any]])
    #expect(diagnostics.map { $0["code"] as? String } == ["judgement.inconsistent"])
    #expect(diagnostics[0]["severity"] as? String == "finding")
  }

  /// What a policy with four faults is told about each.
  private static let faults = [
    (line: 1, column: 1, code: "policy.missing-key"),
    (line: 5, column: 28, code: "policy.unknown-key"),
    (line: 6, column: 22, code: "policy.unknown-unit"),
    (line: 10, column: 34, code: "formula.unknown-name"),
  ]
  private static let faulty = """
    tables:
      staff:
        key: id
        columns:
          deposit: {unit: CNY, minium: 0}
          review: {unit: pont}
    scorecard:
      dimensions:
        people:
          measures: {review: {score: reviw}}

    """

  @Test("all faults of a file are reported together, each with its place")
  func faults() throws {
    let scratch = try TemporaryDirectory()
    try scratch.write(Self.faulty, to: "faulty.yaml")
    let result = try CommandRunner.run(["check", "faulty.yaml"], in: scratch.url)
    #expect(result.exitCode == 2)
    #expect(result.output.isEmpty)
    let first = result.errors.split(separator: "\n").filter { $0.contains(": error: ") }
    #expect(first.count == Self.faults.count, "\(result.errors)")
    for (line, fault) in zip(first, Self.faults) {
      #expect(line.hasPrefix("faulty.yaml:\(fault.line):\(fault.column): error: "), "\(line)")
      #expect(line.hasSuffix("[\(fault.code)]"), "\(line)")
    }
    #expect(result.errors.hasSuffix("4 errors\n"))
  }

  @Test("JSON of a faulty policy carries the same faults")
  func faultsAsJSON() throws {
    let scratch = try TemporaryDirectory()
    try scratch.write(Self.faulty, to: "faulty.yaml")
    let result = try CommandRunner.run(
      ["check", "faulty.yaml", "--format", "json"], in: scratch.url)
    #expect(result.exitCode == 2)
    let document = try Self.object(result)
    #expect(document["valid"] as? Bool == false)
    let diagnostics = try #require(document["diagnostics"] as? [[String: Any]])
    #expect(diagnostics.compactMap { $0["line"] as? Int } == Self.faults.map(\.line))
    #expect(diagnostics.compactMap { $0["column"] as? Int } == Self.faults.map(\.column))
    #expect(diagnostics.compactMap { $0["code"] as? String } == Self.faults.map(\.code))
    #expect(diagnostics.allSatisfy { $0["file"] as? String == "faulty.yaml" })
    #expect(diagnostics[1]["suggestion"] as? String == "did you mean \"minimum\"?")
  }

  private static func object(_ result: CommandResult) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require(object as? [String: Any])
  }
}
