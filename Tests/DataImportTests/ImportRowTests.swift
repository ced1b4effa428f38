import TestSupport
import Testing

@testable import DataImport

@Suite("Rows are written, rejected, set aside or left out by rules")
struct ImportRowTests {
  private static let map = """
    sources:
      ledger:
        columns:
          staff_id: {header: 工号, type: id, length: 3}
          branch: {header: 机构}
          deposit: {header: 存款, type: number}
    tables:
      ledger: {}
    """
  private static let header = "工号,机构,存款\n"

  /// A file's rows and what must come of them.
  struct Case: CustomTestStringConvertible {
    let name: String
    let rows: String
    let written: [String]
    var rejects: [String] = []
    var repairs: [String] = []

    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "clean rows", rows: "001,海港,0.50\n", written: ["001,海港,0.50"]),
    Case(
      name: "a repaired cell stands in the log", rows: "1,海港,\"1,200\"\n",
      written: ["001,海港,1200"],
      repairs: [
        "file.csv,2,staff_id,1,001,leading-zeros",
        "file.csv,2,deposit,\"1,200\",1200,thousands-separators",
      ]),
    Case(
      name: "a rejected row takes its subject's other rows with it",
      rows: "001,海港,***\n002,海港,1\n001,海港,2\n", written: ["002,海港,1"],
      rejects: [
        "file.csv,2,deposit,\"\"\"***\"\": digits or letters are masked\",\"001,海港,***\"",
        "file.csv,4,,\"set aside: a row of the same staff_id is rejected, line 2\",\"001,海港,2\"",
      ]),
    Case(
      name: "the same row twice", rows: "001,海港,1\n002,海港,1\n001,海港,2\n001,海港,1\n",
      written: ["002,海港,1"],
      rejects: [
        "file.csv,2,,the same row stands on line 5,\"001,海港,1\"",
        "file.csv,4,,\"set aside: a row of the same staff_id is rejected, line 2\",\"001,海港,2\"",
        "file.csv,5,,the same row stands on line 2,\"001,海港,1\"",
      ]),
    Case(
      name: "a row that differs in dirt alone stands twice",
      rows: "001,海港,1\n002,海港,1\n 001 ,海港,１\n", written: ["002,海港,1"],
      rejects: [
        "file.csv,2,,the same row stands on line 4,\"001,海港,1\"",
        "file.csv,4,,the same row stands on line 2,\" 001 ,海港,１\"",
      ]),
    Case(
      name: "too few fields, and a blank key", rows: "001,海港\n,海港,1\n003,海港,1\n",
      written: ["003,海港,1"],
      rejects: [
        "file.csv,2,,2 fields where the header has 3,\"001,海港\"",
        "file.csv,3,staff_id,the key is blank,\",海港,1\"",
      ]),
    Case(
      name: "too many fields", rows: "001,海港,1,\n002,海港,1,2\n", written: ["001,海港,1"],
      rejects: ["file.csv,3,,4 fields where the header has 3,\"002,海港,1,2\""],
      repairs: ["file.csv,2,,4 fields,3 fields,extra-blank-fields"]),
    Case(
      name: "text behind a quote", rows: "001,\"海\"港,1\n002,海港,1\n", written: ["002,海港,1"],
      rejects: [
        "file.csv,2,,text follows a closing quote (a quote inside a field is written twice),"
          + "\"001,\"\"海\"\"港,1\""
      ]),
    Case(
      name: "totals of groups and of all",
      rows: """
        001,海港,1
        002,海港,2
        小计,,3
        003,河畔,4
        河畔支行小计,,4
        合 计：,,7.00
        总计,,7

        """,
      written: ["001,海港,1", "002,海港,2", "003,河畔,4"],
      repairs: [
        "file.csv,4,,\"小计,,3\",,total-row", "file.csv,6,,\"河畔支行小计,,4\",,total-row",
        "file.csv,7,,\"合 计：,,7.00\",,total-row", "file.csv,8,,\"总计,,7\",,total-row",
      ]),
    Case(
      name: "a total of the last rows, and a rounded one",
      rows: "001,海港,1.26\n002,海港,2\n003,河畔,3\n小计,,5\n合计,,6.3\n",
      written: ["001,海港,1.26", "002,海港,2", "003,河畔,3"],
      repairs: ["file.csv,5,,\"小计,,5\",,total-row", "file.csv,6,,\"合计,,6.3\",,total-row"]),
    Case(
      name: "a total over a rejected row", rows: "001,海港,***\n002,海港,2\n合计,,5\n",
      written: ["002,海港,2"],
      rejects: ["file.csv,2,deposit,\"\"\"***\"\": digits or letters are masked\",\"001,海港,***\""],
      repairs: ["file.csv,4,,\"合计,,5\",,total-row-unverified"]),
    Case(
      name: "the header once more, page lines, signatures and blanks",
      rows: "001,海港,1\n第1页\n工号,机构,存款\n,,\n002,海港,1\n制表人：王芳　审核：李伟\n",
      written: ["001,海港,1", "002,海港,1"],
      repairs: [
        "file.csv,3,,第1页,,page-line", "file.csv,4,,\"工号,机构,存款\",,repeated-header",
        "file.csv,7,,制表人：王芳　审核：李伟,,page-line",
      ]),
  ]

  @Test("Each kind of row", arguments: cases)
  func rows(_ example: Case) throws {
    let trial = try ImportTrial(Self.map, [("file.csv", Self.header + example.rows)])
    #expect(trial.message == "")
    #expect(trial.rows("ledger.csv") == example.written)
    #expect(trial.rows("rejects.csv") == example.rejects)
    #expect(trial.repairs == example.repairs)
    let counts = try #require(trial.summary).counts
    #expect(
      counts.read
        == counts.used + counts.rejected + counts.setAside + counts.filtered + counts.blank
        + counts.dropped.values.reduce(0, +))
    #expect(counts.used == example.written.count)
  }

  @Test("Only the row itself is left out where the map says so")
  func rowsAlone() throws {
    let trial = try ImportTrial(
      "rejected: row\n" + Self.map, [("file.csv", Self.header + "001,海港,***\n001,海港,2\n")])
    #expect(trial.rows("ledger.csv") == ["001,海港,2"])
    #expect(trial.rows("rejects.csv").count == 1)
  }

  @Test("Rows that are alike are rows of their own where the map says so")
  func keptRepetition() throws {
    let map = Self.map.replacing(
      "  ledger:\n    columns", with: "  ledger:\n    repeated: keep\n    columns")
    let trial = try ImportTrial(map, [("file.csv", Self.header + "001,海港,2\n001,海港,2\n")])
    #expect(trial.rows("ledger.csv") == ["001,海港,2", "001,海港,2"])
  }

  @Test("A row that differs only in a column that is not read is another row")
  func unreadColumns() throws {
    let trial = try ImportTrial(
      Self.map, [("file.csv", "工号,机构,存款,流水\n001,海港,2,7\n001,海港,2,8\n")])
    #expect(trial.rows("ledger.csv") == ["001,海港,2", "001,海港,2"])
  }

  @Test("where keeps the rows with its values and counts the others, whose totals still count")
  func filters() throws {
    let map = Self.map.replacing(
      "  ledger:\n    columns", with: "  ledger:\n    where: {branch: [海港]}\n    columns")
    let trial = try ImportTrial(
      map, [("file.csv", Self.header + "001,海港,2\n002,河畔,***\n003,河畔,1\n合计,,3\n")])
    #expect(trial.message == "")
    #expect(trial.rows("ledger.csv") == ["001,海港,2"])
    #expect(trial.rows("repairs.csv").last == "file.csv,,,2 rows,,where")
  }

  @Test("A total that the rows do not reach stops the import, unless the map accepts it")
  func disagreement() throws {
    let files = [(name: "file.csv", text: Self.header + "001,海港,2\n002,海港,3\n合计,,6\n")]
    let trial = try ImportTrial(Self.map, files)
    #expect(trial.written.isEmpty)
    #expect(trial.message.contains("file.csv:4: the rows do not add up to this row of totals"))
    #expect(trial.message.contains("deposit: the total is 6, the rows above add up to 5"))
    for answer in [
      ("  ledger:\n    columns", "  ledger:\n    totals: {disagreement: accept}\n    columns"),
      ("type: number}", "type: number, total: ignore}"),
    ] {
      let accepted = try ImportTrial(Self.map.replacing(answer.0, with: answer.1), files)
      #expect(accepted.rows("ledger.csv") == ["001,海港,2", "002,海港,3"])
    }
  }

  @Test("It is asked how years of three digits are counted, and the answer reads the column")
  func minguoYears() throws {
    let map = Self.map.replacing("branch: {header: 机构}", with: "branch: {header: 机构, type: date}")
    let files = [(name: "file.csv", text: Self.header + "001,113/3/31,1\n002,民国112年8月9日,2\n")]
    let asked = try ImportTrial(map, files)
    #expect(asked.message.contains("line 2: 113/3/31") && asked.message.contains("years: minguo"))
    let answered = try ImportTrial(
      map.replacing("type: date", with: "type: date, years: minguo"), files)
    #expect(answered.rows("ledger.csv") == ["001,2024/3/31,1", "002,2023年8月9日,2"])
    #expect(
      answered.repairs == [
        "file.csv,2,branch,113/3/31,2024/3/31,minguo-year",
        "file.csv,3,branch,民国112年8月9日,2023年8月9日,minguo-year",
      ])
  }

  @Test("Blanks of merged cells take the value above, over any number of pieces")
  func fillDown() throws {
    let map = Self.map.replacing("{header: 机构}", with: "{header: 机构, blanks: fill-down}")
      .replacing("length: 3", with: "length: any")
    let rows = (0..<60_000).map { index in
      let id = String(100_000 + index)
      return "\(id),\(index % 30_000 == 0 ? "支行\(index)" : ""),\(index % 7 + 1000)\n"
    }
    let trial = try ImportTrial(map, [("file.csv", Self.header + rows.joined())])
    #expect(trial.message == "")
    let written = trial.rows("ledger.csv")
    #expect(written.count == 60_000)
    #expect(written[29_999].contains("支行0,1004") && written[59_999].contains("支行30000,1002"))
    #expect(trial.repairs.count == 59_998)
  }
}
