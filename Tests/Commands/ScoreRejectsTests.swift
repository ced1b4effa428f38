import Foundation
import Testing

/// Data with faulty rows: stopped without `--rejects`, reconciled with it.
@Suite("score: rows at fault")
struct ScoreRejectsTests {
  /// The demo bank with a few rows spoilt.
  private struct SpoiltBank {
    var staff: [String]
    var business: [String]
    /// The keys of all whose own row or one of whose detail rows is spoilt.
    private(set) var spoiltKeys: Set<String> = []

    init() throws {
      (staff, business) = (try Self.lines("staff"), try Self.lines("business"))
      // A number with a thousands separator, a value not listed, a cell beyond its bounds.
      spoilStaff(5) { $0[5] = "\"1,000\"" }
      spoilStaff(6) { $0[2] = "clerk" }
      spoilStaff(7) { $0[11] = "101" }
      // The second copy of a key spoils the first as well.
      let copy = staff[10]
      staff.append(copy)
      spoiltKeys.insert(Self.key(of: copy))
      // A detail row of nobody, and one that is no number.
      business.append("nobody,loans,new,0,1,0,0,0,0,0")
      spoilBusiness(3000) { $0[5] = "n/a" }
    }

    private mutating func spoilStaff(_ row: Int, _ change: (inout [String]) -> Void) {
      var cells = staff[row].components(separatedBy: ",")
      change(&cells)
      staff[row] = cells.joined(separator: ",")
      spoiltKeys.insert(cells[0])
    }

    private mutating func spoilBusiness(_ row: Int, _ change: (inout [String]) -> Void) {
      var cells = business[row].components(separatedBy: ",")
      change(&cells)
      business[row] = cells.joined(separator: ",")
      spoiltKeys.insert(cells[0])
    }

    static func key(of line: String) -> String { String(line.prefix { $0 != "," }) }

    private static func lines(_ table: String) throws -> [String] {
      let file = Project.branches.appendingPathComponent("demo-bank/\(table).csv")
      return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    var files: [String: Data] {
      ["staff.csv": staff, "business.csv": business]
        .mapValues { Data(($0.joined(separator: "\n") + "\n").utf8) }
    }
  }

  @Test("without --rejects nothing is written, and the faults are shown with their places")
  func stops() throws {
    var files = try SpoiltBank().files
    files["result.csv"] = Data("old\n".utf8)
    let job = try ScoreJob(["--data", "."], files: files)
    #expect(job.result.exitCode == 3)
    #expect(job.result.output.isEmpty)
    #expect(try job.text() == "old\n")
    #expect(try job.names() == ["result.csv", "staff.csv", "business.csv"])
    for words in [
      "staff.csv:6: loan_plan \"1,000\": expected a plain number",
      "staff.csv:7: role \"clerk\": expected one of \"corporate\", \"personal\", \"wealth\"",
      "staff.csv:8: satisfaction \"101\": expected at most 100 point",
      "business.csv:6048: staff_id \"nobody\": no row of the table staff has this key",
      "8 rows are at fault (2 in business, 6 in staff); nothing was written",
      "name a file by --rejects",
    ] {
      #expect(job.result.errors.contains(words), "lacks \(words): \(job.result.errors)")
    }
  }

