import Foundation
import TestSupport
import Testing

@Suite("weights from data")
struct WeightsFromDataTests {
  private static let policy = """
    policy: small
    version: "1"
    tables: {staff: {key: id, columns: {a: {unit: point}, b: {unit: point}, c: {unit: point, missing: allow}}}}
    scorecard:
      weights: {first: 0.5, second: 0.5}
      dimensions:
        first:
          weights: {a: 0.5, b: 0.5}
          measures: {a: {score: a}, b: {score: b}}
        second: {measures: {c: {score: c, missing: 0}}}
    """

  private func folder(_ staff: String) throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    try folder.write(Self.policy, to: "policy.yaml")
    try folder.write(staff, to: "staff.csv")
    return folder
  }

  private static let staff = "id,a,b,c\n1,1,2,3\n2,3,4,3\n3,2,3,3\n"

  struct Answer: Decodable {
    struct Dimension: Decodable {
      struct Measure: Decodable {
        let weight: Double
        let weightInDimension: Double
        let ownWeight: Double?
      }
      let weight: Double
      let measures: [Measure]
    }
    let people: Int
    let dimensions: [Dimension]
    let constants: [String]
  }

  @Test("a constant measure has no weight, and the others by their variation")
  func answer() throws {
    let folder = try folder(Self.staff)
    let result = try CommandRunner.run(
      [
        "weights", "policy.yaml", "--data", ".", "--method", "coefficient-of-variation",
        "--format", "json",
      ], in: folder.url)
    #expect(result.exitCode == 0, "\(result.errors)")
    let answer = try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))
    #expect(answer.people == 3 && answer.constants == ["second.c"])
    // Standard deviations alike, means 2 and 3: 1/2 to 1/3.
    let measures = answer.dimensions[0].measures
    #expect(abs(measures[0].weight - 0.6) < 1e-12 && abs(measures[1].weight - 0.4) < 1e-12)
    #expect(answer.dimensions[0].weight == 1 && answer.dimensions[1].weight == 0)
    #expect(measures[0].ownWeight == 0.25)
  }

  @Test("what is written is what the policy then takes", arguments: ["critic", "equal", "entropy"])
  func snippet(method: String) throws {
    let folder = try folder("id,a,b,c\n1,1,9,3\n2,3,4,5\n3,2,3,1\n")
    let written = try CommandRunner.run(
      ["weights", "policy.yaml", "--data", ".", "--method", method, "--output", "w.yaml"],
      in: folder.url)
    #expect(written.exitCode == 0, "\(written.errors)")
    let snippet = try String(contentsOf: folder.file("w.yaml"), encoding: .utf8)
    #expect(snippet.contains("# Weights of small, version 1, by \(method)"))
    let lines = snippet.split(separator: "\n").filter { $0.contains("weights: {") }
    try #require(lines.count == 2)
    let changed = Self.policy
      .replacing("  weights: {first: 0.5, second: 0.5}", with: lines[0])
      .replacing("      weights: {a: 0.5, b: 0.5}", with: lines[1])
    #expect(changed != Self.policy)
    try folder.write(changed, to: "changed.yaml")
    let check = try CommandRunner.run(["check", "changed.yaml"], in: folder.url)
    #expect(check.exitCode == 0, "\(check.errors)")
  }

  @Test("data that give no weights are refused with what to do")
  func refused() throws {
    let folder = try folder("id,a,b,c\n1,-1,9,3\n2,3,4,5\n")
    let arguments = ["weights", "policy.yaml", "--data", ".", "--method", "entropy"]
    let result = try CommandRunner.run(arguments, in: folder.url)
    #expect(result.exitCode == 3 && result.output.isEmpty)
    #expect(result.errors.contains("first.a has the negative number -1.0"))
    #expect(result.errors.contains("--normalization min-max"))
    let stretched = try CommandRunner.run(
      arguments + ["--normalization", "min-max"], in: folder.url)
    #expect(stretched.exitCode == 0, "\(stretched.errors)")
  }

  @Test("all methods stand beside each other in every format")
  func all() throws {
    let folder = try folder("id,a,b,c\n1,1,9,3\n2,3,4,5\n3,2,3,1\n4,5,5,5\n")
    let arguments = ["weights", "policy.yaml", "--data", ".", "--method", "all", "--format"]
    let csv = try CommandRunner.run(arguments + ["csv"], in: folder.url).output
      .split(whereSeparator: \.isNewline)
    // Eleven methods of three measures, and two tables of eleven by eleven.
    #expect(csv.count == 1 + 11 * 3 + 2 * 121 && csv[0] == "quantity,method,with,value")
    #expect(csv.contains("weight,policy,second.c,0.5"))
    #expect(csv.contains("spearman,critic,critic,1.0"))
    let latex = try CommandRunner.run(arguments + ["latex"], in: folder.url).output
    #expect(latex.contains("first.a & 0.2500 & 0.3333"))
    #expect(latex.components(separatedBy: "\\begin{tabular}").count == 3)
    let text = try CommandRunner.run(arguments + ["text"], in: folder.url)
    #expect(text.exitCode == 0 && text.output.contains("Kendall's tau-b"))
  }

  @Test("names with signs of LaTeX are no commands in it")
  func latexSigns() throws {
    let folder = try folder("id,a,b,c\n1,1,9,3\n2,3,4,5\n3,2,3,1\n4,5,5,5\n")
    let name = #"'a_1 & 5% #$~^\x*y'"#
    let changed = Self.policy.replacing("a: 0.5,", with: "\(name): 0.5,")
      .replacing("{a: {score: a}", with: "{\(name): {score: a}")
    try folder.write(changed, to: "policy.yaml")
    let result = try CommandRunner.run(
      ["weights", "policy.yaml", "--data", ".", "--method", "all", "--format", "latex"],
      in: folder.url)
    #expect(result.exitCode == 0, "\(result.errors)")
    // Two marks, for with one a backslash before a number sign would be Swift's.
    let signs = ##"\& 5\% \#\$\textasciitilde{}\textasciicircum{}\textbackslash{}x$\times$y"##
    let cell = #"first.a\_1 "# + signs + " & 0.2500"
    #expect(result.output.contains("\n\(cell)"), "\(result.output)")
  }
}
