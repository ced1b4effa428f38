import Calendars
import ColumnStore
import Testing

@Suite("Cells of dates and periods")
struct DateCellTests {
  private func read(
    _ type: ColumnType, _ cells: [String], minimum: Double? = nil, maximum: Double? = nil,
    allowsMissing: Bool = false
  ) throws -> (column: Column, faults: [RowFault], pool: TextPool) {
    let column = ColumnSpecification(
      name: "x", type: type, minimum: minimum, maximum: maximum, allowsMissing: allowsMissing)
    return try TestTables.readColumn(column, cells: cells)
  }

  @Test("dates are kept as the numbers of their days, in whatever form they stand")
  func dates() throws {
    let cells = ["1970-01-01", " 2026-10-31 ", "2026/10/31", "20261031", "\"2026年10月31日\""]
    let read = try read(.date, cells)
    #expect(read.faults.isEmpty)
    #expect(read.column.values == [0, 20_757, 20_757, 20_757, 20_757])
    #expect(read.column.states == [0, 0, 0, 0, 0])
    #expect(read.column.codes.isEmpty)
  }

  @Test("periods are kept as their numbers, which stand in order of time")
  func periods() throws {
    let cells = ["2026-09", "202609", "2026年9月", "2026Q3", "2026年第三季度", "2026-10", "2026"]
    let read = try read(.period, cells)
    #expect(read.faults.isEmpty)
    let values = read.column.values
    #expect(values == cells.map { Double(CivilPeriod($0)?.number ?? 0) })
    #expect(values == values.sorted())
  }

  @Test("a blank is a fault or missing, as the rule says")
  func blanks() throws {
    let rejected = try read(.date, ["", "2026-10-31"])
    #expect(rejected.faults.map(\.reason) == ["expected a date, found a blank cell"])
    let allowed = try read(.period, ["", "2026"], allowsMissing: true)
    #expect(allowed.faults.isEmpty)
    #expect(allowed.column.states == [1, 0])
    #expect(allowed.column.values[0] == 0)
  }

  @Test(
    "what is none is a fault that says why and how to write it",
    arguments: [
      (.date, "soon", "is not a date; write it as 2026-10-31"),
      (.date, "2026-02-29", "is not a date; write it as 2026-10-31"),
      (.date, "2026-10", "is not a date but a whole period; write it as 2026-10-31"),
      (
        .date, "45382", "is not a date but a spreadsheet's number for a day; write it as 2026-10-31"
      ),
      (.date, "２０２６-10-31", "but a text of full-width characters; write it as 2026-10-31"),
      (.date, "—", "but a mark for a missing value; leave the cell blank instead"),
      (.period, "soon", "is not a period; write it as 2026-10, 2026Q3, 2026H1 or 2026"),
      (.period, "2026-13", "is not a period; write it as 2026-10, 2026Q3, 2026H1 or 2026"),
      (.period, "2026-10-31", "is not a period but a day; write it as 2026-10, 2026Q3"),
      (.period, "#REF!", "is not a period but a spreadsheet's error value; write it as"),
    ] as [(ColumnType, String, String)])
  func faults(type: ColumnType, text: String, reason: String) throws {
    let read = try read(type, [text, type == .date ? "2026-10-31" : "2026-10"])
    #expect(read.column.states == [1, 0])
    let fault = try #require(read.faults.first)
    #expect(fault.text == text && fault.column == "x" && fault.line == 2)
    #expect(fault.reason.contains(reason), "\(fault.reason)")
    #expect(read.faults.count == 1)
  }

  @Test("bounds are inclusive and written as dates and periods")
  func bounds() throws {
    let (first, last) = (CivilDate("2026-01-01"), CivilDate("2026-12-31"))
    let dates = try read(
      .date, ["2026-01-01", "2026-12-31", "2025-12-31", "20270101"],
      minimum: first.map { Double($0.number) }, maximum: last.map { Double($0.number) })
    #expect(dates.column.states == [0, 0, 1, 1])
    #expect(
      dates.faults.map(\.reason)
        == ["expected at least 2026-01-01", "expected at most 2026-12-31"])
    let periods = try read(
      .period, ["2026-01", "2025Q4"], minimum: CivilPeriod("2026-01").map { Double($0.number) })
    #expect(periods.faults.map(\.reason) == ["expected at least 2026-01"])
  }

  @Test("one day in two forms is the same day where rows must differ, and is named as a day")
  func unique() throws {
    var pool = TextPool()
    let specification = TestTables.specification(
      ColumnSpecification(name: "day", type: .date),
      ColumnSpecification(name: "month", type: .period),
      uniqueBy: ["id", "day", "month"])
    let read = try TestTables.read(
      "id,day,month\na,2026-10-31,2026-10\na,20261031,2026年10月\na,2026-10-31,2026-11\n",
      as: specification, pool: &pool)
    #expect(read.faults.map(\.line) == [2, 3])
    #expect(read.faults.map(\.text) == Array(repeating: "a, 2026-10-31, 2026-10", count: 2))
  }
}
