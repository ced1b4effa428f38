import Foundation
import TestSupport
import Testing

/// One run of `compare` in a directory with two versions of a small policy and a table.
private struct CompareJob {
  /// Two weighted dimensions, a gate, a ranking in branches, a grade of seats, and pay.
  static let first = """
    policy: small
    version: "1"
    tables:
      staff:
        key: id
        columns:
          branch: text
          deposit: {unit: ratio, missing: reject}
          loan: {unit: ratio}
          review: {unit: point}
          complaints: {unit: count}
    scorecard:
      weights: {business: 0.6, service: 0.4}
      dimensions:
        business:
          weights: {deposit: 0.5, loan: 0.5}
          measures:
            deposit: {score: 100 * deposit, cap: 150}
            loan: {score: 100 * loan, cap: 150}
        service:
          measures:
            review: {score: review}
    gates:
      complaints: {when: complaints > 0, deduct: 10 * complaints}
    rankings:
      branch_rank: {by: final, within: branch}
    grades:
      star:
        by: final
        bands:
          - {grade: gold, seats: 1}
          - {grade: silver, seats: 2}
          - {grade: none}
    results:
      bonus: IF(star = "gold", 1000元, IF(star = "silver", 500元, 0元))
    payroll: {amount: bonus, budget: 2000元}
    """

  static let second =
    first
    .replacing("version: \"1\"", with: "version: \"2\"")
    .replacing("business: 0.6, service: 0.4", with: "business: 0.5, service: 0.5")
    .replacing("100 * deposit, cap: 150", with: "100 * deposit, cap: 120")
    .replacing("silver, seats: 2", with: "silver, seats: 1")
    .replacing("\"gold\", 1000元", with: "\"gold\", 2500元")
    .replacing(
      "gates:\n",
      with: "gates:\n  rude:\n    when: review < 60\n    cap: 70\n    ineligible: [star]\n"
        + "    because: rude to customers\n")

  /// Another policy over the same people in a table of another name, without grades and pay.
  static let other = """
    policy: other
    version: "1"
    decimals: 0
    tables:
      people: {key: number, columns: {points: {unit: point}}}
    scorecard:
      dimensions:
        points: {measures: {points: {score: points}}}
    """

  static let staff = """
    id,branch,deposit,loan,review,complaints
    a,East,1.5,1.1,60,0
    b,East,0.9,1.0,95,0
    c,West,1.2,1.2,50,0
    d,West,0.8,0.7,90,1
    e,West,1.0,1.0,80,0

    """

  let result: CommandResult

  init(
    _ arguments: [String] = ["one.yaml", "two.yaml", "--data", "."], staff: String = staff
  ) throws {
    let folder = try TemporaryDirectory()
    try folder.write(Self.first, to: "one.yaml")
    try folder.write(Self.second, to: "two.yaml")
    try folder.write(Self.other, to: "other.yaml")
    try folder.write(staff, to: "staff.csv")
    try folder.write("number,points\na,1\nb,2\nc,3\nd,4\nf,9\n", to: "people.csv")
    result = try CommandRunner.run(["compare"] + arguments, in: folder.url)
    #expect(
      Set(try folder.snapshot().keys)
        == ["one.yaml", "two.yaml", "other.yaml", "staff.csv", "people.csv"])
  }
}

