import TestSupport
import Testing

@testable import DataImport

@Suite struct InspectionTests {
  @Test(
    "A header's unit is found in all the ways in which headers say it",
    arguments: [
      ("存款(万元)", CellUnit.tenThousandYuan), ("存款（元）", .yuan), ("金额:元", .yuan),
      ("金额：亿元", .hundredMillionYuan), ("存款_万元", .tenThousandYuan), ("完成率%", .percent),
      ("存款(元) 日均", .yuan), ("贷款【单位：万元】", .tenThousandYuan), ("员工_人", nil),
      ("存款", nil), ("机构(支行)", nil),
    ] as [(String, CellUnit?)])
  func units(_ header: String, _ unit: CellUnit?) {
    #expect(HeaderUnit.find(header)?.unit == unit)
  }

  @Test("A header of nothing but brackets is looked through once", arguments: ["", ")"])
  func brackets(_ end: String) {
    #expect(HeaderUnit.find(String(repeating: "(", count: 50_000) + end)?.unit == nil)
  }

  @Test(
    "A column's type is guessed by its header and its cells",
    arguments: [
      ("工号", ["1", "2", "3"], ColumnKind.identifier), ("x", ["0012", "0013"], .identifier),
      ("客户编号", ["A001", "A002"], .identifier), ("存款", ["1,234.5", "-", "７", "(3)"], .number),
      ("完成率", ["95%", "101.5%"], .number), ("日期", ["45382", "45383"], .date),
      ("x", ["20240331", "20240430"], .date), ("x", ["2024/3/31", "2024年4月1日"], .date),
      ("月份", ["202403", "202404"], .period), ("x", ["2026Q1", "2026Q2"], .period),
      ("在岗", ["是", "否", "是"], .truth), ("姓名", ["张三", "李四"], .text),
      ("数量", ["1", "0", "1"], .number), ("存款(万元)", ["12,5", "13,5"], .number), ("备注", [], .text),
      ("金额", ["12", "13", "***", "14", "15"], .number),
      ("存款(元)", ["1.5", "１２", "近9", "2.5万元"], .number),
    ])
  func kinds(_ header: String, _ cells: [String], _ kind: ColumnKind) {
    #expect(KindGuess(header: header, samples: cells).kind == kind, "\(header) \(cells)")
  }

