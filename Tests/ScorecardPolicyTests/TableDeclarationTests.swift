import Calendars
import Diagnostics
import Testing

@testable import ScorecardPolicy

@Suite("Declarations of tables")
struct TableDeclarationTests {
  private static func tables(
    staff: String = "a: {}", ledger: String = "b: {}", order: String? = nil,
    formulas: String = "{}"
  ) throws -> [TableDeclaration] {
    let yaml = """
      policy: tables
      tables:
        staff: {key: id, columns: {\(staff)}}
        ledger:
          key: id
          \(order.map { "order: \($0)" } ?? "unique: [id]")
          columns: {\(ledger)}
      formulas: \(formulas)
      scorecard: {dimensions: {d: {measures: {m: {score: 1}}}}}
      """
    return try PolicyReader.read(yaml, file: "tables.yaml").policy.tables
  }

  @Test("Columns of dates and periods are declared by their type, with bounds as people write them")
  func types() throws {
    let columns = try Self.tables(
      staff: "joined: date, left: {type: date, missing: allow, maximum: 2026年12月31日}",
      ledger: "month: {type: period, minimum: 2026-01, maximum: 2026H2, header: 月份}"
    ).map(\.columns)
    #expect(columns[0].map(\.type) == [.date, .date])
    #expect(columns[0].map(\.missing) == [.reject, .allow])
    #expect(columns[0][1].maximum == CivilDate("2026-12-31").map { Double($0.number) })
    let month = columns[1][0]
    #expect(month.type == .period && month.headers == ["month", "月份"])
    #expect(month.minimum == CivilPeriod("2026-01").map { Double($0.number) })
    #expect(month.maximum == CivilPeriod("2026H2").map { Double($0.number) })
    #expect(month.unit == nil && month.fileUnit == nil)
  }

  @Test(
    "A file's unit is kept where it is another than the column's",
    arguments: [
      ("{unit: CNY10k, file_unit: CNY}", Unit(.yuan)), ("{unit: 万元, file_unit: 元}", Unit(.yuan)),
      ("{unit: CNY, file_unit: 亿元}", Unit(.hundredMillionYuan)),
      ("{unit: ratio, file_unit: percent}", Unit(.percent)),
      ("{unit: CNY10k, file_unit: CNY10k}", nil), ("{unit: CNY10k, file_unit: 万元}", nil),
      ("{unit: CNY10k}", nil),
    ] as [(String, Unit?)])
  func fileUnit(declaration: String, fileUnit: Unit?) throws {
    let column = try #require(try Self.tables(staff: "a: \(declaration)").first?.columns.first)
    #expect(column.fileUnit == fileUnit)
  }

  @Test("Bounds and what stands for a blank are in the column's unit, whatever the file's is")
  func bounds() throws {
    let declaration = "{unit: CNY10k, file_unit: CNY, minimum: 0, maximum: 500万元, missing: 3}"
    let column = try #require(try Self.tables(staff: "a: \(declaration)").first?.columns.first)
    #expect(column.minimum == 0 && column.maximum == 500 && column.missing == .use(3))
  }

  @Test(
    "Detail rows are ordered by a number, a date or a period",
    arguments: ["number", "date", "period"])
  func order(type: String) throws {
    let tables = try Self.tables(ledger: "at: \(type), b: text", order: "at")
    #expect(tables.map(\.order) == [nil, "at"])
    #expect(try Self.tables().map(\.order) == [nil, nil])
  }

  @Test("A fault of the column that orders rows is reported once")
  func brokenOrder() throws {
    let failure = #expect(throws: DiagnosedFailure.self) {
      try Self.tables(ledger: "at: {type: dat}", order: "at")
    }
    #expect(failure?.diagnostics.map(\.code) == ["policy.unknown-type"])
  }

  @Test("Formulas see the column that dates detail rows in the table's scope and the subject's")
  func formulas() throws {
    let tables = try Self.tables(
      ledger: "month: period, income: {}", order: "month", formulas: "{total: SUM(ledger.income)}")
    #expect(tables[0].formulas.map(\.name) == ["total"])
  }
}
