import Foundation
import TestSupport
import Testing

@Suite("Questionnaires and panels")
struct PanelCommandTests {
  private func folder() throws -> TemporaryDirectory {
    let scratch = try TemporaryDirectory()
    try scratch.copy(Project.invalid.appendingPathComponent("panels"), to: "panels")
    return scratch
  }

  @Test(
    "what is wrong with answers is said, and nothing is written",
    arguments: try Expectation.all("panels"))
  func faults(expectation: Expectation) throws {
    let scratch = try folder()
    let before = try scratch.snapshot()
    let result = try CommandRunner.run(expectation.arguments, in: scratch.file("panels"))
    expectation.check(result.errors)
    #expect(result.exitCode == expectation.exitCode, "\(result.errors)")
    #expect(result.output.isEmpty == (expectation.exitCode > 1))
    #expect(try scratch.snapshot() == before)
  }

  @Test("what the spreadsheet asks, filled in, becomes the panel that the policy reads")
  func roundTrip() throws {
    let scratch = try folder()
    let run = { try CommandRunner.run($0, in: scratch.file("panels")) }
    // The panel that the policy names is not there yet.
    let asked = try run(["questionnaire", "policy.yaml", "--output", "form", "--language", "zh"])
    #expect(asked.exitCode == 0, "\(asked.errors)")
    #expect(asked.errors.contains("3 pairs in 1 set"))
    let form = try scratch.read("panels/form/questionnaire.csv")
    #expect(
      form == "\u{FEFF}respondent,set,row,column,judgement\n,dimensions,质量,speed,\n"
        + ",dimensions,质量,cost,\n,dimensions,speed,cost,\n")
    #expect(
      try scratch.read("panels/form/questionnaire.html").contains("lang=\"zh\" data-language"))
    // The name stands once, and nothing else is known of who returns it.
    try scratch.write(
      "respondent,set,row,column,judgement\n钱,dimensions,质量,speed,2\n,dimensions,质量,cost,1/4\n"
        + ",dimensions,speed,cost,1/8\n", to: "panels/answers/one.csv")
    try scratch.write(
      form.replacingOccurrences(of: ",\n", with: ",1\n"), to: "panels/answers/two.csv")
    try scratch.copy(scratch.file("panels/li.csv"), to: "panels/answers/li.csv")
    let merged = try run(
      ["panel", "answers", "--policy", "policy.yaml", "--output", "panel.csv", "--weight", "Li=2"])
    #expect(merged.exitCode == 0, "\(merged.errors)")
    let panel = try scratch.read("panels/panel.csv")
    #expect(panel.hasPrefix("respondent,row,column,judgement,weight,set\n"))
    #expect(panel.contains("Li,quality,speed,2,2,dimensions\n"))
    #expect(panel.contains("钱,cost,quality,4,1,dimensions\n"))
    #expect(panel.contains("two,quality,speed,1,1,dimensions\n"))
    let check = try run(["check", "policy.yaml", "--format", "json"])
    #expect(check.exitCode == 0, "\(check.errors)")
    let weights = try run(["weights", "panel.csv", "--set", "dimensions", "--format", "json"])
    let again = try run(["panel", "panel.csv", "--format", "json"])
    for key in ["respondents", "withoutThem", "consistencyRatio"] {
      #expect(weights.output.contains("\"\(key)\""))
      #expect(again.output.contains("\"\(key)\""))
    }
  }

  @Test("a form for spreadsheets can be in the encoding that they expect")
  func encoding() throws {
    let scratch = try folder()
    let result = try CommandRunner.run(
      [
        "questionnaire", "policy.yaml", "--output", "form", "--language", "zh", "--encoding",
        "gb18030",
      ],
      in: scratch.file("panels"))
    #expect(result.exitCode == 0, "\(result.errors)")
    let bytes = try Data(contentsOf: scratch.file("panels/form/questionnaire.csv"))
    #expect(String(data: bytes, encoding: .utf8) == nil)
    let read = try CommandRunner.run(
      ["panel", "form/questionnaire.csv", "li.csv", "--policy", "policy.yaml"],
      in: scratch.file("panels"))
    #expect(read.errors.contains("form/questionnaire.csv:1:1: finding: no judgement is filled in"))
  }

  @Test(
    "a policy leaves inconsistent respondents out, or refuses them",
    arguments: ["exclude", "error"])
  func policy(action: String) throws {
    let scratch = try folder()
    let folder = scratch.file("panels")
    let merged = try CommandRunner.run(
      ["panel", "li.csv", "wang.csv", "zhao.csv", "--output", "panel.csv"], in: folder)
    #expect(merged.exitCode == 1 && merged.errors.contains("wrote panel.csv"))
    let policy = try scratch.read("panels/policy.yaml")
    for limit in [action, "{limit: 0.2, action: \(action)}"] {
      try scratch.write(
        policy.replacingOccurrences(
          of: "set: dimensions}", with: "set: dimensions, maximum_respondent_ratio: \(limit)}"),
        to: "panels/limited.yaml")
      let check = try CommandRunner.run(["check", "limited.yaml", "--format", "json"], in: folder)
      #expect(check.exitCode == (action == "error" ? 2 : 1))
      #expect(check.output.contains("judgement.respondent-inconsistent"))
      guard action == "exclude" else { continue }
      // Without Zhao: the geometric means of Li's and Wang's judgements.
      let rest = try CommandRunner.run(
        ["panel", "li.csv", "wang.csv", "--format", "json"], in: folder)
      let weight = try #require(rest.output.firstMatch(of: /"weights" : \[\s*([0-9.]+)/)?.output.1)
      #expect(check.output.contains(weight))
    }
    for (limit, word) in [
      ("never", "policy.choice"), ("{limit: 0.2}", "policy.missing-key"),
      ("{limit: 0, action: warn}", "policy.bounds"),
    ] {
      try scratch.write(
        policy.replacingOccurrences(
          of: "set: dimensions}", with: "set: dimensions, maximum_respondent_ratio: \(limit)}"),
        to: "panels/limited.yaml")
      let check = try CommandRunner.run(["check", "limited.yaml"], in: folder)
      #expect(check.exitCode == 2 && check.errors.contains("[\(word)]"), "\(check.errors)")
    }
  }
}
