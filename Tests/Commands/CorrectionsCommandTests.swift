import Foundation
import SeededRandom
import TestSupport
import Testing

/// A folder with the policy of stars, its data, and corrections.
private struct CorrectedFolder {
  static let header = "table,key,row,column,old,new,reason,decided_by,date\n"
  /// One granted, one refused, and one that changes two other people.
  static let three =
    header + """
      staff,000209,,liable_complaints,1,0,not about 000209,Panel,2026-07-08
      staff,000203,,exam_score,81.0,81,marked again,Panel,2026-07-08
      business,000206,25,income,41.39,51.39,a fee,Finance,2026-07-09

      """

  let scratch: TemporaryDirectory

  init(_ corrections: String = three) throws {
    scratch = try TemporaryDirectory()
    try scratch.copy(Project.policies.appendingPathComponent("customer-manager"), to: "policy")
    try scratch.write(corrections, to: "corrections.csv")
  }

  func run(_ command: String, _ more: [String] = [], corrected: Bool = true) throws -> CommandResult
  {
    let corrections = corrected ? ["--corrections", "corrections.csv"] : []
    return try CommandRunner.run(
      [command, "policy/stars.yaml", "--data", "policy/data"] + corrections + more, in: scratch.url)
  }
}

@Suite("Corrections on the command line")
struct CorrectionsCommandTests {
  @Test("score counts what was granted, leaves the files, and verify makes the same again")
  func score() throws {
    let folder = try CorrectedFolder()
    let before = try folder.scratch.snapshot()
    let plain = try folder.run("score", ["--output", "plain.csv"], corrected: false)
    #expect(plain.exitCode == 0)
    let result = try folder.run("score", ["--output", "result.csv"])
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.errors.contains("corrections of corrections.csv: 2 granted, 1 refused\n"))
    let tables = try ["plain.csv", "result.csv"].map { try ResultTable(folder.scratch.read($0)) }
    let changed = zip(tables[0].rows, tables[1].rows).filter { $0 != $1 }.map { $0.0[0] }
    #expect(changed == ["000202", "000206", "000209", "000212"])
    let after = try folder.scratch.snapshot()
    #expect(before.allSatisfy { after[$0.key] == $0.value })
    let verified = try CommandRunner.run(["verify", "result.csv"], in: folder.scratch.url)
    #expect(verified.exitCode == 0, "\(verified.output)")
    #expect(verified.output.contains("2 files of data with corrections (2 granted, 1 refused)"))
    try folder.scratch.write(
      CorrectedFolder.three.replacing("51.39", with: "61.39"), to: "corrections.csv")
    let changedFile = try CommandRunner.run(["verify", "result.csv"], in: folder.scratch.url)
    #expect(changedFile.exitCode == 1)
    #expect(changedFile.output.contains("the corrections in corrections.csv have changed: SHA-256"))
    #expect(changedFile.output.contains("try: --corrections FILE names a copy as it was"))
    try folder.scratch.write(CorrectedFolder.three, to: "kept.csv")
    let kept = try CommandRunner.run(
      ["verify", "result.csv", "--corrections", "kept.csv"], in: folder.scratch.url)
    #expect(kept.exitCode == 0, "\(kept.output)")
    let other = try CommandRunner.run(
      ["verify", "plain.csv", "--corrections", "kept.csv"], in: folder.scratch.url)
    #expect(other.exitCode == 64)
    #expect(other.errors.contains("the result was made without corrections"))
  }

  @Test("corrections that cannot be made are all told, and an old result stays")
  func faults() throws {
    let folder = try CorrectedFolder(
      CorrectedFolder.three.replacing("41.39,51.39", with: "40,51.39")
        .replacing("exam_score", with: "exam_scores"))
    try folder.scratch.write("old\n", to: "result.csv")
    for command in ["score", "compare", "explain"] {
      let more = ["score": ["--output", "result.csv"], "explain": ["--id", "000203"]]
      let result = try folder.run(command, more[command] ?? [])
      #expect(result.exitCode == 3)
      #expect(result.output.isEmpty)
      #expect(
        result.errors.contains(
          """
          corrections.csv:3: column "exam_scores": the policy reads no such column of the table staff; \
          did you mean "exam_score"?
          corrections.csv:4: old "40": policy/data/business.csv:25 has "41.39" in the column income
          error: 2 faults in corrections.csv; nothing was corrected or scored
          """), "\(result.errors)")
    }
    #expect(try folder.scratch.read("result.csv") == "old\n")
    #expect(try folder.scratch.names == ["corrections.csv", "policy", "result.csv"])
  }

  @Test("compare names everybody else whose rank, grade or pay changes")
  func compare() throws {
    // 000210 overtakes 000208 and 000203, who loses the last star of the branch.
    let folder = try CorrectedFolder(
      CorrectedFolder.header
        + "business,000210,41,income,29.75,53.75,booked late,Finance,2026-07-09\n")
    let text = try folder.run("compare")
    #expect(text.exitCode == 0, "\(text.errors)")
    #expect(text.output.contains("as they stand  customer-manager-stars  1"))
    #expect(!text.output.contains("numbers that differ"))
    let rows = text.output.split(separator: "\n").drop { !$0.hasPrefix("whose rank") }.dropFirst(2)
      .prefix { $0.hasPrefix("  ") }.map { $0.split(separator: " ").joined(separator: " ") }
    #expect(rows.first?.hasPrefix("000210 Harbour corrected ") == true, "\(text.output)")
    #expect(
      rows.contains { $0.hasPrefix("000203 ") && $0.hasSuffix("one-star -> none 500.00 -> 0.00") })
    let json = try folder.run("compare", ["--format", "json"])
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let affected = try #require(document["affected"] as? [[String: Any]])
    #expect(affected.count == rows.count)
    #expect(
      affected.map { $0["corrected"] as? Bool } == [true] + affected.dropFirst().map { _ in false })
    let corrections = try #require(document["corrections"] as? [[String: Any]])
    #expect(corrections.count == 1 && corrections[0]["granted"] as? Bool == true)
    let policies = try #require(document["policies"] as? [[String: Any]])
    #expect(policies.map { $0["corrected"] as? Bool } == [false, true])
    let csv = try ResultTable(folder.run("compare", ["--format", "csv"]).output)
    let corrected = zip(csv.rows, try csv.column("corrected")).filter { $1 == "TRUE" }
    #expect(corrected.map { $0.0[0] } == ["000210"])
    let named = Set(affected.compactMap { $0["key"] as? String })
    for row in csv.rows {
      let cells = Dictionary(zip(csv.header, row)) { first, _ in first }
      let isAffected = ["branch_rank", "overall_rank", "star"].contains {
        cells["\($0).before"] != cells["\($0).after"]
      }
      #expect(named.contains(row[0]) == (isAffected || row[0] == "000210"))
    }
  }

  @Test("with several policies the corrections hold for all")
  func policies() throws {
    let folder = try CorrectedFolder(
      CorrectedFolder.header
        + "business,000210,41,income,29.75,53.75,booked late,Finance,2026-07-09\n")
    let corrected = try folder.run("compare", ["--format", "csv", "policy/stars.yaml"])
    #expect(corrected.exitCode == 0, "\(corrected.errors)")
    let finals = try ResultTable(corrected.output)
    #expect(try finals.column("final_before") == finals.column("final_after"))
    #expect(!finals.header.contains("corrected"))
    let alone = try ResultTable(folder.run("compare", ["--format", "csv"]).output)
    #expect(try finals.column("final_before") == alone.column("final_after"))
    let none = try folder.run("compare", corrected: false)
    #expect(none.exitCode == 64)
    #expect(none.errors.contains("at least two policies to compare, or one and --corrections"))
  }

  @Test("explain tells people what was decided about their data")
  func explain() throws {
    let folder = try CorrectedFolder()
    let granted = try folder.run("explain", ["--id", "000206"])
    #expect(granted.output.contains("business / 25 / income: 41.39 -> 51.39, granted: a fee"))
    #expect(granted.output.contains("  corrections.csv"))
    let refused = try folder.run("explain", ["--id", "000203"])
    #expect(refused.output.contains("staff / exam_score: 81 -> 81, refused: marked again"))
    let page = try folder.run(
      "explain", ["--id", "000203", "--format", "html", "--language", "zh"])
    #expect(page.output.contains("维持原值") && page.output.contains("marked again"))
    let other = try folder.run("explain", ["--id", "000201", "--format", "json"])
    #expect(other.output.contains("\"decisions\" : [\n\n  ]"))
  }

  @Test("any corrections give the bytes that corrected files give", arguments: [UInt64(1), 2, 3])
  func random(seed: UInt64) throws {
    let folder = try CorrectedFolder()
    let policy = Project.policy
    var generator = SplitMix64(seed: seed)
    try folder.scratch.copy(Project.branch("demo-bank").asFolder, to: "bank")
    var corrections = CorrectedFolder.header
    for (table, columns) in [
      ("staff", ["deposit_actual", "loan_actual", "fee_actual"]), ("business", ["income", "tax"]),
    ] {
      var lines = try folder.scratch.read("bank/\(table).csv").split(
        separator: "\n", omittingEmptySubsequences: false
      ).map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
      let header = lines[0]
      for line in Set(
        (0..<40).map { _ in Int.random(in: 1..<(lines.count - 1), using: &generator) }
      )
      .sorted() {
        let column = try #require(columns.randomElement(using: &generator))
        let place = try #require(header.firstIndex(of: column))
        let new = "\(Int.random(in: 0...2_000, using: &generator)).25"
        corrections +=
          "\(table),\(lines[line][0]),\(line + 1),\(column),\(lines[line][place]),\(new),x,y,2026-07-08\n"
        lines[line][place] = new
      }
      try folder.scratch.write(
        lines.map { $0.joined(separator: ",") }.joined(separator: "\n"),
        to: "edited/\(table).csv")
    }
    try folder.scratch.write(corrections, to: "corrections.csv")
    for (data, more) in [("bank", ["--corrections", "corrections.csv"]), ("edited", [])] {
      let result = try CommandRunner.run(
        ["score", policy, "--data", data, "--output", "\(data).csv", "--measures"] + more,
        in: folder.scratch.url)
      #expect(result.exitCode == 0, "\(result.errors)")
    }
    #expect(try folder.scratch.read("bank.csv") == folder.scratch.read("edited.csv"))
    #expect(try folder.scratch.read("bank.csv").count > 1000)
  }
}

extension String {
  fileprivate var asFolder: URL { URL(fileURLWithPath: self) }
}
