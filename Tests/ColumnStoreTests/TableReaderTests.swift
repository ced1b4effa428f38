import ColumnStore
import DelimitedText
import TestSupport
import Testing

@Suite("Reading tables")
struct TableReaderTests {
  private static let staff = TableSpecification(
    name: "staff", keyName: "staff_id", keyHeaders: ["工号"],
    columns: [
      ColumnSpecification(name: "branch", headers: ["支行"], type: .text),
      ColumnSpecification(name: "deposit", headers: ["存款"], minimum: 0),
    ],
    uniqueBy: ["staff_id"])

  private static func texts(_ codes: [Int32], _ pool: TextPool) -> [String] {
    codes.map { $0 < 0 ? "-" : pool.text(of: $0) }
  }

  @Test("columns are found by name or header, in any order, and others are passed over")
  func headers() throws {
    var pool = TextPool()
    let result = try TestTables.read(
      "note,存款 ,\" branch\",工号\n\"x,\"\"y\"\"\",1.5,north,E1\n#DIV/0!,2,south, E2 \n",
      as: Self.staff, pool: &pool)
    #expect(result.faults.isEmpty)
    #expect(result.table.rowCount == 2)
    #expect(Self.texts(result.table.keys, pool) == ["E1", "E2"])
    #expect(result.table.columns.map(\.name) == ["branch", "deposit"])
    #expect(Self.texts(result.table.columns[0].codes, pool) == ["north", "south"])
    #expect(result.table.column(named: "deposit")?.values == [1.5, 2])
    #expect(result.table.column(named: "note") == nil)
    #expect(result.table.lines == [2, 3])
  }

  @Test(
    "line ends, separators and a missing last line end change nothing",
    arguments: [
      "staff_id,branch,deposit\nE1,n,1\nE2,s,2\n",
      "staff_id;branch;deposit\r\nE1;n;1\r\nE2;s;2\r\n",
      "staff_id\tbranch\tdeposit\rE1\tn\t1\rE2\ts\t2",
      "\n\nstaff_id,branch,deposit\n\nE1,n,1\n\nE2,s,2",
    ])
  func forms(text: String) throws {
    var pool = TextPool()
    let result = try TestTables.read(text, as: Self.staff, pool: &pool)
    #expect(result.faults.isEmpty)
    #expect(result.table.columns[1].values == [1, 2])
    #expect(Self.texts(result.table.columns[0].codes, pool) == ["n", "s"])
  }

  @Test("a file with only a header is a table without rows")
  func onlyHeader() throws {
    var pool = TextPool()
    let result = try TestTables.read("staff_id,branch,deposit", as: Self.staff, pool: &pool)
    #expect(result.table.rowCount == 0)
    #expect(result.table.columns.map(\.states) == [[], []])
    #expect(result.faults.isEmpty)
  }

  @Test("several files are one table, each with its own order of columns and separator")
  func severalFiles() throws {
    var pool = TextPool()
    let result = try TestTables.read(
      "staff_id,branch,deposit\nE1,n,1\n", "staff_id,branch,deposit\n",
      "存款;工号;支行\n\n2;E2;s\nx;E3;s\n", as: Self.staff, pool: &pool)
    let table = result.table
    #expect(table.files == ["staff1.csv", "staff2.csv", "staff3.csv"])
    #expect(table.columns[1].values == [1, 2, 0])
    #expect(table.lines == [2, 3, 4])
    #expect((0..<3).map(table.fileIndex(ofRow:)) == [0, 2, 2])
    #expect((0..<3).map(table.rowText) == ["E1,n,1", "2;E2;s", "x;E3;s"])
    #expect(result.faults.map(\.file) == ["staff3.csv"])
  }

