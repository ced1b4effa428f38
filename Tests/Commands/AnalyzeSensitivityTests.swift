import Foundation
import TestSupport
import Testing

@Suite("analyze sensitivity and analyze scenarios")
struct AnalyzeSensitivityTests {
  private static let policy = "Datasets/policies/customer-manager/stars.yaml"
  private static let data = ["--data", "Datasets/policies/customer-manager/data"]
  private static let first = "scorecard.weights.judgements.financial.customer"

  private func run(_ arguments: [String], in folder: URL = ProjectFiles.root) throws
    -> CommandResult
  {
    try CommandRunner.run(["analyze"] + arguments, in: folder)
  }

  private func rows(_ result: CommandResult) -> [[String: String]] {
    let lines = result.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map { cells in
      Dictionary(zip(header, cells), uniquingKeysWith: { first, _ in first })
    }
  }

  @Test("says the same as text, JSON and CSV, on any number of threads")
  func formats() throws {
    let arguments =
      ["sensitivity", Self.policy] + Self.data
      + ["--parameter", Self.first, "--from", "1", "--to", "4", "--step", "1"]
    let csv = try run(arguments + ["--format", "csv"])
    #expect(csv.exitCode == 0 && csv.errors.isEmpty, "\(csv.errors)")
    #expect(try run(arguments + ["--format", "csv", "--threads", "1"]).output == csv.output)
    let table = rows(csv)
    #expect(table.map { $0["value"] } == ["1", "2", "3", "4"])
    #expect(table.map { $0["present"] } == ["FALSE", "TRUE", "FALSE", "FALSE"])
    let json = try run(arguments + ["--format", "json"])
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let parameter = try #require((object["parameters"] as? [[String: Any]])?.first)
    let points = try #require(parameter["points"] as? [[String: Any]])
    let changes = points.map { ($0["effect"] as? [String: Any])?["gradeChanges"] as? Int }
    #expect(changes == table.map { $0["grade_changes"].flatMap { Int($0) } })
    let text = try run(arguments).output
    for row in table {
      let cells = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
      let line = cells.first { $0.first == row["value"] }?.filter { $0 != "now" }
      #expect(line?.dropFirst().first == row["grade_changes"])
      #expect(line?.dropFirst(4).first == row["rank_movers"])
    }
  }

  @Test("without a parameter varies all of them, those with most effect first")
  func all() throws {
    let csv = try run(["sensitivity", Self.policy] + Self.data + ["--format", "csv"])
    #expect(csv.exitCode == 0, "\(csv.errors)")
    var order: [String] = []
    var most: [String: Int] = [:]
    for row in rows(csv) {
      let path = try #require(row["parameter"])
      if order.last != path { order.append(path) }
      most[path] = max(most[path] ?? 0, row["grade_changes"].flatMap { Int($0) } ?? 0)
    }
    #expect(Set(order).count == order.count && order.count > 80)
    let changes = order.map { most[$0] ?? 0 }
    #expect(changes == changes.sorted(by: >) && changes[0] > 0)
    #expect(order.contains("scorecard.dimensions.internal.weights.judgements.npl.first_pass"))
    #expect(csv.output.contains("outside its own bounds: its maximum is 100"))
  }

  @Test("derivatives come as one row for each person and judgement")
  func derivatives() throws {
    let arguments =
      ["sensitivity", Self.policy] + Self.data
      + ["--parameter", "grades.star.bands.1.seats", "--derivatives"]
    let table = rows(try run(arguments + ["--format", "csv"]))
    // 16 people; 6 judgements of dimensions, 21 of internal measures, 3 of learning.
    #expect(table.count == 16 * 30)
    #expect(table.allSatisfy { $0["pay"] == "" && $0["pay_obstacle"] == "grade" })
    #expect(table.allSatisfy { Double($0["total"] ?? "") != nil })
    let text = try run(arguments).output
    #expect(text.contains("the pay of 16 people has no derivative: it comes of a grade"))
    #expect(text.contains("so what is paid in all has none"))
  }

