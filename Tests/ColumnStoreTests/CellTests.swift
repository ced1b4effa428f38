import ColumnStore
import Testing

@Suite("Cells")
struct CellTests {
  @Test("a percent sign moves the point in a column of fractions and is dropped in one of percents")
  func percent() throws {
    let cells = ["95%", "0.5%", "7", "-3%"]
    let fraction = try TestTables.readColumn(
      ColumnSpecification(name: "x", percentMeaning: .fraction), cells: cells)
    #expect(fraction.column.values == [0.95, 0.005, 7, -0.03])
    #expect(fraction.faults.isEmpty)
    let percent = try TestTables.readColumn(
      ColumnSpecification(name: "x", percentMeaning: .percent), cells: cells)
    #expect(percent.column.values == [95, 0.5, 7, -3])
    let none = try TestTables.readColumn(
      ColumnSpecification(name: "x", unit: "CNY10k"), cells: ["95%"])
    #expect(none.column.states == [Column.missing])
    #expect(none.faults.first?.reason.contains("a percent sign") == true)
    #expect(none.faults.first?.reason.contains("CNY10k") == true)
    let bare = try TestTables.readColumn(
      ColumnSpecification(name: "x", percentMeaning: .fraction), cells: ["%", "5%%", "5 %"])
    #expect(bare.faults.count == 3)
  }

  @Test("bounds are inclusive and named with their unit")
  func bounds() throws {
    let column = ColumnSpecification(name: "x", minimum: 0, maximum: 1.5, unit: "year")
    let read = try TestTables.readColumn(column, cells: ["0", "1.5", "-0.1", "1.6", "-0"])
    #expect(read.column.values == [0, 1.5, 0, 0, 0])
    #expect(read.column.states == [0, 0, 1, 1, 0])
    #expect(
      read.faults.map(\.reason) == ["expected at least 0 year", "expected at most 1.5 year"])
    #expect(read.faults.map(\.text) == ["-0.1", "1.6"])
  }

  @Test("a blank is a fault, missing, or a number, as the rule says")
  func blanks() throws {
    let cells = ["", "  ", "\"\"", "\"  \"", "4"]
    let rejected = try TestTables.readColumn(ColumnSpecification(name: "x"), cells: cells)
    #expect(rejected.faults.map(\.row) == [0, 1, 2, 3])
    #expect(rejected.faults.allSatisfy { $0.reason == "expected a number, found a blank cell" })
    let allowed = try TestTables.readColumn(
      ColumnSpecification(name: "x", allowsMissing: true), cells: cells)
    #expect(allowed.faults.isEmpty)
    #expect(allowed.column.states == [1, 1, 1, 1, 0])
    #expect(allowed.column.values == [0, 0, 0, 0, 4])
  }

  @Test("blanks in text and truth columns follow the rule too")
  func otherBlanks() throws {
    let text = try TestTables.readColumn(
      ColumnSpecification(name: "x", type: .text, allowsMissing: true), cells: ["", "a"])
    #expect(text.column.states == [1, 0])
    #expect(text.column.codes[0] == -1)
    let truth = try TestTables.readColumn(
      ColumnSpecification(name: "x", type: .truth, allowsMissing: true), cells: ["", "0"])
    #expect(truth.column.states == [1, 0])
    let rejected = try TestTables.readColumn(
      ColumnSpecification(name: "x", type: .truth), cells: [""])
    #expect(rejected.faults.count == 1)
  }

  @Test("truths are words in any case, digits, or Chinese")
  func truths() throws {
    let cells = ["TRUE", "true", "True", "1", "是", "FALSE", "fAlSe", "0", "否", " 1 "]
    let read = try TestTables.readColumn(
      ColumnSpecification(name: "x", type: .truth), cells: cells)
    #expect(read.column.values == [1, 1, 1, 1, 1, 0, 0, 0, 0, 1])
    #expect(read.faults.isEmpty)
    let wrong = ["yes", "2", "tru", "T\u{52}UF", "真", "\u{14}RUE", "1.0"]
    let refused = try TestTables.readColumn(
      ColumnSpecification(name: "x", type: .truth), cells: wrong)
    #expect(refused.faults.map(\.text) == wrong)
    #expect(refused.column.states == [1, 1, 1, 1, 1, 1, 1])
  }

  @Test("texts are kept byte for byte apart from spaces round them")
  func texts() throws {
    let cells = ["  a  b ", "\" say \"\"x\"\" \"", "存\u{3000}", "é"]
    let read = try TestTables.readColumn(
      ColumnSpecification(name: "x", type: .text), cells: cells)
    let texts = read.column.codes.map { read.pool.text(of: $0) }
    #expect(texts == ["a  b", "say \"x\"", "存\u{3000}", "é"])
    #expect(read.column.values.isEmpty)
  }

  @Test("a text that is not allowed is a fault that says what is, and a near one is guessed")
  func allowedTexts() throws {
    let column = ColumnSpecification(name: "x", type: .text, allowedTexts: ["stock", "new", "存量"])
    let read = try TestTables.readColumn(column, cells: ["new", "Stock", "存量", "other"])
    #expect(read.column.states == [0, 1, 0, 1])
    #expect(read.faults.map(\.text) == ["Stock", "other"])
    #expect(
      read.faults[0].reason == "expected one of \"stock\", \"new\", \"存量\"; is it \"stock\"?")
    #expect(!read.faults[1].reason.contains("is it"))
  }

  @Test(
    "what is messy is named, and where to put it right",
    arguments: [
      ("1,234.5", "thousands separators", true), ("１２３", "full-width", true),
      ("1.5亿", "a unit after the number", true), ("300万", "a unit after the number", true),
      ("1e5", "an exponent, by which digits may be lost; export", false),
      ("#DIV/0!", "a spreadsheet's error value; correct its formula", false),
      ("#N/A", "a spreadsheet's error value; correct its formula", false),
      ("¥100", "a currency sign", true),
      ("￥100", "full-width", true), ("(1234)", "a number in brackets", true),
      ("1 234", "a space or an invisible", true), ("12\u{A0}", "a space or an invisible", true),
      ("\u{FEFF}12", "a space or an invisible", true), ("12abc", "other characters", true),
      ("N/A", "a mark for a missing value", false), ("-", "a mark for a missing value", false),
      ("无", "a mark for a missing value", false), ("nan", "what is not a number", false),
      ("inf", "what is not a number", false), ("good", "found a text", false),
      ("Market", "found a text", false), ("人事部", "found a text", false),
      ("1" + String(repeating: "0", count: 400), "beyond the greatest number", false),
    ])
  func messyNumbers(text: String, cause: String, isToClean: Bool) throws {
    let read = try TestTables.readColumn(ColumnSpecification(name: "x"), cells: [text])
    let reason = try #require(read.faults.first?.reason)
    #expect(reason.hasPrefix("expected a plain number such as 12 or -0.5, found "))
    #expect(reason.contains(cause))
    #expect(reason.hasSuffix("; clean it first (steelyard import does)") == isToClean)
    #expect(read.column.states == [Column.missing])
  }
}
