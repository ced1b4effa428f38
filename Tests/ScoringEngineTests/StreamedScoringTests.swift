import ColumnStore
import Foundation
import ScoringPlan
import TestSupport
import Testing

@testable import ScoringEngine
import SeededRandom

@Suite("Scoring while reading is loading and scoring")
struct StreamedScoringTests {
  private static let yaml = """
    policy: streamed
    version: "1"
    title: Streamed
    tables:
      staff:
        key: id
        columns:
          branch: {type: text, missing: allow}
          base: {missing: allow}
      months:
        key: id
        order: month
        columns:
          month: period
          income: {missing: allow}
          done: truth
          note: {type: text, missing: allow}
      sales:
        key: id
        unknown_keys: ignore
        unique: [UNIQUE]
        columns:
          line: text
          batch: {missing: allow}
          amount: {}
    formulas:
      run: IFMISSING(STREAK(months.done), 0)
      sold: SUM(sales.amount)
    scorecard:
      weights: {money: 0.5, run: 0.5}
      dimensions:
        money:
          weights: {sold: 1}
          measures:
            sold: {score: "MAX(MIN(sold - IFMISSING(base, 0), 100), 0)"}
        run:
          weights: {run: 1}
          measures:
            run: {score: 10 * run}
    rankings:
      overall: {by: total}
    results:
      sum: sold
      earliest: FIRST(months.month)
      latest: LAST(months.note)
      income: LAST(months.income)
      most: MAX(sales.amount)
      mean: AVERAGE(months.income)
    """

  private static func plan(unique: String = "id, line, batch, amount") throws -> Plan {
    try StreamedAnswer.plan(yaml.replacing("UNIQUE", with: unique))
  }

  private static let staff = "id,branch,base\na,x,1\nb,,\nc,y,3\n"
  private static let months = "id,month,income,done,note\n"
  private static let sales = "id,line,batch,amount\n"

