import Foundation
import TestSupport
import Testing

@Suite("score")
struct ScoreTests {
  private static let dimensions = ["financial", "customer", "internal", "learning", "additional"]
  private static let branches = ["worked-example", "chinese-branch", "demo-bank"]

  @Test("scores are those computed outside the project, ranks exactly", arguments: branches)
  func expected(branch: String) throws {
    let expected = try ResultTable(
      contentsOf: Project.scoring.appendingPathComponent("\(branch)-expected.csv"))
    let job = try ScoreJob(branch: branch)
    _ = try job.success()
    let scored = try job.table().byKey
    for (key, row) in expected.byKey {
      let found = try #require(scored[key], "\(key) is not in the result")
      for name in Self.dimensions + ["total"] {
        let (score, wanted) = (Double(found[name] ?? ""), Double(row[name] ?? ""))
        #expect(abs((score ?? .nan) - (wanted ?? .nan)) <= 1e-9, "\(key) \(name)")
      }
      for name in ["branch_rank", "overall_rank"] { #expect(found[name] == row[name], "\(key)") }
    }
  }

  @Test("ranks are competition ranks of the totals at two decimals", arguments: branches)
  func ranks(branch: String) throws {
    let table = try ScoreJob(branch: branch).table()
    let keys = try table.numbers("total").map { ($0 * 100 + 0.5).rounded(.down) }
    let groups = try table.column("branch")
    let (overall, within) = (try table.numbers("overall_rank"), try table.numbers("branch_rank"))
    for (index, key) in keys.enumerated() {
      #expect(overall[index] == Double(1 + keys.count { $0 > key }))
      let better = zip(keys, groups).count { $0 > key && $1 == groups[index] }
      #expect(within[index] == Double(1 + better))
    }
  }

  @Test("columns stand in order: key, period, texts, dimensions, total, rankings")
  func header() throws {
    let rankings = ["branch_rank", "overall_rank"]
    let plain = try ScoreJob(branch: "worked-example").table()
    #expect(
      plain.header == ["staff_id", "branch", "role"] + Self.dimensions + ["total"] + rankings)
    #expect(plain.rows.map { $0[0] } == ["000001", "000002", "000003"])
    let all = try ScoreJob(branch: "worked-example", ["--period", "2026", "--measures"]).table()
    let measures = [
      "financial.rorac_attainment", "financial", "customer.deposit", "customer.loan",
      "customer.fee",
      "customer.other", "customer.satisfaction", "customer", "internal.npl", "internal.first_pass",
      "internal.completeness", "internal.self", "internal.superior", "internal.peer",
      "internal.subordinate", "internal", "learning.hours", "learning.exam", "learning.research",
      "learning", "additional.tenure", "additional",
    ]
    #expect(
      all.header == ["staff_id", "period", "branch", "role"] + measures + ["total"] + rankings)
    // Capped at 150, raised to the floor 0, and left out because nobody reviews from below.
    #expect(all.byKey["000002"]?["customer.deposit"] == "150")
    #expect(all.byKey["000002"]?["customer.other"] == "0")
    #expect(all.byKey["000001"]?["internal.subordinate"] == "")
    for name in plain.header { #expect(try plain.column(name) == all.column(name)) }
  }

  @Test("a ranking within groups sorts by the group's bytes, then rank, then key")
  func sortWithin() throws {
    let table = try ScoreJob(branch: "chinese-branch", ["--sort", "branch_rank"]).table()
    try Self.expectSorted(table, by: "branch_rank", within: "branch")
  }

  @Test("a ranking of all sorts by rank, then key")
  func sortOverall() throws {
    let table = try ScoreJob(branch: "demo-bank", ["--sort", "overall_rank"]).table()
    try Self.expectSorted(table, by: "overall_rank", within: nil)
  }

  private static func expectSorted(
    _ table: ResultTable, by ranking: String, within group: String?
  ) throws {
    let groups = try group.map(table.column) ?? table.rows.map { _ in "" }
    let places = zip(groups, zip(try table.numbers(ranking), table.rows.map { $0[0] }))
    for (one, next) in zip(places, Array(places).dropFirst()) {
      let isOrdered =
        if one.0 != next.0 { one.0.utf8.lexicographicallyPrecedes(next.0.utf8) } else {
          if one.1.0 != next.1.0 {
            one.1.0 < next.1.0
          } else {
            one.1.1.utf8.lexicographicallyPrecedes(next.1.1.utf8)
          }
        }
      #expect(isOrdered, "\(one) before \(next)")
    }
  }

  @Test(
    "a period is written in one way whatever way it is given in",
    arguments: [
      ("2026", "2026"), ("2026年", "2026"), ("2026H1", "2026H1"), ("2026h2", "2026H2"),
      ("2026Q3", "2026Q3"), ("2026-q4", "2026Q4"), ("2026-10", "2026-10"), ("2026/1", "2026-01"),
      ("202607", "2026-07"), ("2026年10月", "2026-10"), ("2026年3月", "2026-03"),
    ])
  func period(given: String, written: String) throws {
    let table = try ScoreJob(branch: "worked-example", ["--period", given]).table()
    #expect(table.header[1] == "period")
    #expect(Set(try table.column("period")) == [written])
  }

  @Test("a table that has a text or key named period leaves no room for --period")
  func secondPeriod() throws {
    let scratch = try TemporaryDirectory()
    for (name, key, column) in [("text", "id", "period"), ("key", "period", "branch")] {
      _ = try scratch.write(
        """
        policy: \(name)
        tables: {staff: {key: \(key), columns: {\(column): text, x: {}}}}
        scorecard: {dimensions: {d: {measures: {m: {score: x}}}}}

        """, to: "\(name).yaml")
      _ = try scratch.write("\(key),\(column),x\na,b,1\n", to: "\(name).csv")
      let arguments = [
        "score", "\(name).yaml", "--table", "staff=\(name).csv", "--output", "result.csv",
        "--quiet",
      ]
      let refused = try CommandRunner.run(arguments + ["--period", "2026-10"], in: scratch.url)
      #expect(refused.errors.contains("a second column period"))
      #expect(refused.exitCode == 64)
      #expect(try CommandRunner.run(arguments, in: scratch.url).exitCode == 0)
    }
  }

  @Test("the summary counts rows; --quiet says nothing; standard output stays empty")
  func summary() throws {
    let job = try ScoreJob(branch: "demo-bank")
    _ = try job.success()
    #expect(try job.summary("staff") == ["rows in": 1017, "scored": 1017, "rejected": 0])
    #expect(try job.summary("business") == ["rows in": 6046, "used": 6046, "rejected": 0])
    #expect(job.result.errors.contains("notice: synthetic data"))
    #expect(job.result.errors.contains("wrote result.csv in "))
    #expect(try job.names() == ["result.csv", "result.csv.manifest.json"])
    let quiet = try ScoreJob(branch: "worked-example", ["--quiet"])
    _ = try quiet.success()
    #expect(quiet.result.errors.isEmpty)
  }

  @Test("an old result is replaced whole")
  func replaces() throws {
    let old = Data(String(repeating: "old,", count: 100_000).utf8)
    let job = try ScoreJob(
      ["--data", Project.branch("worked-example")], files: ["result.csv": old])
    #expect(try job.success() == ScoreJob(branch: "worked-example").text())
  }
}
