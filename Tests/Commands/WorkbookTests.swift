import Foundation
import SpreadsheetReading
import TestSupport
import Testing

@Suite("steelyard workbook")
struct WorkbookTests {
  private static let stars = "customer-manager/stars.yaml"
  /// Policies with their data: gates, weights by role, groups, pay, left-out measures.
  static let jobs = [
    (stars, "customer-manager/data"), ("service-promises/policy.yaml", "service-promises/data"),
    ("brokerage-team/monthly.yaml", "brokerage-team/data/2026-12"),
    ("responsibility-profit/monthly.yaml", "responsibility-profit/data/2026-03"),
    ("settlement-rhythm/monthly.yaml", "settlement-rhythm/data/2026-05"),
    ("level-ladder/quarterly.yaml", "level-ladder/data/2026Q4"),
  ].filter {
    FileManager.default.fileExists(atPath: Project.policies.appendingPathComponent($0.1).path)
  }

  private let scratch: TemporaryDirectory

  init() throws { scratch = try TemporaryDirectory() }

  private func run(_ command: String, _ job: (String, String), _ more: [String]) throws
    -> CommandResult
  {
    try CommandRunner.run(
      [
        command, Project.policies.appendingPathComponent(job.0).path, "--data",
        Project.policies.appendingPathComponent(job.1).path,
      ] + more, in: scratch.url)
  }

