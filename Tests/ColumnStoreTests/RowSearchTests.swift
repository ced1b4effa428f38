import DelimitedText
import Testing

@testable import ColumnStore

@Suite("Looking for rows by their keys")
struct RowSearchTests {
  private static let specification = TableSpecification(
    name: "t", keyName: "id",
    columns: [
      ColumnSpecification(name: "name", type: .text), ColumnSpecification(name: "x"),
    ])

  private static func scan(_ text: String) throws -> TableScan {
    try TableScan(
      specification, TextSource(try DecodedText(Array(text.utf8), file: "t.csv")))
  }

  private static func search(
    _ text: String, _ wanted: KeyValuePairs<String, Set<Int>>
  ) throws -> [FoundRows] {
    var keys = TextPool()
    for (key, _) in wanted { _ = keys.code(for: key) }
    return try scan(text).rows(of: keys, lines: wanted.map(\.value), threads: 2)
  }

  @Test("rows are found with their lines, whatever stands between them")
  func lines() throws {
    let text =
      "x;id;name\r\n\r\n1; a ;one\r\n2;b;\"two\nlines\"\r\n3;a;three\r\n4;;none\r\n5;a;\r\n"
    let found = try Self.search(text, ["a": [6], "c": [], "b": []])
    #expect(found.map(\.count) == [3, 0, 1])
    #expect(found[0].lines == [3, 6, 8])
    // The first, and the one that was asked for.
    #expect(found[0].rows.map(\.line) == [3, 6])
    #expect(found[0].rows[1].cells.map(\.text) == ["three", "3"])
    #expect(found[2].rows[0].cells.map(\.text) == ["two\nlines", "2"])
    #expect(try Self.scan(text).keys(threads: 1).count == 2)
  }

  @Test("cells of a row with too few fields are not told")
  func fault() throws {
    let row = try #require(try Self.search("id,name,x\na,b\n", ["a": []])[0].rows.first)
    #expect(row.fault == "expected 3 fields as in the header, found 2")
    #expect(row.cells.isEmpty)
  }

  @Test("a cell is replaced with its quotes, and the new text stands in quotes where it needs them")
  func edits() throws {
    let text = "id,name,x\na,\"b \"\"c\"\"\", 7 \nd,e,8\n"
    let source = TextSource(try DecodedText(Array(text.utf8), file: "t.csv"))
    var keys = TextPool()
    for key in ["a", "d"] { _ = keys.code(for: key) }
    let found = try TableScan(Self.specification, source).rows(
      of: keys, lines: [[], []], threads: 1)
    #expect(found[0].rows[0].cells.map(\.text) == ["b \"c\"", "7"])
    let cells = found.flatMap { $0.rows[0].cells }
    let edits = zip(cells, ["plain", "9", "say \"no\", twice", ""]).map { $0.edit(to: $1) }
    let edited = TextSource(source, replacing: edits)
    var bytes = [UInt8](repeating: 0, count: edited.end)
    _ = try bytes.withUnsafeMutableBytes { try edited.read(into: $0, at: 0) }
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "id,name,x\na,plain,9\nd,\"say \"\"no\"\", twice\",\n")
  }

  @Test("what the reader would not take is refused with its reason")
  func refusals() {
    let column = ColumnSpecification(name: "x", minimum: 0, maximum: 10)
    #expect(column.refusal(of: "7.5") == nil)
    #expect(column.refusal(of: "11") == "expected at most 10")
    #expect(column.refusal(of: "")?.contains("blank") == true)
    #expect(column.refusal(of: "7,5")?.contains("thousands separators") == true)
    let text = ColumnSpecification(
      name: "kind", type: .text, allowedTexts: ["one", "two"], allowsMissing: true)
    #expect(text.refusal(of: "two") == nil && text.refusal(of: "") == nil)
    #expect(text.refusal(of: "three")?.contains("\"one\", \"two\"") == true)
  }
}
