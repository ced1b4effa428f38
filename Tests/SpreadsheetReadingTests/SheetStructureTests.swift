import SpreadsheetReading
import Testing

@Suite struct SheetStructureTests {
  @Test("Sheets are listed in order, with those that are hidden, without charts")
  func sheets() throws {
    let book = try SheetDump.open("sheets")
    #expect(book.sheets.map(\.name) == ["汇总", "old", "code"])
    #expect(book.sheets.map(\.isHidden) == [false, true, true])
    #expect(book.recalculatesOnLoad)
    #expect(try SheetDump.rows(of: book, 1).map(SheetDump.cells) == [["A1 number 2"]])
    #expect(try SheetDump.rows(of: book, 2).isEmpty)
    #expect(try book.sheet(named: "old").isHidden)
    #expect {
      try book.sheet(named: "new")
    } throws: {
      "\($0)" == "sheets.xlsx has no sheet \"new\"; it has \"汇总\", \"old\", \"code\""
    }
  }

  @Test("What is covered by merged cells is known, with the value that is seen there")
  func merged() throws {
    let book = try SheetDump.open("merged")
    let reader = try book.rows(of: book.sheets[0])
    #expect(
      reader.mergedRanges.map(\.description) == ["A1:C1", "A2:A3", "B2:C2", "A4:A6", "B8:C9"])
    var seen: [String] = []
    while let row = try reader.next() {
      let merges = (0..<4).map { row.merge(covering: $0)?.value.text ?? "." }
      seen.append("\(row.number) \(merges.joined(separator: " "))")
    }
    // The value of B8:C9 stood in row 8, which the file leaves out.
    #expect(
      seen == [
        "1 . title title .", "2 . . deposits .", "3 name . . .", "4 . . . .", "5 East . . .",
        "6 East . . .", "7 . . . .", "9 .   .",
      ])
  }

  @Test("Rows are read to the end when nobody holds the workbook any more")
  func workbookLetGo() throws {
    func rows() throws -> SheetRows {
      let book = try SheetDump.open("merged")
      return try book.rows(of: book.sheets[0])
    }
    let reader = try rows()
    var count = 0
    while try reader.next() != nil { count += 1 }
    #expect(count == 8)
  }

  @Test("Progress reaches the end, and can stop the reading")
  func progress() throws {
    var parts: [String] = []
    let path = SheetDump.path("values")
    let book = try Workbook(path) { part, done, total in
      if done == total { parts.append(part) }
      return true
    }
    _ = try SheetDump.rows(of: book)
    #expect(Set(parts) == ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
    let stopped = try Workbook(path) { _, _, _ in false }
    #expect(throws: SpreadsheetError.cancelled(file: path)) { try SheetDump.rows(of: stopped) }
  }

  @Test("Workbooks of other programs hold what was put into them")
  func programs() throws {
    for name in ["openpyxl", "xlsxwriter", "libreoffice"] {
      let book = try SheetDump.open(name)
      #expect(book.sheets.map(\.name) == ["业绩", "备注"])
      #expect(book.sheets.map(\.isHidden) == [false, true])
      let rows = try SheetDump.rows(of: book)
      #expect(rows.first?.merged.map(\.range.description) == ["A1:G1"])
      // XlsxWriter says 0 for every formula, and that it is to be worked out; openpyxl says nothing.
      let results =
        switch name {
        case "libreoffice": ["=number 2469", "=number -40", "=error #DIV/0!"]
        case "xlsxwriter": ["=number 0", "=number 0", "=number 0"]
        default: ["=without ", "=without ", "=without "]
        }
      #expect(book.recalculatesOnLoad == (name != "libreoffice"))
      #expect(
        rows.map(SheetDump.cells) == [
          ["A1 text 2026年一季度业绩"],
          [
            "A2 text 工号", "B2 text 姓名", "C2 text 存款(万元)", "D2 text 完成率", "E2 text 日期",
            "F2 text 时间", "G2 text 公式",
          ],
          [
            "A3 text 0012", "B3 text 张 三", "C3 number 1234.5", "D3 percent 95.5%",
            "E3 date 2026-03-31", "F3 moment 2026-03-31 08:30:00", "G3 \(results[0])",
          ],
          [
            "A4 text 0013", "B4 text 李四", "C4 number -20", "D4 percent 241.5%",
            "E4 date 2026-03-31", "F4 moment 2026-03-31 08:30:00", "G4 \(results[1])",
          ],
          [
            "A5 text 0014", "B5 text =1+1 & <b>", "C5 number 0", "D5 percent 7%",
            "E5 date 2026-03-31", "F5 moment 2026-03-31 08:30:00", "G5 \(results[2])",
          ],
        ], "\(name)")
    }
  }
}
