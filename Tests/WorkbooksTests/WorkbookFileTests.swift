import ColumnStore
import Foundation
import SpreadsheetReading
import TestSupport
import Testing

@testable import Workbooks

@Suite("Workbooks as files")
struct WorkbookFileTests {
  /// Texts that spreadsheet programs, XML or C would take for something else.
  private static let hostile = [
    "=HYPERLINK(\"http://x\")", "+1+1", "@SUM(A1)", "-2+3", "<b>&\"'", "a\nb", "\tx", " x ",
    "0002624",
    "1e5", "TRUE", "2026-01-01", "\u{1}\u{7}", "_x0041_", "😀👨‍👩‍👧", "]]>", "{=1}", "'quoted", "#REF!",
    "a\r\nb", "&amp;", String(repeating: "长", count: 32_767),
  ]

  /// The cells of each sheet by its name, row after row, as our own reader reads them.
  private static func cells(
    _ bytes: [UInt8]
  ) throws -> [String: [[(value: SheetValue, isFormula: Bool)]]] {
    let scratch = try TemporaryDirectory()
    let file = try scratch.write(bytes, to: "book.xlsx")
    let book = try SpreadsheetReading.Workbook(file.path)
    var sheets: [String: [[(SheetValue, Bool)]]] = [:]
    for sheet in book.sheets {
      let rows = try book.rows(of: sheet)
      while let row = try rows.next() {
        sheets[sheet.name, default: []].append(row.cells.map { ($0.value, $0.isFormula) })
      }
    }
    return sheets
  }

  private static func hostileBook() throws -> (bytes: [UInt8], cutTexts: Int) {
    let book = try WorkbookFile(title: "title & \u{1}")
    let sheet = try book.addSheet("=evil[1]")
    for text in hostile { try sheet.append([Cell(text), Cell(.text(text), .prose)]) }
    try sheet.append([Cell(String(repeating: "a", count: 40_000))])
    let finished = try book.finish()
    return (finished.bytes, finished.cutTexts)
  }

  @Test(
    "Texts are read back as they were, none of them a formula; what does not fit is cut and told")
  func texts() throws {
    let (bytes, cutTexts) = try Self.hostileBook()
    #expect(cutTexts == 1)
    let rows = try #require(try Self.cells(bytes)["=evil_1_"])
    #expect(rows.count == Self.hostile.count + 1)
    for (row, text) in zip(rows, Self.hostile) {
      #expect(row.count == 2)
      for cell in row {
        #expect(!cell.isFormula)
        guard case .text(let read) = cell.value else {
          Issue.record("\(text.prefix(20)) is read as \(cell.value)")
          continue
        }
        #expect(read.unicodeScalars.elementsEqual(text.unicodeScalars), "\(text.debugDescription)")
      }
    }
    #expect(rows.last?[0].value.text.hasSuffix("a…") == true)
  }

  @Test("The same calls give the same bytes")
  func sameBytes() throws {
    let first = try Self.hostileBook().bytes
    // Times in ZIP files count by two seconds.
    usleep(2_100_000)
    #expect(try Self.hostileBook().bytes == first)
  }

  @Test("Numbers keep every digit, and formulas their values")
  func numbers() throws {
    let numbers = [
      90.4, 0.1 + 0.2, -1.5, 0, 1e-300, 123_456_789.123_456_7, 1e22, .leastNonzeroMagnitude,
    ]
    var row = RowMarkup(7, height: nil)
    for number in numbers { row.append(.number(number), "A", format: 0) }
    row.append(.number(-0.0), "B", format: 1)
    row.append(.formula("A1*2 & \"<>\"", 180.8), "C", format: 0)
    row.end()
    let xml = String(decoding: row.bytes, as: UTF8.self)
    let values = xml.matches(of: /<c r="A7"><v>([^<]*)<\/v>/).compactMap { Double($0.output.1) }
    #expect(values == numbers)
    #expect(xml.hasPrefix("<row r=\"7\"><c r=\"A7\"><v>90.4</v></c>"))
    #expect(xml.contains("<c r=\"B7\" s=\"1\"><v>0</v></c>"))
    #expect(xml.contains("<c r=\"C7\"><f>A1*2 &amp; \"&lt;&gt;\"</f><v>180.8</v></c>"))
    let book = try WorkbookFile(title: "numbers")
    try book.addSheet("numbers").append([
      Cell(.formula("90.4*2", 180.8), .number(2)), Cell(.truth(true), .text), .blank(),
    ])
    let cells = try #require(try Self.cells(book.finish().bytes)["numbers"]?.last)
    #expect(cells[0].isFormula && cells[0].value == .number("180.8"))
    #expect(cells[1].value == .truth(true))
  }

  @Test("A cell over several columns is merged, and a formula that is too long is its value")
  func spansAndFormulas() throws {
    let book = try WorkbookFile(title: "spans")
    let sheet = try book.addSheet("spans")
    let sum = Array(repeating: "1", count: 4_001).joined(separator: "+")
    try sheet.append([
      Cell("a", .prose, columns: 3), Cell("b"), Cell(.formula(sum, 4_001), .number(0)),
    ])
    try sheet.append([Cell("c"), Cell(.formula("1+1", 2), .number(0), columns: 2)])
    let scratch = try TemporaryDirectory()
    let file = try scratch.write(book.finish().bytes, to: "book.xlsx")
    let read = try SpreadsheetReading.Workbook(file.path)
    let rows = try read.rows(of: read.sheets[0])
    #expect(rows.mergedRanges.map { "\($0)" } == ["A1:C1", "B2:C2"])
    let first = try #require(try rows.next())
    #expect(first.value(at: 0) == .text("a") && first.value(at: 3) == .text("b"))
    #expect(first.value(at: 4) == .number("4001") && !first.cells.contains(where: \.isFormula))
    #expect(try rows.next()?.cells.last?.isFormula == true)
  }

  @Test("More rows or columns than a sheet holds are refused")
  func limits() throws {
    let book = try WorkbookFile(title: "large")
    let sheet = try book.addSheet("large")
    for _ in 0..<(Sheet.mostRows - 1) { sheet.skipRow() }
    try sheet.append([Cell("last")])
    #expect(throws: WorkbookError.tooManyRows(sheet: "large", count: 1_048_577)) {
      try sheet.append([Cell("one more")])
    }
    let wide = try book.addSheet("wide")
    try wide.append(Array(repeating: Cell("x"), count: 16_384))
    #expect(throws: WorkbookError.tooManyColumns(sheet: "wide", count: 16_385)) {
      try wide.append(Array(repeating: Cell("x"), count: 16_385))
    }
  }

  @Test("A workbook that is cut off anywhere is not whole")
  func whole() throws {
    let bytes = try Self.hostileBook().bytes
    let scratch = try TemporaryDirectory()
    func isWhole(_ bytes: [UInt8]) throws -> Bool {
      PartsCheck.isWhole(try scratch.write(bytes, to: "book.xlsx").path)
    }
    #expect(try isWhole(bytes))
    for count in stride(from: 0, to: bytes.count, by: bytes.count / 23) {
      #expect(try !isWhole(Array(bytes.prefix(count))))
    }
    var changed = bytes
    changed[bytes.count / 2] ^= 1
    #expect(try !isWhole(changed))
  }

  @Test("Nothing is left at the place of a workbook that was not finished")
  func unfinished() throws {
    let scratch = try TemporaryDirectory()
    do {
      _ = try AtomicFile(scratch.file("book.xlsx").path)
      let book = try WorkbookFile(title: "x")
      try book.addSheet("x").append([Cell("x")])
    }
    #expect(try scratch.names.isEmpty)
  }
}
