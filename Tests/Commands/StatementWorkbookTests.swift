import Foundation
import SpreadsheetReading
import TestSupport
import Testing

@Suite("explain --format xlsx")
struct StatementWorkbookTests {
  private static let folder = "Datasets/policies/customer-manager"
  private static let stars = ["\(folder)/stars.yaml", "--data", "\(folder)/data"]
  /// Decisions whose texts begin as formulas do.
  private static let corrections = """
    table,key,row,column,old,new,reason,decided_by,date
    staff,000202,,liable_complaints,1,0,"=HYPERLINK(""http://x"",""y"")",+Appeals panel,2026-07-08
    staff,000202,,exam_score,71,71,-2+3,@SUM(A1),2026-07-08
    business,000202,6,income,61.05,71.05,银团贷款手续费误记至网点,财务部,2026-07-09

    """

  private let scratch: TemporaryDirectory

  init() throws { scratch = try TemporaryDirectory() }

  private func explain(_ job: [String], _ more: [String]) throws -> CommandResult {
    try CommandRunner.run(["explain"] + job + more, in: ProjectFiles.root)
  }

  /// A statement with decisions, and its explanation as JSON.
  private func statement(_ language: String) throws -> (WorkbookCells, [String: Any]) {
    let corrections = try scratch.write(Self.corrections, to: "corrections.csv")
    let more = [
      "--id", "000202", "--corrections", corrections.path, "--object-until", "2026-07-31",
      "--language", language,
    ]
    let file = scratch.file("000202.xlsx")
    let written = try explain(Self.stars, more + ["--format", "xlsx", "--output", file.path])
    #expect(written.exitCode == 0 && written.output.isEmpty, "\(written.errors)")
    let json = try explain(Self.stars, more + ["--format", "json"])
    let document = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    return (try WorkbookCells(file), try #require(document as? [String: Any]))
  }

  /// All texts of a sheet, row by row.
  private static func texts(_ book: WorkbookCells, _ sheet: String) throws -> [String] {
    let rows = try #require(book.sheets[sheet], "\(book.sheets.keys)")
    return rows.keys.sorted().flatMap { row in
      (rows[row] ?? [:]).sorted { $0.key < $1.key }.map(\.value.value.text)
    }
  }

  @Test("tells what the page tells", arguments: ["en", "zh"])
  func content(_ language: String) throws {
    let (book, document) = try statement(language)
    let isEnglish = language == "en"
    #expect(
      Set(book.sheets.keys)
        == (isEnglish
          ? ["000202", "Calculation", "Detail rows", "Sources"] : ["000202", "计算过程", "明细", "来源"]))
    let texts = try Self.texts(book, "000202")
    func holds(_ text: String) { #expect(texts.contains { $0.contains(text) }, "\(text)") }
    for guidance in try #require(document["guidance"] as? [[String: Any]]) {
      holds(try #require(guidance["text"] as? String))
    }
    let decisions = try #require(document["decisions"] as? [[String: Any]])
    #expect(decisions.count == 3)
    for decision in decisions {
      for key in ["old", "new", "reason", "decidedBy", "date", "column"] {
        holds(try #require(decision[key] as? String))
      }
    }
    holds("2026-07-31")
    holds(isEnglish ? "not a verdict" : "不是结论")
    holds(isEnglish ? "next: three-star from 123.13" : "下一档：three-star")
    let comparison = try #require(document["comparison"] as? [String: Any])
    for part in try #require(comparison["parts"] as? [[String: Any]]) {
      let difference = try #require(part["difference"] as? Double)
      #expect(texts.contains { OfficeProgram.areEqual($0, "\(difference)") }, "\(part)")
    }
    holds(isEnglish ? "mean of Harbour (10 people)" : "平均：Harbour（10 人）")
  }

  @Test("has every detail row, with the measure's sum as a formula that the inputs point to")
  func details() throws {
    let (book, _) = try statement("en")
    let rows = try #require(book.sheets["Detail rows"])
    let sum = try #require(rows.values.first { $0[0]?.value == .text("SUM(business.rorac)") })
    let last = try #require(sum.keys.max())
    #expect(sum[last]?.isFormula == true && sum[last]?.value == .number("104.416"))
    let ledger = rows.values.filter { ["deposits", "loans"].contains($0[0]?.value.text) }
    let parts = ledger.compactMap { Double($0[last]?.value.text ?? "") }
    // 38.272 + 20.51 + 24.144 + 21.49, by hand.
    #expect(parts.count == 4 && abs(parts.reduce(0, +) - 104.416) < 1e-9)
    let inputs = try #require(book.sheets["Calculation"])
    let input = try #require(inputs.values.first { $0[0]?.value == .text("SUM(business.rorac)") })
    #expect(input[1]?.isFormula == true && input[1]?.value == .number("104.416"))
  }

  @Test("No text of data or decisions is a formula, whatever it begins with")
  func hostile() throws {
    let (book, _) = try statement("en")
    let cells = book.sheets.values.flatMap(\.values).flatMap(\.values)
    for text in ["=HYPERLINK(\"http://x\",\"y\")", "+Appeals panel", "-2+3", "@SUM(A1)"] {
      let found = cells.filter { $0.value == .text(text) }
      #expect(found.count == 1 && found.allSatisfy { !$0.isFormula }, "\(text)")
    }
    for cell in cells where cell.isFormula {
      if case .number = cell.value { continue }
      Issue.record("a formula has the value \(cell.value)")
    }
  }

  @Test("What is printed of parts adds up to what is printed of the whole, in every statement")
  func printed() throws {
    for job in WorkbookTests.jobs {
      let output = scratch.file("all-\(job.0.count)-\(job.1.count)")
      let result = try explain(
        [
          Project.policies.appendingPathComponent(job.0).path, "--data",
          Project.policies.appendingPathComponent(job.1).path,
        ], ["--all", "--format", "xlsx", "--output", output.path])
      #expect(result.exitCode == 0, "\(result.errors)")
      let names = try FileManager.default.contentsOfDirectory(atPath: output.path)
      #expect(names.count >= 10)
      for name in names {
        let book = try WorkbookCells(output.appendingPathComponent(name))
        try expectPrintedSums(#require(book.sheets[String(name.dropLast(5))]), name)
      }
      if OfficeProgram.isThere, let first = names.sorted().first {
        try OfficeProgram.compare(output.appendingPathComponent(first))
      }
    }
  }

  /// The printed points of measures are not formulas, those of dimensions and the total are sums.
  private func expectPrintedSums(
    _ rows: [Int: [Int: WorkbookCells.Cell]], _ name: String
  ) throws {
    let printed = 8
    let heading = try #require(rows.keys.sorted().first { rows[$0]?[0]?.value == .text("Measure") })
    let total = try #require(rows.keys.sorted().first { rows[$0]?[0]?.value == .text("Total") })
    func number(_ row: Int) -> Double? { rows[row]?[printed].flatMap { Double($0.value.text) } }
    let parts = ((heading + 1)..<total).filter { rows[$0]?[printed] != nil }
    let dimensions = parts.filter { rows[$0]?[printed]?.isFormula == true }
    let measures = parts.filter { rows[$0]?[printed]?.isFormula == false }
    let whole = try #require(number(total))
    #expect(!measures.isEmpty && rows[total]?[printed]?.isFormula == true, "\(name)")
    for part in [dimensions, measures] where !part.isEmpty {
      #expect(abs(part.compactMap(number).reduce(0, +) - whole) < 1e-9, "\(name)")
    }
  }

  // MARK: Texts that are too long

  @Test("Texts longer than a cell holds are told, in one statement, in all, and in the pay report")
  func cutTexts() throws {
    try scratch.copy(ProjectFiles.url("\(Self.folder)/data"), to: "data")
    let staff = try scratch.read("data/staff.csv").replacingOccurrences(
      of: "Market", with: String(repeating: "市", count: 40_000))
    try scratch.write(staff, to: "data/staff.csv")
    let job = ["\(Self.folder)/stars.yaml", "--data", scratch.file("data").path]
    func output(_ name: String) -> [String] {
      ["--format", "xlsx", "--output", scratch.file(name).path]
    }
    let words = "longer than the 32,767 characters that a cell holds, and cut"
    let other = try explain(job, ["--id", "000201"] + output("other.xlsx"))
    #expect(other.exitCode == 0 && !other.errors.contains("32,767"), "\(other.errors)")
    for run in [
      try explain(job, ["--id", "000211"] + output("one.xlsx")),
      try explain(job, ["--all"] + output("all")),
      try CommandRunner.run(["pay"] + job + output("pay.xlsx"), in: ProjectFiles.root),
    ] {
      #expect(run.exitCode == 1)
      #expect(run.errors.contains(words), "\(run.errors.suffix(2000))")
    }
  }
}
