import Foundation
import TestSupport
import Testing

/// A published result of a month and its re-run from corrected data, each with its manifest.
private struct CorrectedMonth {
  let scratch: TemporaryDirectory

  init() throws {
    scratch = try TemporaryDirectory()
    let source = Project.policies.appendingPathComponent("brokerage-team")
    try scratch.copy(source.appendingPathComponent("monthly.yaml"), to: "monthly.yaml")
    try scratch.copy(source.appendingPathComponent("data/2026-10"), to: "data")
    try scratch.copy(source.appendingPathComponent("data/2026-10"), to: "corrected")
    let accounts = try scratch.read("corrected/accounts.csv")
    let line = "B001,100001,TRUE,1210.83,"
    #expect(accounts.contains(line))
    try scratch.write(
      accounts.replacing(line, with: "B001,100001,TRUE,2210.83,"), to: "corrected/accounts.csv")
    try score("data", "old.csv")
    try score("corrected", "new.csv")
  }

  func score(_ data: String, _ output: String, _ more: [String] = []) throws {
    let scored = try CommandRunner.run(
      ["score", "monthly.yaml", "--data", data, "--output", output] + more, in: scratch.url)
    #expect(scored.exitCode == 0, "\(scored.errors)")
  }

  func difference(_ arguments: [String]) throws -> CommandResult {
    try CommandRunner.run(["difference"] + arguments, in: scratch.url)
  }
}

@Suite("difference")
struct DifferenceCommandTests {
  private static let manifest = "new.csv.manifest.json"

