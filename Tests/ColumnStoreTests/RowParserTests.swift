import DelimitedText
import Testing

@testable import ColumnStore
import SeededRandom

/// Rows are read fast where nothing is unusual. To hold the fast way against the slow one, the same
/// text is read again with a zero byte in a column that nobody reads: such files are read slowly.
@Suite("Reading rows fast")
struct RowParserTests {
  private static let specification = TestTables.specification(
    ColumnSpecification(name: "x", minimum: -1000, maximum: 1_000_000, allowsMissing: true),
    ColumnSpecification(name: "share", percentMeaning: .fraction),
    ColumnSpecification(name: "yuan", pointShift: 4),
    ColumnSpecification(name: "place", type: .text, allowsMissing: true),
    ColumnSpecification(name: "kind", type: .text, allowedTexts: ["a", "bb"]),
    ColumnSpecification(name: "is", type: .truth), ColumnSpecification(name: "day", type: .date))

  private static let cells: [[String]] = [
    [
      "1", "-2.5", "", "1234567", "12345678", "123456.7", "1234567.8", "0.001", "-0", ".5", "5.",
      "-",
      "1e3", "2000000", " 7 ", "\"8\"", "1,5", "+9", "--1", "99999999999.25", "1.2.3", "x", "\"\"",
    ],
    ["0.5", "50%", "5 %", "1.", "7%%", "0.25", "0.125"],
    ["10000", "1", "-3.5", "0.1", "123456789.01"],
    [
      "", "北京路支行", "Lakeside (synthetic)", "\"a,b\"", "\"say \"\"hi\"\"\"", " x ",
      "sixteen bytes ok",
      "seventeen bytes o", "\"two\nlines\"",
    ],
    ["a", "bb", "c", "\"a\"", "", "bb ", "A"], ["TRUE", "0", "是", "maybe"],
    ["2026-11-23", "20261123", "2026-02-30"],
  ]

  private static func text(_ seed: UInt64, extra: String) -> String {
    var random = SplitMix64(seed: seed)
    var text = "id,x,share,yuan,place,kind,is,day,extra\n"
    for row in 0..<40 {
      var fields = ["k\(row / 3)"] + cells.map { $0.randomElement(using: &random) ?? "" } + [extra]
      switch Int.random(in: 0..<20, using: &random) {
      case 0: fields.removeLast()
      case 1: fields.append("more")
      case 2: fields[0] = ""
      case 3: fields[0] = " k\(row) "
      default: break
      }
      text += fields.joined(separator: ",")
      text += ["\n", "\r\n", "\n\n"].randomElement(using: &random) ?? "\n"
    }
    return text
  }

  @Test("the fast way and the slow one read the same and find the same faults", arguments: 0..<40)
  func agreement(seed: UInt64) throws {
    var (pool, other) = (TextPool(), TextPool())
    let fast = try TestTables.read(
      Self.text(seed, extra: "e"), as: Self.specification, pool: &pool)
    let slow = try TestTables.read(
      Self.text(seed, extra: "\0"), as: Self.specification, pool: &other)
    #expect(fast.table.rowCount == 40)
    #expect(fast.table.lines == slow.table.lines)
    #expect(
      fast.table.keys.map { $0 < 0 ? nil : pool.text(of: $0) }
        == slow.table.keys.map { $0 < 0 ? nil : other.text(of: $0) })
    for (one, two) in zip(fast.table.columns, slow.table.columns) {
      #expect(one.states == two.states, "\(one.name)")
      #expect(one.values.map(\.bitPattern) == two.values.map(\.bitPattern), "\(one.name)")
      #expect(
        one.codes.map { $0 < 0 ? "" : pool.text(of: $0) }
          == two.codes.map { $0 < 0 ? "" : other.text(of: $0) }, "\(one.name)")
    }
    #expect(fast.faults.map(Self.words) == slow.faults.map(Self.words))
  }

  private static func words(_ fault: RowFault) -> String {
    "\(fault.line) \(fault.column) \(fault.text) \(fault.reason)"
  }

  @Test("however it is cut and on how many threads, a table is the same", arguments: [1, 2, 3])
  func chunks(threads: Int) throws {
    let text = Self.text(7, extra: "e")
    let source = TextSource(try DecodedText(Array(text.utf8), file: "t.csv"))
    var pool = TextPool()
    let whole = try TableReader.read(
      Self.specification, sources: [source], pool: &pool, threads: 1)
    for chunkSize in [1, 10, 100, 1000] {
      var other = TextPool()
      let cut = try TableReader.read(
        Self.specification, sources: [source], pool: &other, threads: threads,
        chunkSize: chunkSize)
      #expect(cut.faults == whole.faults)
      #expect(cut.table.keys.count == whole.table.keys.count)
      #expect(cut.table.lines == whole.table.lines)
      #expect(cut.table.columns.map(\.states) == whole.table.columns.map(\.states))
      #expect(cut.table.columns.map(\.values) == whole.table.columns.map(\.values))
      #expect(
        (0..<whole.table.rowCount).map(cut.table.rowText)
          == (0..<whole.table.rowCount).map(whole.table.rowText))
    }
  }

  @Test("digits read eight at a time are those read one by one")
  func digits() throws {
    var random = SplitMix64(seed: 5)
    var texts = ["0", "9", "99999999", "00000000", "1234567.", "0.000001", "123456.7"]
    for _ in 0..<2000 {
      let count = Int.random(in: 1...8, using: &random)
      var text = (0..<count).map { _ in "\(Int.random(in: 0...9, using: &random))" }.joined()
      let point = Int.random(in: 0...count, using: &random)
      if point < count { text.insert(".", at: text.index(text.startIndex, offsetBy: point)) }
      texts.append((Bool.random(using: &random) ? "-" : "") + text)
    }
    let (column, faults, _) = try TestTables.readColumn(
      ColumnSpecification(name: "x"), cells: texts)
    #expect(faults.isEmpty)
    for (text, value) in zip(texts, column.values) {
      let expected = Double(text == "1234567." ? "1234567" : text) ?? .nan
      #expect(value == expected, "\(text)")
      #expect(value.sign == .plus || value < 0, "\(text)")
    }
  }
}