  @Test("scenarios of the paper's policy: one row each, as compare counts them")
  func scenarios() throws {
    let folder = "Datasets/policies/customer-manager/scenarios"
    let files = try ProjectFiles.names(in: folder).map { "\(folder)/\($0)" }
    #expect(files.count == 6)
    let csv = try run(["scenarios", Self.policy] + files + Self.data + ["--format", "csv"])
    #expect(csv.exitCode == 0, "\(csv.errors)")
    let table = rows(csv)
    #expect(table.map { $0["file"] } == files)
    let compared = try CommandRunner.run(
      ["compare", Self.policy] + files + Self.data + ["--format", "json", "--quiet"],
      in: ProjectFiles.root)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(compared.output.utf8)) as? [String: Any])
    let comparisons = try #require(object["comparisons"] as? [[String: Any]])
    #expect(comparisons.count == table.count)
    for (row, comparison) in zip(table, comparisons) {
      let rank = try #require(comparison["rank"] as? [String: Int])
      #expect(row["rank_movers"] == "\((rank["up"] ?? 0) + (rank["down"] ?? 0))")
      let grade = try #require((comparison["grades"] as? [[String: Any]])?.first)
      let transitions = try #require(grade["transitions"] as? [[Int]])
      let stay = transitions.indices.reduce(0) { $0 + transitions[$1][$1] }
      #expect(row["grade_changes"] == "\(16 - stay)")
      let pay = try #require(comparison["payroll"] as? [String: Any])
      #expect(row["pay_after"].flatMap { Double($0) } == pay["after"] as? Double)
      #expect(row["paid_more"] == "\(pay["gaining"] as? Int ?? -1)")
    }
    let text = try run(["scenarios", Self.policy] + files + Self.data).output
    #expect(text.contains("stars-bank-quota") && text.contains("mean shift"))
  }

  @Test("the quota over the bank is the stars, line for line, but for group and seats")
  func bankQuota() throws {
    let folder = "Datasets/policies/customer-manager"
    let own = { (file: String) throws in
      try ProjectFiles.text("\(folder)/\(file)").split(separator: "\n").filter {
        !$0.hasPrefix("#")
      }
    }
    let (stars, quota) = (try own("stars.yaml"), try own("scenarios/bank-quota.yaml"))
    #expect(stars.count == quota.count)
    let changed = zip(stars, quota).filter { $0 != $1 }.map { $0.0.trimmingPrefix { $0 == " " } }
    let expected = [
      "policy:", "en:", "zh:", "weights: {file:", "within: branch", "- {grade: three-star",
      "- {grade: two-star", "- {grade: one-star",
    ]
    #expect(changed.count == expected.count)
    for (line, start) in zip(changed, expected) { #expect(line.hasPrefix(start), "\(line)") }
  }

  static let faults: [(arguments: [String], words: [String])] = [
    (["--parameter", "parameters.npl_gat"], ["no number at parameters.npl_gat", "npl_gate"]),
    (["--parameter", "tables"], ["no number at tables", "without --parameter all numbers"]),
    (["--from", "1", "--to", "2", "--step", "1"], ["are for one --parameter"]),
    (["--parameter", first, "--from", "1"], ["--from, --to and --step go together"]),
    (
      ["--parameter", first, "--from", "much", "--to", "2", "--step", "1"],
      ["--from takes a judgement such as 3 or 1/3, not \"much\""]
    ),
    (
      ["--parameter", "parameters.npl_gate", "--from", "0", "--to", "1/2", "--step", "1"],
      ["--to takes a number, not \"1/2\""]
    ),
    (
      ["--parameter", first, "--from", "1", "--to", "2", "--step", "0"],
      ["--step takes a number above 0, not \"0\""]
    ),
    (
      ["--parameter", first, "--from", "3", "--to", "2", "--step", "1"],
      ["--from must not be above --to"]
    ),
    (
      ["--parameter", "parameters.npl_gate", "--from", "0", "--to", "1", "--step", "0.0001"],
      ["more than 1000 values"]
    ),
    (
      ["--parameter", "scorecard.dimensions.customer.measures.satisfaction.cap"],
      ["is not set", "give --from, --to and --step"]
    ),
  ]

  @Test("what is wrong with the command line is said", arguments: faults)
  func commandLine(arguments: [String], words: [String]) throws {
    let result = try run(["sensitivity", Self.policy] + Self.data + arguments)
    #expect(result.exitCode == 64 && result.output.isEmpty)
    for word in words { #expect(result.errors.contains(word), "\(result.errors)") }
  }

  @Test("scenarios are needed, and what is wrong with one is said")
  func scenarioFaults() throws {
    #expect(try run(["scenarios", Self.policy] + Self.data).exitCode == 64)
    let folder = try TemporaryDirectory()
    try folder.copy(ProjectFiles.url("Datasets"), to: "Datasets")
    try folder.write(
      "extend: \(Self.policy)\nscorecard.weights.method: fastest\n", to: "scenario.yaml")
    let result = try run(["scenarios", Self.policy, "scenario.yaml"] + Self.data, in: folder.url)
    #expect(result.exitCode == 2)
    #expect(result.errors.contains("\"fastest\" is not offered here"))
  }

  @Test(
    "rows at fault are named and left out, and the judgements of a panel's priorities not varied")
  func findings() throws {
    let folder = try TemporaryDirectory()
    try folder.write(
      """
      policy: panel
      tables: {staff: {key: id, columns: {a: number, b: number}}}
      scorecard:
        weights: {file: panel.csv, aggregate: priorities}
        dimensions: {one: {measures: {a: {score: a}}}, two: {measures: {b: {score: b}}}}
      grades: {star: {by: total, bands: [{grade: star, minimum: 60}, {grade: none}]}}
      """, to: "policy.yaml")
    try folder.write(
      "respondent,row,column,judgement\nx,one,two,3\ny,one,two,5\n", to: "panel.csv")
    try folder.write("id,a,b\np,50,70\nq,60,50\nr,much,70\n", to: "staff.csv")
    let result = try run(["sensitivity", "policy.yaml", "--data", "."], in: folder.url)
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("warning: 1 row is at fault under policy.yaml and left out"))
    #expect(result.output.contains("judgements that are not varied"))
    #expect(result.output.contains("scorecard.weights: the priorities of each respondent"))
    let path = "scorecard.weights.judgements.one.two"
    let refused = try run(
      ["sensitivity", "policy.yaml", "--data", ".", "--parameter", path], in: folder.url)
    #expect(refused.exitCode == 64)
    #expect(refused.errors.contains("the judgements of scorecard.weights cannot be varied"))
  }
}