  private static func object(_ result: CommandResult) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require(value as? [String: Any])
  }

  @Test("a corrected account is told from the pay to the file that was corrected")
  func text() throws {
    let month = try CorrectedMonth()
    let result = try month.difference(["old.csv", "new.csv", "--by", "pay", "--top", "1"])
    #expect(result.exitCode == 1)
    #expect(result.errors.isEmpty, "\(result.errors)")
    for words in [
      "DIFFERS: new.csv from old.csv\n",
      "matched by staff_id: 11 subjects in both, 7 of them changed; 0 only in the old result",
      "largest movers, 1 of 7, by the change of pay\n  B001\n",
      "    pay: 2854.51 -> 3409.01 (+554.5)\n", "what differs in the jobs\n  data of accounts\n",
      "    was data/accounts.csv, 2017 bytes with SHA-256 ",
      "    is  corrected/accounts.csv, 2017 bytes with SHA-256 ",
    ] {
      #expect(result.output.contains(words), "\(words) in \(result.output)")
    }
    let pay = result.output.split(separator: "\n").first { $0.hasPrefix("  pay ") }
    #expect(
      pay?.split(separator: " ") == ["pay", "1", "+554.5", "+554.5", "+554.5", "B001"],
      "\(result.output)")
    #expect(!result.output.contains("data of staff"))
  }

  @Test("CSV has every cell that differs")
  func csv() throws {
    let month = try CorrectedMonth()
    let result = try month.difference(["old.csv", "new.csv", "--format", "csv", "--top", "0"])
    #expect(result.exitCode == 1)
    let lines = result.output.split(separator: "\n")
    #expect(lines.first == "key,column,old,new,change")
    // Six cells of the person, and three sums of the branch on each of its seven people's rows.
    #expect(lines.count == 1 + 6 + 3 * 7)
    #expect(lines.contains("B001,pay,2854.51,3409.01,554.5"))
  }

  @Test("JSON has the summary, the jobs and every cell")
  func json() throws {
    let month = try CorrectedMonth()
    let result = try month.difference(["old.csv", "new.csv", "--format", "json"])
    #expect(result.exitCode == 1)
    let object = try Self.object(result)
    #expect(object["differs"] as? Bool == true)
    #expect(object["subjectsInBoth"] as? Int == 11)
    #expect(object["subjectsChanged"] as? Int == 7)
    let columns = try #require(object["columns"] as? [[String: Any]])
    let pay = try #require(columns.first { $0["name"] as? String == "pay" })
    #expect(pay["sum"] as? Double == 554.5)
    #expect((pay["largest"] as? [String: Any])?["key"] as? String == "B001")
    let job = try #require(object["job"] as? [String: Any])
    #expect(job["oldManifest"] as? String == "fits")
    let changes = try #require(job["changes"] as? [[String: Any]])
    #expect(changes.map { $0["kind"] as? String } == ["input"])
    let cells = try #require(object["changes"] as? [[String: Any]])
    #expect(cells.count == 6 + 3 * 7)
    #expect(cells.contains { $0["key"] as? String == "B001" && $0["new"] as? String == "3409.01" })
  }

  @Test("a re-run from the same data has no difference, in whatever order its rows stand")
  func same() throws {
    let month = try CorrectedMonth()
    try month.score("data", "again.csv", ["--sort", "branch_rank"])
    let result = try month.difference(["old.csv", "again.csv"])
    #expect(result.exitCode == 0, "\(result.output)")
    #expect(result.output.hasPrefix("SAME: again.csv and old.csv: 11 subjects"))
    #expect(result.output.contains("option sort: input -> branch_rank"))
    let json = try Self.object(month.difference(["old.csv", "old.csv", "--format", "json"]))
    #expect(json["differs"] as? Bool == false)
    #expect((json["changes"] as? [Any])?.isEmpty == true)
    let csv = try month.difference(["old.csv", "old.csv", "--format", "csv"])
    #expect(csv.exitCode == 0 && csv.output == "key,column,old,new,change\n")
  }

  @Test("subjects, columns and periods that one result lacks are listed")
  func listed() throws {
    let scratch = try TemporaryDirectory()
    try scratch.write("id,period,x,gone\n1,2026,5,0\n2,2026,6,0\n", to: "old.csv")
    try scratch.write("id,period,x,come\n1,2026,5,0\n1,2027,7,0\n", to: "new.csv")
    let text = try CommandRunner.run(["difference", "old.csv", "new.csv"], in: scratch.url)
    #expect(text.exitCode == 1)
    for words in [
      "matched by id and period", "columns only in the old result: gone",
      "columns only in the new result: come", "only in the old result: 2, 2026",
      "only in the new result: 1, 2027", "old.csv has no manifest beside it",
      "what differs in the jobs cannot be told",
    ] {
      #expect(text.output.contains(words), "\(words) in \(text.output)")
    }
    let csv = try CommandRunner.run(
      ["difference", "old.csv", "new.csv", "--format", "csv"], in: scratch.url)
    #expect(
      csv.output == "key,period,column,old,new,change\n1,2027,id,,1,\n2,2026,id,2,,\n")
  }

  @Test("a result that was edited since is said not to be its manifest's")
  func edited() throws {
    let month = try CorrectedMonth()
    let text = try month.scratch.read("new.csv")
    try month.scratch.write(text.replacing("3409.01", with: "3409.02"), to: "new.csv")
    let result = try month.difference(["old.csv", "new.csv"])
    #expect(result.exitCode == 1)
    #expect(
      result.output.contains("new.csv is not the result that the manifest beside it records"))
  }

  static let damages: [(text: String?, manifest: String?, words: [String])] = [
    (nil, nil, ["new.csv: there is no such file"]),
    ("", nil, ["new.csv: the file is empty"]),
    (
      "staff_id,x\nB001,1\nB001,2\n", nil,
      [
        "new.csv:3: the key B001 stands on line 2 already",
        "1 row is at fault; nothing was compared",
      ]
    ),
    ("staff_id,x\nB001\n", nil, ["new.csv:2: expected 2 fields as in the header, found 1"]),
    ("id,x\nB001,1\n", nil, ["is \"staff_id\" in old.csv and \"id\" in new.csv"]),
    ("staff_id,x\nB001,1\n", "{", ["new.csv.manifest.json:1:2: the manifest cannot be used"]),
  ]

  @Test("what cannot be read or is damaged is exit code 3", arguments: damages)
  func damaged(text: String?, manifest: String?, words: [String]) throws {
    let scratch = try TemporaryDirectory()
    try scratch.write("staff_id,x\nB001,1\n", to: "old.csv")
    if let text { try scratch.write(text, to: "new.csv") }
    if let manifest { try scratch.write(manifest, to: Self.manifest) }
    let result = try CommandRunner.run(["difference", "old.csv", "new.csv"], in: scratch.url)
    #expect(result.exitCode == 3, "\(result.errors)")
    #expect(result.output.isEmpty)
    for word in words { #expect(result.errors.contains(word), "\(result.errors)") }
  }

  @Test(
    "a command line at fault is exit code 64",
    arguments: [
      (["old.csv"], "Missing expected argument '<new>'"),
      (["old.csv", "new.csv", "--top=-1"], "--top must be at least 0"),
      (["old.csv", "new.csv.manifest.json"], "name the result that it stands beside, new.csv"),
      (["old.csv", "new.csv", "--format", "xml"], "--format"),
      (["old.csv", "new.csv", "--by", "totl"], "did you mean \"total\""),
    ])
  func commandLine(arguments: [String], words: String) throws {
    let scratch = try TemporaryDirectory()
    for name in ["old.csv", "new.csv"] { try scratch.write("id,total\n1,2\n", to: name) }
    let result = try CommandRunner.run(["difference"] + arguments, in: scratch.url)
    #expect(result.exitCode == 64)
    #expect(result.errors.contains(words), "\(result.errors)")
  }
}