  @Test("A header is found below titles, on one line or on two, or not at all")
  func headers() {
    func lines(_ rows: [[String]]) -> [Int] {
      HeaderGuess(
        rows.enumerated().map { HeaderGuess.Row(line: $0.offset + 1, cells: $0.element) }
      ).lines
    }
    #expect(lines([["工号", "存款"], ["01", "5"], ["02", "6"]]) == [1])
    #expect(
      lines([["业绩表", "", ""], ["", "", ""], ["工号", "姓名", "存款"], ["01", "张三", "5"]]) == [3])
    #expect(
      lines([["工号", "存款", ""], ["", "时点", "日均"], ["01", "5", "6"], ["02", "5", "6"]]) == [1, 2])
    #expect(lines([["机构", "岗位"], ["海港", "对公"], ["河畔", "个人"]]) == [1])
    #expect(lines([["01", "5"], ["02", "6"]]) == [])
    #expect(lines([]) == [])
  }

  @Test("A messy export gives a map that the reader of maps takes, with what is to be decided")
  func draft() throws {
    let folder = try TemporaryDirectory()
    let file = try folder.write(
      """
      业绩表（单位：万元）,,,
      柜员号,姓名,存款日均(元),到期[日]
      000123,张三,1234.5,2026-03-31
      124,李四,近5,2026/4/1
      000125,王五,7,2026-04-02
      000123,张三,8,2026-04-03
      000126,赵六,9,2026-04-03
      000127,孙七,9,2026-04-03
      合计,,1258.5,
      """, to: "七月 export.csv")
    let table = ExpectedTable(
      name: "staff", key: "staff_id", hasUniqueKey: true,
      columns: [
        ExpectedTable.Column(name: "staff_id", headers: ["工号"], kind: .identifier),
        ExpectedTable.Column(
          name: "deposit", headers: ["日均存款"], kind: .number, unit: .tenThousandYuan),
        ExpectedTable.Column(name: "plan", headers: ["计划"], kind: .number),
      ])
    for expected in [[], [table]] {
      let found = try FileInspector(expected: expected).inspect(file.path)
      let sheet = try #require(found.sheets.first)
      #expect(sheet.headerLines == [2])
      #expect(sheet.rowCount == 6)
      #expect(sheet.lines.map(\.name) == ["total-row"])
      #expect(sheet.hasStrayKeys)
      #expect(sheet.columns.map(\.kind) == [.identifier, .text, .number, .date])
      #expect(sheet.columns[0].questions.map(\.doubt) == [.length])
      #expect(sheet.columns[2].faults.map(\.name) == ["approximate"])
      let draft = MapDraft(name: "七月", files: [found], expected: expected)
      let map = try MapReader.read(draft.text, file: "map.yaml")
      #expect(map.sources.map(\.headerLines) == [[2]])
      #expect(draft.text.contains("transfers: last"))
      #expect(draft.text.contains("单位：万元"))
      if expected.isEmpty {
        #expect(map.sources[0].columns.map(\.name) == ["柜员号", "姓名", "存款日均", "到期"])
      } else {
        #expect(draft.missing == ["staff.plan"])
        #expect(map.sources[0].columns.map(\.name) == ["staff_id", "deposit"])
        #expect(map.sources[0].columns[1].form.unit == .tenThousandYuan)
        #expect(map.tables.map(\.columns) == [["staff_id", "deposit"]])
      }
    }
  }

  @Test("Files with the same headers become one source; columns elsewhere are joined")
  func several() throws {
    let folder = try TemporaryDirectory()
    for month in ["07", "08"] {
      try folder.write("工号,存款\n001,5\n002,6\n003,\(month)\n", to: "ledger-2026\(month).csv")
    }
    try folder.write("员工号,机构\n001,东\n002,西\n003,东\n", to: "roster.csv")
    let table = ExpectedTable(
      name: "staff", key: "id", hasUniqueKey: true,
      columns: [
        ExpectedTable.Column(name: "id", headers: ["工号"], kind: .identifier),
        ExpectedTable.Column(name: "deposit", headers: ["存款"], kind: .number),
        ExpectedTable.Column(name: "branch", headers: ["机构"], kind: .text),
      ])
    let found = try ["ledger-202607.csv", "ledger-202608.csv", "roster.csv"].map {
      try FileInspector(expected: [table]).inspect(folder.file($0).path)
    }
    let draft = MapDraft(name: "x", files: found, expected: [table])
    let map = try MapReader.read(draft.text, file: "map.yaml")
    #expect(map.sources.map(\.file) == ["ledger-20260*.csv", "roster.csv"])
    #expect(map.tables[0].joins.map(\.columns) == [["branch"]])
    #expect(draft.missing.isEmpty)
  }

  @Test(
    "A header's period is found, and what the number is called without it",
    arguments: [
      ("存款202401", HeaderPeriod(stem: "存款", label: "2024-01")),
      ("2024年1月存款", HeaderPeriod(stem: "存款", label: "2024-01")),
      ("存款(2026年三季度)", HeaderPeriod(stem: "存款", label: "2026Q3")),
      ("存款_1月(万元)", HeaderPeriod(stem: "存款", label: "YYYY-01")),
      ("12月", HeaderPeriod(stem: "", label: "YYYY-12")),
      ("二季度", HeaderPeriod(stem: "", label: "YYYYQ2")),
      ("存款", nil), ("2026", nil), ("客户数2026013", nil), ("", nil),
    ] as [(String, HeaderPeriod?)])
  func periods(_ header: String, _ period: HeaderPeriod?) {
    #expect(HeaderPeriod.find(header) == period, "\(header)")
  }

  @Test("A sheet wide by months or long by indicators is offered the other shape, which then works")
  func shapes() throws {
    for (text, columns, offered, rows) in [
      (
        "工号,存款202601,存款202602\n001,5,6\n002,7,8\n003,9,1\n", "[工号]",
        "unpivot: {columns: {存款202601: 2026-01, 存款202602: 2026-02}, name: period, value: 存款}",
        ["001,2026-01,5", "001,2026-02,6", "002,2026-01,7"]
      ),
      (
        "工号,指标,完成\n001,存款,5\n001,贷款,6\n002,存款,7\n002,贷款,8\n", "[工号]",
        "pivot: {name: 指标, value: 完成, columns: {存款: 存款, 贷款: 贷款}}", ["001,5,6", "002,7,8"]
      ),
    ] {
      let folder = try TemporaryDirectory()
      let file = try folder.write(text, to: "x.csv")
      let draft = MapDraft(name: "x", files: [try FileInspector().inspect(file.path)]).text
      #expect(draft.contains("    # " + offered), "\(draft)")
      // Whoever takes the offer takes the sign of a comment off.
      let taken = draft.replacing(
        "    # " + offered, with: "    columns: \(columns)\n    " + offered
      )
      .replacing("    # key:", with: "    key:")
      let trial = try ImportTrial(
        taken.replacing("import: x\n", with: ""), [("x.csv", text)])
      #expect(trial.message == "")
      #expect(trial.rows("x.csv").starts(with: rows))
    }
    let folder = try TemporaryDirectory()
    let plain = try folder.write("工号,存款,贷款\n001,5,6\n002,7,8\n", to: "x.csv")
    #expect(
      !MapDraft(name: "x", files: [try FileInspector().inspect(plain.path)]).text.contains("pivot"))
  }

  @Test(
    "Columns of one name and lines that are too wide are told; headers without rows are a source")
  func faults() throws {
    let folder = try TemporaryDirectory()
    func inspect(_ text: String) throws -> FileInspection {
      try FileInspector().inspect(try folder.write(text, to: "a.csv").path)
    }
    let twice = try inspect("工号,存款,存款\n001,1,2\n")
    #expect(twice.hasFindings && twice.sheets[0].repeatedHeaders == ["存款"])
    let units = MapDraft(name: "x", files: [try inspect("工号,存款(万元),存款(元)\n001,1,2\n")])
    let columns = try MapReader.read(units.text, file: "map.yaml").sources[0].columns
    #expect(columns.map(\.name) == ["工号", "存款", "存款(元)"])
    let wide = Array(repeating: "x", count: 20_000).joined(separator: ",")
    #expect(throws: ImportFault.self) { try inspect(wide + "\n" + wide + "\n") }
    let empty = try inspect("工号,存款\n")
    #expect(!empty.hasFindings)
    #expect(
      try MapReader.read(MapDraft(name: "x", files: [empty]).text, file: "m").sources.count == 1)
    #expect(MapDraft(name: "x", files: [try inspect("")]).text.contains("for it is empty"))
  }

  @Test("Every workbook that can be read can be inspected, and its draft is a map or has no source")
  func workbooks() throws {
    for name in ["values", "strict", "merged", "libreoffice", "openpyxl", "sheets", "utf16"] {
      let path = ProjectFiles.url("Tests/Cases/spreadsheets/\(name).xlsx").path
      let found = try FileInspector().inspect(path)
      let draft = MapDraft(name: name, files: [found])
      if !draft.text.contains("sources:\ntables:") {
        _ = try MapReader.read(draft.text, file: "map.yaml")
      }
    }
    #expect(throws: ImportFault.self) {
      try FileInspector().inspect(
        ProjectFiles.url("Tests/Cases/spreadsheets/password.xlsx").path)
    }
  }

  @Test("Texts stand in YAML as they are, whatever they hold")
  func yaml() throws {
    for text in ["no", "012", "a: b", "\"x\"", "a\\b", "#x", "中 文", "- x", "\t", "'"] {
      let node =
        "import: \(YAMLText.scalar(text))\nsources: {a: {columns: {b: c}}}\ntables: {t: {}}"
      #expect(try MapReader.read(node, file: "map.yaml").name == text)
    }
  }

  @Test("Texts in quotes are read back as they are")
  func quotedTexts() throws {
    for text in ["2", "a\"b", "a\\", "- [x]: y", "true", "一\n二", "#"] {
      let map = try MapReader.read(
        "import: \(YAMLText.quoted(text))\nsources: {s: {columns: {a: a}}}\ntables: {t: {from: s}}",
        file: "map.yaml")
      #expect(map.name == text)
    }
  }
}
