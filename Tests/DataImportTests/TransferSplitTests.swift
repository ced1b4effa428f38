import Calendars
import SeededRandom
import TestSupport
import Testing

@testable import DataImport

@Suite("Somebody with rows of several branches is split into subjects by days")
struct TransferSplitTests {
  private static let map = """
    sources:
      roster:
        file: "roster*"
        transfers: {split: branch, from: joined, until: left, period: 2026Q3}
        columns:
          staff_id: {header: 工号, type: id, length: 3}
          branch: 机构
          joined: {header: 起始日, type: date}
          left: {header: 截止日, type: date}
          plan: {header: 计划, type: number, split: days}
    tables:
      staff: {from: roster, key: staff_id, columns: [staff_id, branch, plan]}

    """
  private static let header = "工号,机构,起始日,截止日,计划\n"

  private func trial(_ rows: String, _ map: String = map) throws -> ImportTrial {
    try ImportTrial(map, [("roster.csv", Self.header + rows)])
  }

  // July, August and September 2026 have 92 days: 46 of them end on 15 August.
  @Test("Each row is a subject with its share of the days, and the parts add up to the whole")
  func parts() throws {
    let trial = try trial(
      "001,海港,2026-07-01,2026-08-15,900.5\n2,河畔,,,700\n1,河畔,2026-08-16,2026-09-30,900.50\n")
    #expect(trial.message == "")
    #expect(
      trial.rows("staff.csv")
        == ["001@海港,海港,450.25", "002,河畔,700", "001@河畔,河畔,450.25"])
    #expect(
      trial.repairs.filter { !$0.contains(",,") } == [
        "roster.csv,2,staff_id,001,001@海港,transfer-key",
        "roster.csv,2,plan,900.5,450.25,share-of-days",
        "roster.csv,3,staff_id,2,002,leading-zeros",
        "roster.csv,4,staff_id,1,001@河畔,leading-zeros+transfer-key",
        "roster.csv,4,plan,900.50,450.25,share-of-days",
      ])
    let days = trial.rows("repairs.csv").filter { $0.hasSuffix("days-of-transfer") }
    #expect(
      days == [
        "roster.csv,2,,2026-07-01 to 2026-08-15,46 of 92 days,days-of-transfer",
        "roster.csv,4,,2026-08-16 to 2026-09-30,46 of 92 days,days-of-transfer",
      ])
    let counts = try #require(trial.summary).counts
    #expect(counts.read == 3 && counts.used == 3 && counts.repairs == 5)
  }

  @Test(
    "Shares of any number add up to it exactly, and only the last differs from its rounded share")
  func exactness() throws {
    var random = SplitMix64(seed: 11)
    for _ in 0..<2_000 {
      let days = (0..<Int(2 + random.next() % 4)).map { _ in Int(1 + random.next() % 90) }
      let decimals = Int(random.next() % 7)
      var whole = "\(random.next() % 1_000_000_000_000)"
      if decimals > 0 {
        whole += "." + (0..<decimals).map { _ in "\(random.next() % 10)" }.joined()
      }
      if random.next() % 4 == 0 { whole = "-" + whole }
      func decimal(_ text: String) throws -> ExactDecimal {
        var text = text
        return try #require(text.withUTF8 { ExactDecimal($0) })
      }
      let shares = try days.indices.map { part in
        try #require(whole.withUTF8 { DayShare(days: days, part: part).share(of: $0) })
      }
      let sum = try shares.map(decimal).reduce(.zero, +)
      #expect(sum == (try decimal(whole)), "\(whole) \(days)")
      for (part, share) in shares.enumerated() {
        let value = try #require(Double(whole)) * Double(days[part]) / Double(days.reduce(0, +))
        let error = abs(try #require(Double(share)) - value)
        #expect(error <= Double(days.count) * 0.00006 + abs(value) * 1e-12, "\(whole) \(days)")
      }
    }
  }

  @Test("Shares are rounded half away from zero, and the last takes the remainder")
  func rounding() {
    func shares(_ whole: String, _ days: [Int]) -> [String?] {
      var whole = whole
      return days.indices.map { part in
        whole.withUTF8 { DayShare(days: days, part: part).share(of: $0) }
      }
    }
    #expect(shares("100", [31, 31, 30]) == ["33.6957", "33.6957", "32.6086"])
    #expect(shares("-100", [31, 31, 30]) == ["-33.6957", "-33.6957", "-32.6086"])
    #expect(shares("0.0001", [1, 1]) == ["0.0001", "0"])
    #expect(shares("0", [1, 1]) == ["0", "0"])
    #expect(
      shares("999999999999999999", [45, 45]) == ["499999999999999999.5", "499999999999999999.5"])
    for text in ["", "95%", "1234567890123456789", "0.1234567890123456789"] {
      #expect(shares(text, [1, 1]) == [nil, nil])
    }
  }

  /// Rows that cannot be split, and why.
  static let faults: [(rows: String, words: String)] = [
    (
      "001,海港,2026-07-01,2026-08-16,9\n001,河畔,2026-08-16,2026-09-30,9\n",
      "the days of line 2 and line 3 overlap"
    ),
    (
      "001,河畔,2026-08-16,,9\n001,海港,,,9\n", "the days of line 3 and line 2 overlap"
    ),
    (
      "001,海港,2026-07-01,2026-06-15,9\n001,河畔,2026-08-16,,9\n",
      "on line 2 joined is after left"
    ),
    (
      "001,海港,,2026-08-15,9\n001,河畔,2026-08-16,,8\n",
      "plan on line 3 is not that on line 2, so that neither is the whole"
    ),
    (
      "001,海港,,2026-08-15,9\n001,河畔,2026-08-16,,\n",
      "plan on line 3 is not that on line 2, so that neither is the whole"
    ),
    (
      "001,海港,,2026-07-31,9\n001,河畔,2026-08-01,2026-08-31,9\n001,海港,2026-09-01,,9\n",
      "line 2 and line 4 have the same branch"
    ),
    ("001,海港,,2026-08-15,9\n001,,2026-08-16,,9\n", "line 3 has no branch"),
    ("001,海港,,2026-08-15,***\n001,河畔,2026-08-16,,9\n", "line 2 is rejected"),
    (
      "001,海港,2025-01-01,2025-12-31,9\n001,河畔,2026-01-01,2026-06-30,9\n",
      "no row has a day in 2026Q3"
    ),
    (
      "001,海港,,2026-08-15,9\n001,河畔,2026-08-16,,9\n001@海港,海港,,,9\n",
      "there is another 001@海港 already"
    ),
    ("001,海港,,2026-08-15,95%\n001,河畔,2026-08-16,,95%\n", "no plain number that can be split"),
  ]

  @Test("Rows that overlap, contradict each other or are not clear are rejected", arguments: faults)
  func faulty(_ example: (rows: String, words: String)) throws {
    let trial = try trial(example.rows + "002,海港,,,5\n")
    #expect(trial.message == "")
    #expect(trial.rows("staff.csv").filter { $0.hasPrefix("001@") }.count <= 1)
    #expect(!trial.rows("staff.csv").contains { $0.hasPrefix("001,") })
    #expect(trial.rows("staff.csv").contains("002,海港,5"))
    let rejects = trial.rows("rejects.csv").joined(separator: "\n")
    #expect(rejects.contains(example.words), "\(rejects)")
  }

  @Test("Days that no row has are asked about, left out of account, or reject the person")
  func gaps() throws {
    let rows = "001,海港,,2026-07-31,8\n001,河畔,2026-08-11,2026-09-10,8\n"
    let asked = try trial(rows)
    #expect(asked.written.isEmpty)
    #expect(
      asked.message
        == """
        roster.csv: the rows of somebody with several leave out days of 2026Q3
          line 3: "001": no row has 2026-08-01 to 2026-08-10
          answer in the map, under sources.roster.transfers:
            gaps: accept  shares out the days that the rows have
            gaps: reject  rejects all rows of such a person
        """.replacing("roster.csv", with: asked.message.prefix { $0 != ":" }))
    let accepted = try trial(rows, Self.map.replacing("2026Q3}", with: "2026Q3, gaps: accept}"))
    #expect(accepted.rows("staff.csv") == ["001@海港,海港,4", "001@河畔,河畔,4"])
    let rejected = try trial(rows, Self.map.replacing("2026Q3}", with: "2026Q3, gaps: reject}"))
    #expect(rejected.rows("staff.csv") == [])
    #expect(rejected.rows("rejects.csv").count == 2)
    let late = try trial("001,海港,2026-07-02,2026-07-31,8\n001,河畔,2026-08-01,,8\n")
    #expect(late.message.contains("no row has 2026-07-01 to 2026-07-01"))
  }

  @Test("Rows outside the period are left out, and whoever has one row inside it is not split")
  func outside() throws {
    let trial = try trial(
      "001,海港,2019-03-01,2026-06-30,9\n001,河畔,2026-07-01,,7\n002,海港,,,1\n")
    #expect(trial.rows("staff.csv") == ["001,河畔,7", "002,海港,1"])
    #expect(trial.repairs == ["roster.csv,2,,\"001,海港,2019-03-01,2026-06-30,9\",,outside-period"])
  }

  @Test(
    "Without a column of last days each row lasts until the next, and the last to the period's end")
  func openRows() throws {
    let map = Self.map.replacing("until: left, ", with: "")
    let trial = try trial("001,河畔,2026-09-01,,92\n001,海港,2020-01-01,,92\n", map)
    #expect(trial.rows("staff.csv") == ["001@河畔,河畔,30", "001@海港,海港,62"])
  }

  @Test("Without a period the days that the rows name are shared out")
  func noPeriod() throws {
    let map = Self.map.replacing(", period: 2026Q3", with: "")
    let trial = try trial("001,海港,2026-01-01,2026-01-30,40\n001,河畔,2026-01-31,2026-02-09,40\n", map)
    #expect(trial.rows("staff.csv") == ["001@海港,海港,30", "001@河畔,河畔,10"])
    let blank = try self.trial("001,海港,2026-01-01,2026-01-30,40\n001,河畔,2026-01-31,,40\n", map)
    #expect(blank.rows("rejects.csv").joined().contains("line 3 has no left"))
  }

  @Test("It is asked of every number whether it is split, and shares are not asked about")
  func undecided() throws {
    let map = Self.map.replacing(", split: days", with: "")
    let rows = "001,海港,,2026-08-15,9\n001,河畔,2026-08-16,,9\n"
    let asked = try trial(rows, map)
    #expect(asked.message.contains("column plan: is it a number of the whole period"))
    #expect(asked.message.contains("split: days") && asked.message.contains("split: copy"))
    let copied = try trial(rows, map.replacing("type: number", with: "type: number, split: copy"))
    #expect(copied.rows("staff.csv") == ["001@海港,海港,9", "001@河畔,河畔,9"])
    for unit in ["percent", "ratio", "point", "year"] {
      let other = map.replacing("type: number", with: "type: number, unit: \(unit)")
      #expect(try trial(rows, other).rows("staff.csv").count == 2)
    }
  }

  @Test("The question what becomes of transfers offers the split")
  func offered() throws {
    let map = Self.map.replacing(
      "    transfers: {split: branch, from: joined, until: left, period: 2026Q3}\n", with: "")
    let trial = try trial("001,海港,,,9\n001,河畔,,,9\n", map)
    #expect(trial.message.contains("transfers: {split: branch, from: ..., until: ...}"))
  }

  @Test("The import of what was split changes nothing")
  func again() throws {
    let first = try trial("001,海港,,2026-08-15,9\n001,河畔,2026-08-16,,9\n002,海港,,,5\n")
    let map = Self.map.replacing(", columns: [staff_id, branch, plan]", with: "")
    let whole = try trial("001,海港,,2026-08-15,9\n001,河畔,2026-08-16,,9\n002,海港,,,5\n", map)
    #expect(first.rows("staff.csv").count == 3)
    var names = map
    for (old, new) in [
      ("工号", "staff_id"), ("机构", "branch"), ("起始日", "joined"), ("截止日", "left"), ("计划", "plan"),
    ] {
      names = names.replacing(old, with: new)
    }
    let text = try #require(whole.written["staff.csv"])
    let again = try ImportTrial(names, [("roster.csv", text)])
    #expect(again.written["staff.csv"] == text)
    #expect(again.rows("repairs.csv").isEmpty && again.rows("rejects.csv").isEmpty)
  }
}
