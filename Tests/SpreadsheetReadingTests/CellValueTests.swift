import SpreadsheetReading
import Testing

@Suite struct CellValueTests {
  /// What stands in `make.py`, as Excel shows it. The days were worked out with Python's datetime.
  static let rows: [[String]] = [
    [
      "A1 text 工号", "B1 text 存款 (万元)",
      "C1 text two\r\nlines _x000D_ and \u{1F600} _xZZZZ_", "D1 text ", "E1 text   a & b  ",
    ],
    [
      "A2 number 0.3", "B2 number 123456789012345678", "C2 number 123456789012345000",
      "D2 number -1234.5", "E2 number 0.001", "F2 number 0", "G2 number 2415",
      "H2 number 1.5e-30", "I2 number 1e21", "J2 number 95", "K2 number 5", "L2 number 7",
      "M2 number 1.1",
    ],
    ["A3 percent 95%", "B3 percent 241.5%", "C3 percent -7%", "D3 percent 100%", "E3 percent 0%"],
    [
      "A4 date 2026-03-31", "B4 date 2026-03-31", "C4 moment 2026-03-31 08:30:00",
      "D4 date 2026-03-31", "E4 month 2026-03", "F4 date 2026-03-31", "G4 time 08:30:00",
      "H4 time 25:30:00", "I4 number 60", "J4 date 1900-02-28", "K4 date 1900-03-01",
      "L4 date 1900-01-01", "M4 number -5", "N4 date 2026-03-31", "O4 date 9999-12-31",
      "P4 number 2958466", "Q4 month 2026-03",
    ],
    [
      "A5 truth TRUE", "B5 truth FALSE", "C5 error #DIV/0!", "D5 text inline",
      "E5 date 2026-03-31", "F5 moment 2026-03-31 08:30:00", "G5 time 08:30:00",
    ],
    [
      "A6 =number 3", "B6 =without ", "C6 =without ", "D6 =text ", "E6 =text x1",
      "F6 =error #DIV/0!", "G6 =date 2026-03-31", "H6 =truth TRUE",
    ],
    ["XFD9 number 9"],
  ]

  @Test("Every kind of cell is what a person sees in it")
  func values() throws {
    let rows = try SheetDump.rows("values")
    #expect(rows.map(\.number) == [1, 2, 3, 4, 5, 6, 9])
    #expect(rows.map(\.isHidden) == [false, false, false, false, false, false, true])
    for (row, expected) in zip(rows, Self.rows) { #expect(SheetDump.cells(row) == expected) }
    #expect(rows[0].value(at: 0) == .text("工号"))
    #expect(rows[0].value(at: 7) == .blank)
    #expect(rows[6].value(at: 16_383) == .number("9"))
  }

  @Test("The strict form with prefixes, folders of other names and days from 1904 is read alike")
  func strict() throws {
    let book = try SheetDump.open("strict")
    #expect(book.uses1904Dates)
    #expect(book.sheets.map(\.name) == ["一月"])
    let rows = try SheetDump.rows(of: book)
    // 44,650 days after 1904-01-01; the first of them is day 0.
    #expect(
      rows.map(SheetDump.cells) == [
        [
          "A2 text 张三", "B2 date 2026-03-31", "C2 date 1904-01-01", "D2 date 2026-03-31",
          "E2 number 2",
        ]
      ])
  }

  @Test("A sheet that says of its rows and cells as little as can be has them where they stand")
  func bare() throws {
    let rows = try SheetDump.rows("bare")
    #expect(
      rows.map(SheetDump.cells) == [
        ["A1 text a", "C1 number 2"], ["A2 number 3", "D2 number 4", "E2 number 5"],
        ["B7 number 6"], ["A8 number 7", "C8 number 8"],
      ])
  }

  @Test("A sheet in UTF-16 is read, with its merged cells")
  func utf16() throws {
    let rows = try SheetDump.rows("utf16")
    #expect(rows.map(SheetDump.cells) == [["A1 text 万元"]])
    #expect(rows[0].merged.map(\.range.description) == ["A1:B1"])
  }
}