  @Test("with --rejects every row is accounted for, and good rows score as without the bad ones")
  func reconciles() throws {
    let bank = try SpoiltBank()
    let job = try ScoreJob(["--data", ".", "--rejects", "rejects.csv"], files: bank.files)
    #expect(job.result.exitCode == 1)
    #expect(job.result.errors.contains("warning: ranks were formed without the rejected rows"))
    let table = try job.table()
    let staff = try job.summary("staff")
    #expect(staff["rows in"] == bank.staff.count - 1)
    #expect(staff["scored"] == table.rows.count)
    #expect(staff["rejected"] == 6)
    #expect(staff["rows in"] == table.rows.count + 6)
    let business = try job.summary("business")
    let setAside = bank.business.dropFirst().count {
      bank.spoiltKeys.contains(SpoiltBank.key(of: $0))
    }
    #expect(business["rows in"] == bank.business.count - 1)
    #expect(business["rejected"] == 2)
    // The one that is no number is rejected itself.
    #expect(business["set aside with rejected subjects"] == setAside - 1)
    #expect(business["used"] == bank.business.count - 1 - 2 - (setAside - 1))
    let clean = try ScoreJob(branch: "demo-bank").table().byKey
    #expect(Set(table.byKey.keys) == Set(clean.keys).subtracting(bank.spoiltKeys))
    for (key, row) in table.byKey {
      for name in table.header where !name.hasSuffix("_rank") {
        #expect(row[name] == clean[key]?[name])
      }
    }
    try Self.expectRejects(try job.text("rejects.csv"), bank)
  }

  /// Each rejected row stands in the file as it stood in its table.
  private static func expectRejects(_ text: String, _ bank: SpoiltBank) throws {
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines[0] == "table,line,column,reason,row")
    #expect(
      lines.dropFirst().map { String($0.prefix { $0 != "," }) }
        == Array(repeating: "staff", count: 6) + ["business", "business"])
    let tables = ["staff": bank.staff, "business": bank.business]
    for line in lines.dropFirst() {
      let cells = line.split(separator: ",", maxSplits: 3)
      let row = try #require(tables[String(cells[0])])[(Int(cells[1]) ?? 0) - 1]
      #expect(line.hasSuffix("\"" + row.replacingOccurrences(of: "\"", with: "\"\"") + "\""))
    }
  }

  @Test("ranks are those of the good rows alone")
  func ranks() throws {
    let bank = try SpoiltBank()
    let job = try ScoreJob(["--data", ".", "--rejects", "rejects.csv"], files: bank.files)
    let table = try job.table()
    let keys = try table.numbers("total").map { ($0 * 100 + 0.5).rounded(.down) }
    for (key, rank) in zip(keys, try table.numbers("overall_rank")) {
      #expect(rank == Double(1 + keys.count { $0 > key }))
    }
  }

  @Test("without a bad row --rejects writes a header, and all is well")
  func nothingRejected() throws {
    let job = try ScoreJob(branch: "worked-example", ["--rejects", "rejects.csv"])
    #expect(job.result.exitCode == 0)
    #expect(try job.text("rejects.csv") == "table,line,column,reason,row\n")
    #expect(try job.text() == ScoreJob(branch: "worked-example").text())
  }

  @Test("when every row is at fault, a header is written and a finding told")
  func allRejected() throws {
    let folder = Project.branches.appendingPathComponent("worked-example")
    let staff = try String(contentsOf: folder.appendingPathComponent("staff.csv"), encoding: .utf8)
    let job = try ScoreJob(
      [
        "--data", folder.path, "--table", "staff=staff.csv", "--rejects", "rejects.csv",
      ],
      files: [
        "staff.csv": Data(
          staff.replacingOccurrences(of: ",Harbour,", with: ",,")
            .replacingOccurrences(of: ",Market,", with: ",,").utf8)
      ])
    #expect(job.result.exitCode == 1)
    #expect(try job.table().rows.isEmpty)
    #expect(try job.summary("staff") == ["rows in": 3, "scored": 0, "rejected": 3])
    #expect(
      try job.summary("business") == [
        "rows in": 6, "used": 0, "rejected": 0, "set aside with rejected subjects": 6,
      ])
  }

  @Test("more than twenty faults are counted, and the first twenty shown")
  func twenty() throws {
    var bank = try SpoiltBank()
    for row in 100..<150 { bank.staff[row] = "," + bank.staff[row].drop { $0 != "," }.dropFirst() }
    let job = try ScoreJob(["--data", "."], files: bank.files)
    #expect(job.result.exitCode == 3)
    let lines = job.result.errors.split(separator: "\n")
    #expect(lines.count { $0.contains(".csv:") } == 20)
    #expect(job.result.errors.contains("more"))
  }
}
