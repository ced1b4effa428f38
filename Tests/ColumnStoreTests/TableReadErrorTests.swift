import ColumnStore
import Testing

@Suite("Files that cannot be read as a table")
struct TableReadErrorTests {
  private static let specification = TableSpecification(
    name: "staff", keyName: "staff_id", keyHeaders: ["工号"],
    columns: [
      ColumnSpecification(name: "deposit_actual", headers: ["存款"]),
      ColumnSpecification(name: "npl_ratio"),
    ])

  private static func error(_ texts: String...) -> TableReadError? {
    var pool = TextPool()
    do {
      _ = try TestTables.read(texts[0], as: specification, pool: &pool)
      return nil
    } catch {
      return error as? TableReadError
    }
  }

  @Test("an empty file has no header", arguments: ["", "\n\r\n", "\u{FEFF}"])
  func empty(text: String) {
    #expect(Self.error(text) == .empty(table: "staff", file: "staff1.csv"))
  }

  @Test("all missing columns are named together, with the headers found and the nearest")
  func missingColumns() throws {
    let error = try #require(Self.error("Staff ID,actual deposit (万元),branch\nE1,1,n\n"))
    #expect(
      error.description == """
        staff1.csv: the table staff lacks 3 columns
          staff_id: no header is "staff_id" or "工号"; is it "Staff ID"?
          deposit_actual: no header is "deposit_actual" or "存款"; is it "actual deposit (万元)"?
          npl_ratio: no header is "npl_ratio"
          headers found: "Staff ID", "actual deposit (万元)", "branch"
        """)
  }

  @Test("a file with one column is told which separators there are")
  func wrongSeparator() throws {
    let error = try #require(Self.error("staff_id|deposit_actual|npl_ratio\nE1|1|2\n"))
    #expect(error.description.contains("a comma, a semicolon or a tab"))
  }

  @Test("many headers are not all listed")
  func manyHeaders() throws {
    let header = (1...50).map { "h\($0)" }.joined(separator: ",")
    let error = try #require(Self.error(header))
    #expect(error.description.contains("\"h40\" and 10 more"))
  }

  @Test("long headers are cut, and many places are not all listed")
  func longHeaders() throws {
    // One letter with so many accents is one character.
    for long in [
      String(repeating: "长", count: 100_000), "e" + String(repeating: "\u{301}", count: 100_000),
    ] {
      let error = try #require(Self.error("staff_id,存款,\(long),npl_ratio\(long)\nE1,1,2,3\n"))
      #expect(error.description.contains("…\""))
      #expect(error.description.utf8.count < 2000)
    }
    let repeated = [String](repeating: "存款", count: 10_000).joined(separator: ",")
    let error = try #require(Self.error("staff_id,npl_ratio,\(repeated)\n"))
    #expect(error.description.contains("10000 times (columns 3, 4, 5, "))
    #expect(error.description.contains("42 and 9960 more); keep"))
  }

  @Test("two headers for one column are refused by name")
  func twoHeaders() throws {
    let error = try #require(Self.error("staff_id,存款,deposit_actual,npl_ratio\n"))
    #expect(
      error
        == .twoHeaders(
          table: "staff", file: "staff1.csv", column: "deposit_actual",
          headers: ["存款", "deposit_actual"]))
    #expect(error.description.contains("\"存款\", \"deposit_actual\""))
  }

  @Test("a header that stands twice is refused where it is needed, and passed over elsewhere")
  func repeatedHeader() throws {
    let error = try #require(Self.error("staff_id,存款,npl_ratio,存款\n"))
    #expect(
      error
        == .repeatedHeader(
          table: "staff", file: "staff1.csv", header: "存款", positions: [2, 4]))
    #expect(error.description.contains("columns 2, 4"))
    #expect(Self.error("staff_id,存款,npl_ratio,note,note\n") == nil)
  }

  @Test("a quote never closed stops the file, for the rows after it cannot be told")
  func unclosedQuote() throws {
    let error = try #require(Self.error("staff_id,存款,npl_ratio\nE1,1,2\nE2,\"1,2\nE3,1,2\n"))
    #expect(error == .unclosedQuote(table: "staff", file: "staff1.csv", line: 3))
    #expect(error.description.hasPrefix("staff1.csv:3: a quote is opened"))
  }

  @Test("a header row with a fault in its quotes is refused")
  func damagedHeader() throws {
    let error = try #require(Self.error("\n\"staff_id\"x,存款\n"))
    #expect(error.description.hasPrefix("staff1.csv:2: the header row of the table staff"))
    let open = try #require(Self.error("\"staff_id,存款\n"))
    #expect(open.description.contains("not closed"))
  }
}