  @Test("a fault names table, file, line, column, text, reason, row, and the row as it stood")
  func faultPlace() throws {
    var pool = TextPool()
    let result = try TestTables.read(
      "工号,支行,存款\nE1,n,1\n\n\"E2\",\"a\nb\",1e5\r\nE3,n,3\n", as: Self.staff, pool: &pool)
    let fault = try #require(result.faults.first)
    #expect(result.faults.count == 1)
    #expect(fault.table == "staff")
    #expect(fault.file == "staff1.csv")
    #expect(fault.line == 4)
    #expect(fault.column == "deposit")
    #expect(fault.text == "1e5")
    #expect(fault.row == 1)
    #expect(fault.rowText == "\"E2\",\"a\nb\",1e5")
    #expect(
      fault.description == "staff1.csv:4: deposit \"1e5\": expected a plain number such as 12 or "
        + "-0.5, found an exponent, by which digits may be lost; export the number with all its "
        + "digits")
    #expect(result.table.lines == [2, 4, 6])
  }

  @Test("all faults of a row are listed, the key's first, then in order of the specification")
  func allFaults() throws {
    var pool = TextPool()
    let result = try TestTables.read(
      "deposit,branch,staff_id\n-1,, \n", as: Self.staff, pool: &pool)
    #expect(result.faults.map(\.column) == ["staff_id", "branch", "deposit"])
    #expect(result.table.keys == [-1])
    #expect(result.table.columns.map(\.states) == [[1], [1]])
  }

  @Test("a row with too few or too many fields is at fault as a whole, and keeps the key it shows")
  func fieldCount() throws {
    var pool = TextPool()
    let result = try TestTables.read(
      "branch,staff_id,deposit\nn,E1\nn,E2,3,4\nn\nn,E4,5\n", as: Self.staff, pool: &pool)
    #expect(result.faults.map(\.row) == [0, 1, 2])
    #expect(result.faults.map(\.column) == ["", "", ""])
    #expect(
      result.faults.map(\.reason) == [
        "expected 3 fields as in the header, found 2",
        "expected 3 fields as in the header, found 4; a cell that holds the separator must stand in "
          + "quotes",
        "expected 3 fields as in the header, found 1",
      ])
    #expect(Self.texts(result.table.keys, pool) == ["E1", "E2", "-", "E4"])
    #expect(result.table.columns[1].states == [1, 1, 1, 0])
  }

  @Test("text after a closing quote is a fault of its row only")
  func textAfterQuote() throws {
    var pool = TextPool()
    let result = try TestTables.read(
      "staff_id,branch,deposit\n\"E1\"x,n,1\nE2,s,2\n", as: Self.staff, pool: &pool)
    #expect(result.faults.map(\.row) == [0])
    #expect(result.faults[0].reason.contains("text follows a closing quote"))
    #expect(result.table.keys[0] == -1)
    #expect(result.table.columns[1].values == [0, 2])
  }

  @Test("a zero byte is a fault of its cell")
  func zeroBytes() throws {
    var pool = TextPool()
    let result = try TestTables.read(
      "staff_id,branch,deposit\nE\01,n,1\nE2,\0,2\nE3,n,\0" + "3\nE4,n,4\n", as: Self.staff,
      pool: &pool)
    #expect(result.faults.map(\.column) == ["staff_id", "branch", "deposit"])
    #expect(result.faults.allSatisfy { $0.reason.contains("zero byte") })
    #expect(result.table.columns[1].values == [1, 2, 0, 4])
  }

  @Test("all copies of a key are faults, each naming another's line")
  func repeatedKey() throws {
    var pool = TextPool()
    let result = try TestTables.read(
      "staff_id,branch,deposit\nE1,n,1\nE2,n,bad\nE1,s,2\nE3,n,1\n",
      "staff_id,branch,deposit\nE1,n,4\n,n,1\n,n,1\n", as: Self.staff, pool: &pool)
    #expect(result.faults.map(\.row) == [0, 1, 2, 4, 5, 6])
    let repeated = result.faults.filter { $0.reason.contains("once") }
    #expect(repeated.map(\.row) == [0, 2, 4])
    #expect(repeated.map(\.text) == ["E1", "E1", "E1"])
    #expect(repeated.map(\.column) == ["staff_id", "staff_id", "staff_id"])
    #expect(
      repeated.map(\.reason) == [
        "expected staff_id once, found the same again in line 4",
        "expected staff_id once, found the same again in line 2",
        "expected staff_id once, found the same again in staff1.csv, line 2",
      ])
    #expect(repeated[1].rowText == "E1,s,2")
  }

  @Test("a row that lacks a field still counts as a copy of its key")
  func repeatedKeyOfBrokenRow() throws {
    var pool = TextPool()
    let result = try TestTables.read(
      "staff_id,branch,deposit\nE1,n,1\nE1,n\n", as: Self.staff, pool: &pool)
    #expect(result.faults.map(\.row) == [0, 1, 1])
  }

  @Test("rows are the same when all the unique columns agree, blanks among them")
  func severalUniqueColumns() throws {
    var pool = TextPool()
    let specification = TestTables.specification(
      ColumnSpecification(name: "line", type: .text),
      ColumnSpecification(name: "amount", allowsMissing: true),
      ColumnSpecification(name: "final", type: .truth, allowsMissing: true),
      uniqueBy: ["id", "line", "amount", "final"])
    let result = try TestTables.read(
      "id,line,amount,final\na,x,1,是\na,x,1.0,TRUE\na,x,2,1\na,y,1,1\nb,x,1,1\n"
        + "a,x,,1\na,x,,1\na,x,0,1\na,x,bad,1\na,x,bad,1\n",
      as: specification, pool: &pool)
    let repeated = result.faults.filter { $0.reason.contains("once") }
    #expect(repeated.map(\.line) == [2, 3, 7, 8])
    #expect(repeated.map(\.text) == ["a, x, 1, 1", "a, x, 1, 1", "a, x, , 1", "a, x, , 1"])
    #expect(repeated.allSatisfy { $0.column.isEmpty })
    #expect(result.faults.count == 6)
  }

  @Test("a table may be keyed by a column that is not unique")
  func detailTable() throws {
    var pool = TextPool()
    let specification = TestTables.specification(ColumnSpecification(name: "x"))
    let result = try TestTables.read(
      "id,x\na,1\na,2\nb,3\na,4\n", as: specification, pool: &pool)
    #expect(result.faults.isEmpty)
    #expect(result.table.keys == [0, 0, 1, 0])
  }

  @Test("codes are shared between tables read with one pool")
  func sharedPool() throws {
    var pool = TextPool()
    let specification = TestTables.specification(ColumnSpecification(name: "x"))
    let first = try TestTables.read("id,x\na,1\nb,2\n", as: specification, pool: &pool)
    let second = try TestTables.read("x,id\n1,b\n2,c\n", as: specification, pool: &pool)
    #expect(first.table.keys == [0, 1])
    #expect(second.table.keys == [1, 2])
  }

  @Test("a table of many rows is whole, and progress ends with all the bytes")
  func manyRows() throws {
    let directory = try TemporaryDirectory()
    let count = 60_000
    let note = String(repeating: "n", count: 150)
    let rows = (0..<count).map { "E\($0),branch \($0 % 7),\($0).25,\(note)\n" }.joined()
    let header = "staff_id,branch,deposit,note\n"
    let file = try directory.write(header + rows, to: "staff.csv").path
    var pool = TextPool()
    var reports: [(done: Int, total: Int)] = []
    let result = try TableReader.read(
      Self.staff, sources: [TextSource(file)], pool: &pool,
      progress: { reports.append(($0, $1)) })
    #expect(result.faults.isEmpty)
    #expect(result.table.columns[1].values == (0..<count).map { Double($0) + 0.25 })
    #expect(result.table.rowText(count - 1) == "E59999,branch 2,59999.25,\(note)")
    #expect(pool.count == count + 7)
    let size = header.utf8.count + rows.utf8.count
    #expect(reports.count == size / (4 << 20) + 1)
    #expect(reports.last?.done == size)
    #expect(reports.allSatisfy { $0.total == size })
    #expect(reports.map(\.done) == reports.map(\.done).sorted())
  }

  @Test("encodings are read alike")
  func encodings() throws {
    let text = "工号,支行,存款\nE1,北,1\n"
    var utf16: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { utf16 += [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)] }
    // 工号 支行 存款 北 in GB18030.
    let gb: [UInt8] =
      [0xB9, 0xA4, 0xBA, 0xC5, 0x2C, 0xD6, 0xA7, 0xD0, 0xD0, 0x2C, 0xB4, 0xE6, 0xBF, 0xEE, 0x0A]
      + Array("E1,".utf8) + [0xB1, 0xB1] + Array(",1\n".utf8)
    for raw in [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), utf16, gb] {
      var pool = TextPool()
      let decoded = try DecodedText(raw, file: "f")
      let result = try TableReader.read(Self.staff, sources: [TextSource(decoded)], pool: &pool)
      #expect(Self.texts(result.table.columns[0].codes, pool) == ["北"])
      #expect(result.table.rowText(0) == "E1,北,1")
    }
  }
}