  @Test("holds what score writes, under titles, and ranks by formula", arguments: jobs)
  func results(_ job: (String, String)) throws {
    let scored = try run("score", job, ["--output", "result.csv", "--measures"])
    try #require(scored.exitCode == 0, "\(scored.errors)")
    let written = try run("workbook", job, ["--output", "book.xlsx"])
    #expect(written.exitCode == 0, "\(written.errors)")
    #expect(written.output.isEmpty)
    let result = try ResultTable(scratch.read("result.csv"))
    let book = try WorkbookCells(scratch.file("book.xlsx"))
    let rows = try book.table("Results")
    #expect(rows.count == result.rows.count)
    #expect(book.formulaCount > rows.count * 2)
    for (row, expected) in zip(rows, result.rows) {
      // The key and the total are told by their headings; every number of the result stands somewhere.
      #expect(row[result.header[0]]?.value == .text(expected[0]))
      let values = row.values.map(\.value.text)
      for (name, value) in zip(result.header, expected) where Double(value) != nil {
        #expect(
          values.contains { OfficeProgram.areEqual($0, value) }, "\(expected[0]): \(name) \(value)")
      }
      let total = try #require(result.header.firstIndex(of: "total"))
      #expect(row["Total"]?.isFormula == true)
      #expect(OfficeProgram.areEqual(row["Total"]?.value.text ?? "", expected[total]))
    }
  }

  @Test("gives the same bytes again, on any number of threads")
  func sameBytes() throws {
    for (name, threads) in [("one.xlsx", "1"), ("two.xlsx", "2")] {
      let result = try run(
        "workbook", Self.jobs[0], ["--output", name, "--threads", threads, "--quiet"])
      #expect(result.exitCode == 0 && result.errors.isEmpty, "\(result.errors)")
    }
    #expect(
      try Data(contentsOf: scratch.file("one.xlsx")) == Data(contentsOf: scratch.file("two.xlsx")))
  }

  // MARK: In LibreOffice

  @Test(
    "Formulas computed anew by LibreOffice give what the engine computed",
    .enabled(if: OfficeProgram.isThere, "LibreOffice (soffice) is not installed"), arguments: jobs)
  func recalculated(_ job: (String, String)) throws {
    let written = try run("workbook", job, ["--output", "book.xlsx", "--language", "zh"])
    #expect(written.exitCode == 0, "\(written.errors)")
    try OfficeProgram.compare(scratch.file("book.xlsx"))
  }

  @Test(
    "So do those of the pay report",
    .enabled(if: OfficeProgram.isThere, "LibreOffice (soffice) is not installed"))
  func pay() throws {
    let pay = try run("pay", Self.jobs[0], ["--format", "xlsx", "--output", "pay.xlsx"])
    #expect(pay.exitCode == 0, "\(pay.errors)")
    try OfficeProgram.compare(scratch.file("pay.xlsx"))
  }

  // MARK: Hostile data

  private static let hostile = [
    "=HYPERLINK(\"http://x\")", "+1+1", "@SUM(A1)", "-2+3", "<b>&\"'", "two\nlines", "_x0041_",
    "😀*?~",
    ">5", "0002624", "harbour", "Harbour", "[a]:b/c\\d",
  ]

  private func writeHostileData() throws {
    try scratch.copy(Project.branches.appendingPathComponent("worked-example"), to: "data")
    func quoted(_ text: String) -> String {
      "\"\(text.replacingOccurrences(of: "\"", with: "\"\""))\""
    }
    for table in ["staff", "business"] {
      let lines = try scratch.read("data/\(table).csv").split(separator: "\n").map(String.init)
      let heads = lines[0].split(separator: ",")
      let first = lines[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let branch = heads.firstIndex(of: "branch")
      let mine = lines.dropFirst().filter { $0.hasPrefix(first[0] + ",") }
      var text = lines[0] + "\n"
      for name in Self.hostile {
        for line in mine {
          var fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
          fields[0] = quoted(name)
          if let branch { fields[branch] = quoted(name) }
          text += fields.joined(separator: ",") + "\n"
        }
      }
      try scratch.write(text, to: "data/\(table).csv")
    }
  }

  @Test("Texts of data are never formulas, whatever they begin with, and groups are told apart")
  func hostileTexts() throws {
    try writeHostileData()
    let written = try CommandRunner.run(
      ["workbook", Project.policy, "--data", "data", "--output", "book.xlsx"], in: scratch.url)
    #expect(written.exitCode == 0, "\(written.errors)")
    let rows = try WorkbookCells(scratch.file("book.xlsx")).table("Results")
    #expect(rows.map { $0["staff_id"]?.value } == Self.hostile.map { .text($0) })
    #expect(rows.map { $0["branch"]?.value } == Self.hostile.map { .text($0) })
    #expect(rows.allSatisfy { $0["branch_rank"]?.value == .number("1") })
    #expect(rows.allSatisfy { $0["overall_rank"]?.value == .number("1") })
    let all = try CommandRunner.run(
      [
        "explain", Project.policy, "--data", "data", "--all", "--format", "xlsx", "--output", "all",
      ],
      in: scratch.url)
    #expect(all.exitCode == 0, "\(all.errors)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: scratch.file("all").path).count
        == Self.hostile.count)
    if OfficeProgram.isThere { try OfficeProgram.compare(scratch.file("book.xlsx")) }
  }

  @Test("A text that is longer than a cell holds is cut, and told, with exit code 1")
  func longText() throws {
    try scratch.copy(Project.branches.appendingPathComponent("worked-example"), to: "data")
    let staff = try scratch.read("data/staff.csv").replacingOccurrences(
      of: "Harbour", with: String(repeating: "港", count: 40_000))
    try scratch.write(staff, to: "data/staff.csv")
    let written = try CommandRunner.run(
      ["workbook", Project.policy, "--data", "data", "--output", "book.xlsx"], in: scratch.url)
    #expect(written.exitCode == 1)
    #expect(
      written.errors.contains("texts are longer than the 32,767 characters"), "\(written.errors)")
    let branch = try WorkbookCells(scratch.file("book.xlsx")).table("Results")[0]["branch"]
    #expect(branch?.value.text.utf16.count == 32_767)
  }

  // MARK: What goes wrong

  @Test("What cannot be done is said before any work, and leaves nothing")
  func refused() throws {
    let stars = Self.jobs[0]
    let wrong: [([String], Int32, String)] = [
      (["--output", "book.csv"], 64, "ends with .xlsx"),
      (["--output", "nowhere/book.xlsx"], 64, "there is no folder nowhere"),
      (["--output", "book.xlsx", "--by", "nobody"], 64, "nobody"),
    ]
    for (options, code, words) in wrong {
      let result = try run("workbook", stars, options)
      #expect(result.exitCode == code, "\(options): \(result.errors)")
      #expect(result.errors.contains(words), "\(result.errors)")
    }
    let explain = try run("explain", stars, ["--id", "000202", "--format", "xlsx"])
    #expect(explain.exitCode == 64)
    #expect(explain.errors.contains("--format xlsx needs --output"))
    let pay = try run("pay", stars, ["--format", "xlsx"])
    #expect(pay.exitCode == 64)
    #expect(pay.errors.contains("--format xlsx needs --output"))
    #expect(try scratch.names.isEmpty)
  }

  @Test("A row at fault is left out and told, with exit code 1")
  func rejected() throws {
    try scratch.copy(Project.branches.appendingPathComponent("worked-example"), to: "data")
    let staff = try scratch.read("data/staff.csv").replacingOccurrences(
      of: ",90,0,1,1,", with: ",900,0,1,1,")
    try scratch.write(staff, to: "data/staff.csv")
    let written = try CommandRunner.run(
      ["workbook", Project.policy, "--data", "data", "--output", "book.xlsx"], in: scratch.url)
    #expect(written.exitCode == 1)
    #expect(written.errors.contains("staff: 3 rows in, 2 scored, 1 rejected"))
    let book = try WorkbookCells(scratch.file("book.xlsx"))
    #expect(try book.table("Results").count == 2)
    let facts = try #require(book.sheets["Sources"]).values.flatMap(\.values).map(\.value.text)
    #expect(facts.contains { $0.contains("rejected, and in no rank: 1") })
  }

  @Test(
    "A disk that is full, of the file or of temporary files, leaves what was there",
    .enabled(if: SmallDisk.isAllowed, "no file system may be mounted here: needs root"))
  func fullDisk() throws {
    let demo = [
      "workbook", Project.policy, "--data", Project.branch("demo-bank"), "--output",
    ]
    let disk = try SmallDisk(kibibytes: 16)
    try Data("old\n".utf8).write(to: disk.url.appendingPathComponent("book.xlsx"))
    let before = try disk.snapshot()
    let full = try CommandRunner.run(demo + ["book.xlsx"], in: disk.url)
    #expect(full.exitCode == 3)
    #expect(full.errors.contains("no space is left on the disk"), "\(full.errors)")
    #expect(try disk.snapshot() == before)
    // From a page on, one more each time, until there is room for everything.
    var codes: [Int32] = []
    for size in [4, 64, 256, 512, 1024, 2048, 16_384] {
      let folder = try SmallDisk(kibibytes: size)
      let result = try CommandRunner.run(
        ["TMPDIR=\(folder.url.path)", CommandRunner.steelyard.path] + demo + ["book.xlsx"],
        executable: URL(fileURLWithPath: "/usr/bin/env"), in: scratch.url)
      codes.append(result.exitCode)
      if result.exitCode == 0 { continue }
      #expect(result.exitCode == 3)
      #expect(result.errors.contains("do not fit on the disk"), "\(size): \(result.errors)")
      #expect(try scratch.names.isEmpty)
    }
    #expect(codes.first == 3 && codes.last == 0)
  }

  @Test("A run that is interrupted leaves nothing")
  func interrupted() throws {
    let made = try CommandRunner.run(
      ["generate", Project.policy, "--staff", "5000", "--seed", "7", "--output", "data"],
      in: scratch.url)
    try #require(made.exitCode == 0)
    try scratch.write("", to: "out/.keep")
    try scratch.write("", to: "temporary/.keep")
    for moment in [50_000, 150_000, 300_000] {
      let run = try StartedCommand(
        ["workbook", Project.policy, "--data", "data", "--output", "out/book.xlsx"], in: scratch.url
      )
      usleep(UInt32(moment))
      run.kill()
      let names = try FileManager.default.contentsOfDirectory(atPath: scratch.file("out").path)
      #expect(run.wasDone || names == [".keep"], "\(names)")
    }
  }
}