@Suite("compare")
struct CompareCommandTests {
  @Test("the text says who moves in rank, grade and pay, and why")
  func text() throws {
    let result = try CompareJob().result
    #expect(result.exitCode == 0, "\(result.errors)")
    // Every number is worked out by hand in PolicyComparisonTests.
    let expected = """
                policy  version  scored  rejected  payroll   budget       file
      baseline  small   1             5         0  2000.00  2000.00  CNY  one.yaml
      compared  small   2             5         0  3000.00  2000.00  CNY  two.yaml

      small 1 -> small 2: 5 compared
        change of final: from -22.00 to +1.50, quartiles -14.50 -2.00 0.00, mean -7.40
        agreement of the order: Spearman's rho 0.4617, Kendall's tau-b 0.3162
        first 5: 5 stay, overlap 1.0000
        first 10 % (1): 0 stay, overlap 0.0000
        rank among all: 3 up, 2 down, 0 unchanged
        branch_rank: 2 up, 2 down, 1 unchanged

      by branch
        branch  subjects  up  down  unchanged  mean change  star changed  pay before    after
        East           2   1     1          0        -7.25             2     1500.00  2500.00
        West           3   2     1          0        -7.50             2      500.00   500.00

      grade star: 4 changed
        from \\ to     gold  silver  none  (ineligible)
        gold             .       .     1             .
        silver           1       .     .             1
        none             .       1     1             .
        (ineligible)     .       .     .             .

      pay (bonus) of those compared: 2000.00 -> 3000.00 CNY (+1000.00)
        2 gain 2500.00, 2 lose 1500.00, 1 unchanged
        small 2 pays 1000.00 CNY more than its budget

      who moves farthest
        c (branch West) falls from rank 3 to 5.
            Final: 92.00 -> 70.00 (-22.00).
            Mostly business: 72.00 -> 60.00 points (-12.00), weight 0.6000 -> 0.5000.
            The other dimensions together: +5.00.
            The gate rude now applies (rude to customers): -15.00.
            Grade star: silver -> ineligible.
            Pay: 500.00 -> 0.00.
        a (branch East) falls from rank 1 to 3.
            Final: 102.00 -> 87.50 (-14.50).
            Mostly business: 78.00 -> 57.50 points (-20.50), weight 0.6000 -> 0.5000.
            In it mostly deposit: score 150.00 -> 120.00.
            The other dimensions together: +6.00.
            Grade star: gold -> none.
            Pay: 1000.00 -> 0.00.

      """
    #expect(result.output.hasPrefix(expected.dropLast()), "\(result.output)")
    #expect(
      result.output.contains("numbers that differ: 5; the policies differ in more than their"))
  }

  @Test("the CSV has one row for each subject and policy")
  func table() throws {
    let result = try CompareJob(
      ["one.yaml", "two.yaml", "one.yaml", "--data", ".", "--format", "csv"]
    ).result
    #expect(result.exitCode == 0, "\(result.errors)")
    let table = try ResultTable(result.output)
    #expect(
      table.header == [
        "id", "to_policy", "to_version", "to_file", "branch", "final_before", "final_after",
        "final_change", "rank_before", "rank_after", "rank_change", "branch_rank.before",
        "branch_rank.after", "branch_rank.change", "star.before", "star.after", "pay_before",
        "pay_after", "pay_change",
      ])
    #expect(table.rows.count == 10)
    #expect(
      table.rows[2].joined(separator: ",")
        == "c,small,2,two.yaml,West,92,70,-22,3,5,2,1,3,2,silver,,500,0,-500")
    #expect(try Set(table.numbers("final_change").suffix(5)) == [0])
  }

  @Test("JSON holds what the text does, unrounded")
  func json() throws {
    let result = try CompareJob(["one.yaml", "two.yaml", "--data", ".", "--format", "json"]).result
    #expect(result.exitCode == 0, "\(result.errors)")
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let policies = try #require(document["policies"] as? [[String: Any]])
    #expect(policies.map { $0["version"] as? String } == ["1", "2"])
    let comparison = try #require((document["comparisons"] as? [[String: Any]])?.first)
    let tau = try #require(comparison["kendallTauB"] as? Double)
    #expect(abs(tau - 3 / 90.0.squareRoot()) < 1e-12)
    #expect(
      (comparison["groups"] as? [[String: Any]])?.map { $0["name"] as? String } == ["East", "West"])
    let mover = try #require((comparison["movers"] as? [[String: Any]])?.first)
    #expect(mover["key"] as? String == "c")
    let parts = ["dimensions", "gates"].flatMap { mover[$0] as? [[String: Any]] ?? [] }
    let changes = parts.compactMap { $0["change"] as? Double }
    #expect(changes.count == 4)
    #expect(abs(changes.reduce(0, +) - -22) < 1e-9)
    let paths = (comparison["parameters"] as? [[String: Any]])?.compactMap { $0["path"] as? String }
    #expect(paths?.contains("gates.rude.cap") == true)
  }

  @Test(
    "the same inputs give the same bytes, whatever the threads", arguments: ["text", "json", "csv"])
  func deterministic(format: String) throws {
    let arguments = ["one.yaml", "two.yaml", "--data", ".", "--format", format]
    let one = try CompareJob(arguments).result
    #expect(one.output == (try CompareJob(arguments + ["--threads", "3"]).result.output))
  }

  @Test("rows at fault are named and left out, and the exit code says so")
  func rejected() throws {
    let result = try CompareJob(staff: CompareJob.staff.replacing("0.9,1.0", with: "0.9,one"))
      .result
    #expect(result.exitCode == 1)
    #expect(result.output.contains("small 1 -> small 2: 4 compared, 1 not scored by both"))
    #expect(result.errors.contains("staff.csv:3: loan \"one\""))
    #expect(result.errors.contains("1 row is at fault under small 1 (one.yaml)"))
    #expect(result.errors.contains("b: rejected under small 1, rejected under small 2"))
  }

  @Test("policies with other tables are compared on the people both have")
  func otherTables() throws {
    let result = try CompareJob(
      ["one.yaml", "other.yaml", "--data", ".", "--table", "people=people.csv", "--format", "csv"]
    ).result
    #expect(result.exitCode == 1)
    let table = try ResultTable(result.output)
    #expect(try table.column("id") == ["a", "b", "c", "d"])
    #expect(try table.column("final_after") == ["1", "2", "3", "4"])
    #expect(!table.header.contains("star.before") && !table.header.contains("pay_before"))
    #expect(result.errors.contains("e: scored under small 1, absent under other 1"))
    #expect(result.errors.contains("f: absent under small 1, scored under other 1"))
  }

  @Test("a column and sizes can be chosen")
  func choices() throws {
    let result = try CompareJob(
      ["one.yaml", "two.yaml", "--data", ".", "--by", "branch", "--top", "2,50%"]
    ).result
    #expect(result.exitCode == 0, "\(result.errors)")
    // Before a and b are the first two, after b and e; of five 50 % are three: a, b, c and e tie.
    #expect(result.output.contains("first 2: 1 stay, overlap 0.5000\n"))
    #expect(
      result.output.contains(
        "first 50 % (3): 3 stay, overlap 0.7500; with ties 4 before and 3 after\n"))
  }

  @Test(
    "what is wrong with the command line is said",
    arguments: [
      (["one.yaml", "--data", "."], "at least two policies"),
      (["one.yaml", "two.yaml", "--data", ".", "--by", "brunch"], "branch"),
      (["one.yaml", "two.yaml", "--data", ".", "--by", "loan"], "they are branch"),
      (["one.yaml", "two.yaml", "--data", ".", "--top", "0"], "--top takes"),
      (["one.yaml", "two.yaml", "--data", ".", "--table", "staf=x.csv"], "staff"),
      (["one.yaml", "two.yaml", "--data", ".", "--threads", "0"], "--threads"),
      (["one.yaml", "two.yaml"], "no data for the table staff"),
    ])
  func commandLine(arguments: [String], words: String) throws {
    let result = try CompareJob(arguments).result
    #expect(result.exitCode == 64)
    #expect(result.errors.contains(words), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test("a faulty policy and missing data have codes of their own")
  func faults() throws {
    let policy = try CompareJob(["one.yaml", "staff.csv", "--data", "."]).result
    #expect(policy.exitCode == 2)
    let data = try CompareJob(["one.yaml", "two.yaml", "--data", "nowhere"]).result
    #expect(data.exitCode == 3)
  }
}