  private static func text(_ number: Double) -> String {
    var writer = DelimitedWriter()
    writer.append(number)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  // MARK: Order

  @Test("a table with an order beside one without: first, last and streaks, also of texts")
  func order() throws {
    let months =
      "a,2026-03,3,1,third\nb,2026-01,,0,\nc,2026-02,5,1,\"last, of c\"\n"
      + "a,2026-01,1,0,first\na,2026-02,2,1,x\nc,2026-01,7,1,first\n"
    let answer = try StreamedAnswer.checked(
      Self.plan(),
      ["staff": [Self.staff], "months": [Self.months + months], "sales": [Self.sales]])
    #expect(answer.rejects.split(separator: "\n").count == 1)
    #expect(answer["a"]?.suffix(6) == ["0", "2026-01", "third", "3", "", "2"])
    #expect(answer["b"]?.suffix(6) == ["0", "2026-01", "", "", "", ""])
    #expect(answer.result.contains("2026-01,\"last, of c\",5,,6\n"))
  }

  @Test("two rows that share their place in the order reject their subject, chunks apart")
  func sharedPlace() throws {
    let months = "a,2026-01,1,1,\nb,2026-01,1,1,\na,2026-02,1,1,\na,2026-01,5,1,\n"
    let answer = try StreamedAnswer.checked(
      Self.plan(),
      ["staff": [Self.staff], "months": [Self.months + months], "sales": [Self.sales]])
    #expect(answer["a"] == nil && answer["b"] != nil)
    #expect(answer.rejects.contains("have the same month"))
  }

  // MARK: Rows that may stand once

  @Test(
    "rows that repeat what must be unique are found chunks and files apart",
    arguments: [
      ("id, line", ["a"]), ("line, batch", ["a", "c"]), ("batch", ["a", "b", "c"]),
      ("id, line, batch, amount", []),
    ])
  func unique(columns: String, rejected: [String]) throws {
    let files = [
      Self.sales + "a,loan,1,5\nb,card,2,1\nzz,none,9,9\n",
      "amount,batch,line,id\n7,3,loan,a\n8,1,loan,c\n4,2,fund,b\n",
    ]
    let answer = try StreamedAnswer.checked(
      Self.plan(unique: columns),
      ["staff": [Self.staff], "months": [Self.months], "sales": files])
    #expect(["a", "b", "c"].filter { answer[$0] == nil } == rejected)
    #expect(answer.counts[2].ignored == 1)
  }

  @Test("a row that is passed over, for nobody has its key, is repeated all the same")
  func repeatedStranger() throws {
    let sales = ["a,l1,1,1\nz,l1,1,1\nb,l2,1,1\n", "z,l1,1,1\na,l1,1,1\nb,l2,1,1\nz,l3,1,1\n"]
    for sales in sales {
      let answer = try StreamedAnswer.checked(
        Self.plan(unique: "line"),
        ["staff": [Self.staff], "months": [Self.months], "sales": [Self.sales + sales]])
      #expect(answer["a"] == nil && answer["b"] != nil)
      #expect(answer.counts[2].rejected == 1)
    }
  }

  @Test(
    "repetitions are found among more than 256 combinations, with and without the key",
    arguments: ["id, line, batch", "line, batch"])
  func manyCombinations(columns: String) throws {
    let lines = (0..<900).map { "a,l\($0 % 30),\($0 / 30),1" }
    var tables = ["staff": [Self.staff], "months": [Self.months]]
    tables["sales"] = [Self.sales + lines.joined(separator: "\n")]
    let plan = try Self.plan(unique: columns)
    #expect(try StreamedAnswer.checked(plan, tables)["a"]?.suffix(6).first == "900")
    for repeated in [3, 500, 899] {
      tables["sales"] = [Self.sales + (lines + [lines[repeated] + "0"]).joined(separator: "\n")]
      let answer = try StreamedAnswer.checked(plan, tables)
      #expect(answer["a"] == nil && answer["b"] != nil)
      #expect(answer.counts[2].rejected == 2)
    }
  }

  // MARK: Rows at fault

  @Test("rows of nobody, without key, too short or damaged are told apart")
  func strays() throws {
    let sales =
      "z,loan,1,1\nz,loan,1,x\nz\n,loan,1,1\nb,loan,1,x\na,loan,1,1\nz,\"loan\"x,1,1\n"
      + "b,loan,2,3\na,loan\n \"q\",loan,1,1\n"
    let answer = try StreamedAnswer.checked(
      Self.plan(),
      [
        "staff": [Self.staff], "months": [Self.months + "z,2026-01,1,1,\n"],
        "sales": [Self.sales + sales],
      ])
    let counts = answer.counts
    #expect(counts.map(\.rowsIn) == [3, 1, 10])
    #expect(counts.map(\.scored) == [1, 0, 0])
    #expect(counts[1].rejected == 1 && counts[1].ignored == 0)
    for counts in counts {
      #expect(counts.rowsIn == counts.scored + counts.rejected + counts.setAside + counts.ignored)
    }
  }

  @Test("tables that are only a header")
  func headers() throws {
    let empty = ["staff": ["id,branch,base\n"], "months": [Self.months], "sales": [Self.sales]]
    #expect(try StreamedAnswer.checked(Self.plan(), empty).counts.map(\.rowsIn) == [0, 0, 0])
    var tables = empty
    tables["sales"] = [Self.sales + "a,loan,1,1\n", Self.sales]
    tables["months"] = ["id,month,income,done,note", Self.months + "a,2026-01,1,1,\n"]
    let strays = try StreamedAnswer.checked(Self.plan(), tables)
    #expect(strays.counts.map(\.ignored) == [0, 0, 1])
    tables["staff"] = ["id,branch,base\n", Self.staff, "base,branch,id"]
    #expect(try StreamedAnswer.checked(Self.plan(), tables).counts.map(\.scored) == [3, 1, 1])
  }

  // MARK: Sums

  @Test("a sum that no two doubles hold is exact, in any order")
  func wideSum() throws {
    var random = SplitMix64(seed: 3)
    // Exactly 1 + 1e-300, which rounds to 1; and 1 + 2^-53 + 2^-105, just above a tie.
    let sums = [
      (
        ["a": [1e300, 1, 1e-300, -1e300], "b": [1, 0x1p-53, 0x1p-105]], ["1", "1.0000000000000002"]
      ),
      (
        ["a": [1e300, -1e300, 1e-300], "b": [0x1p53, 1, 0x1p-60, -0x1p53]],
        [Self.text(1e-300), "1"]
      ),
    ]
    for (numbers, expected) in sums {
      for _ in 0..<6 {
        let rows = numbers.flatMap { key, values in values.map { "\(key),loan,,\(Self.text($0))\n" }
        }
        let sales = Self.sales + rows.shuffled(using: &random).joined()
        let answer = try StreamedAnswer.checked(
          Self.plan(), ["staff": [Self.staff], "months": [Self.months], "sales": [sales]])
        #expect(answer["a"]?.suffix(6).first == expected[0])
        #expect(answer["b"]?.suffix(6).first == expected[1])
      }
    }
  }

  // MARK: Whatever there is

  private static let seeds: Range<UInt64> = LongTests.rounds(0..<24, long: 0..<3000)

  @Test("whatever the rows hold", arguments: seeds)
  func random(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let unique = ["id, line", "line, batch", "id, line, batch, amount", "amount", "id"]
    var yaml = Self.yaml.replacing("UNIQUE", with: unique[Int(seed % 5)])
    if seed % 2 == 1 { yaml = yaml.replacing("unknown_keys: ignore", with: "unknown_keys: reject") }
    if seed % 7 == 3 {
      yaml = yaml.replacing(
        "staff:\n    key: id\n", with: "staff:\n    key: id\n    unique: [branch, base]\n")
    }
    let answer = try StreamedAnswer.checked(
      StreamedAnswer.plan(yaml), RandomRows.tables(&random))
    for counts in answer.counts {
      #expect(counts.rowsIn == counts.scored + counts.rejected + counts.setAside + counts.ignored)
    }
  }

  @Test("late rejections, grades and statistics of the whole language", arguments: UInt64(0)..<8)
  func wholePolicy(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let tables = WholePolicyTests.tables(&random).mapValues { [$0] }
    _ = try StreamedAnswer.checked(StreamedAnswer.plan(WholePolicyTests.yaml), tables)
  }
}
