import ColumnStore
import DelimitedText
import SeededRandom
import Testing

@Suite("Writing delimited text")
struct DelimitedWriterTests {
  @Test("quotes stand only where needed")
  func quoting() {
    var writer = DelimitedWriter()
    for text in ["plain", "with space", "a,b", "say \"no\"", "two\nlines", "cr\r", "", "存款", "a;b"]
    {
      writer.append(text)
    }
    writer.endRow()
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "plain,with space,\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",\"cr\r\",,存款,a;b\n")
  }

  @Test("a header with other separators is written so that it is read back the same")
  func header() throws {
    for names in [
      ["a;b;c"], ["a;b", "c\td\t\t", "e"], ["", "x\ty"], [""], ["存款;贷款", "a,b;\"c\""],
    ] {
      var writer = DelimitedWriter()
      writer.appendHeader(names)
      for _ in names { writer.append("x;y\t") }
      writer.endRow()
      let (header, cells) = writer.withBytes { bytes in
        let bytes = bytes.bindMemory(to: UInt8.self)
        var reader = RecordReader(bytes, separator: RecordReader.separator(of: bytes))
        var (header, row) = (Record(), Record())
        #expect(reader.next(&header) && reader.next(&row) && !reader.next(&row))
        return (header.fields.map { $0.text(in: bytes) }, row.fields.map { $0.text(in: bytes) })
      }
      #expect(header == names)
      #expect(cells == names.map { _ in "x;y\t" })
    }
    var writer = DelimitedWriter()
    writer.appendHeader(["id", "a;b"])
    #expect(writer.bytes == Array("id,\"a;b\"\n".utf8))
  }

  /// A text, and how it stands where formulas are disarmed.
  static let formulas: [(text: String, written: String)] = [
    ("=1+1", "'=1+1"), ("+86 10", "'+86 10"), ("-", "'-"), ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'\t=1"), ("\r=1", "\"'\r=1\""), ("=A1,\"x\"", "\"'=A1,\"\"x\"\"\""),
    ("＝1", "'＝1"), ("＋1", "'＋1"), ("－1", "'－1"), ("＠x", "'＠x"), ("'=1", "''=1"),
    ("''-", "'''-"), ("'", "'"), ("'a", "'a"), ("a=1", "a=1"), ("", ""), ("存款", "存款"),
    ("0-1", "0-1"), (" =1", " =1"), ("！", "！"), ("*", "*"), ("(1)", "(1)"),
  ]

  @Test("texts like formulas stand after an apostrophe where that is wanted", arguments: formulas)
  func formula(text: String, written: String) {
    var writer = DelimitedWriter(disarmsFormulas: true)
    writer.append("x")
    writer.append(text)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "x,\(written)")
    var plain = DelimitedWriter()
    plain.append(text)
    #expect(plain.bytes.count { $0 == UInt8(ascii: "'") } == text.utf8.count { $0 == 0x27 })
  }

  @Test("numbers and headers are never taken for formulas")
  func noFormulas() {
    var writer = DelimitedWriter(disarmsFormulas: true)
    writer.appendHeader(["=x", "-"])
    writer.append(-1.5)
    writer.append(-2)
    writer.endRow()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "=x,-\n-1.5,-2\n")
  }

  @Test("numbers, whole numbers, empty fields and rows")
  func kinds() {
    var writer = DelimitedWriter()
    writer.append(1.5)
    writer.append(-3)
    writer.appendEmpty()
    writer.append(1e-7)
    writer.endRow()
    writer.appendEmpty()
    writer.appendEmpty()
    writer.endRow()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "1.5,-3,,0.0000001\n,\n")
  }

  @Test("a row of one empty field is not an empty line")
  func oneEmptyField() {
    var writer = DelimitedWriter()
    writer.append("head")
    writer.endRow()
    writer.appendEmpty()
    writer.endRow()
    writer.append("")
    writer.endRow()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "head\n\"\"\n\"\"\n")
  }

  @Test("bytes are taken away in pieces without a seam")
  func pieces() {
    var writer = DelimitedWriter()
    var pieces: [UInt8] = []
    for row in 0..<3 {
      writer.append(row)
      writer.append("x")
      writer.endRow()
      pieces += writer.bytes
      writer.removeBytes()
    }
    writer.appendEmpty()
    writer.endRow()
    #expect(String(decoding: pieces + writer.bytes, as: UTF8.self) == "0,x\n1,x\n2,x\n\"\"\n")
  }

  @Test("the place of what needs quotes, among bytes just above and below, does not matter")
  func places() {
    for length in 1...19 {
      for place in 0..<length {
        for (mark, isQuoted) in [
          (",", true), ("\n", true), ("\r", true), (" ", false), ("-", false),
        ] {
          var letters = [String](repeating: "-", count: length)
          letters[place] = mark
          let text = letters.joined()
          var writer = DelimitedWriter(capacity: 1)
          writer.append(text)
          writer.endRow()
          let expected = (isQuoted ? "\"\(text)\"" : text) + "\n"
          #expect(writer.bytes == Array(expected.utf8))
        }
      }
    }
  }

  @Test("what is written is read back the same: random texts and numbers")
  func roundTrip() throws {
    var generator = SplitMix64(seed: 5)
    let alphabet = Array("ab,;\"\n\r\t'存款é 0")
    var writer = DelimitedWriter()
    for header in ["id", "text", "number"] { writer.append(header) }
    writer.endRow()
    var expected: [(text: String, number: Double)] = []
    for row in 0..<5000 {
      let length = Int.random(in: 0...8, using: &generator)
      let letters = (0..<length).map { _ in alphabet.randomElement(using: &generator) ?? "a" }
      // Spaces at the ends are the one thing that reading takes off.
      let text = "<" + String(letters) + ">"
      let number = Double.random(in: -1e6...1e6, using: &generator)
      expected.append((text, number))
      writer.append("k\(row)")
      writer.append(text)
      writer.append(number)
      writer.endRow()
    }
    var pool = TextPool()
    let specification = TestTables.specification(
      ColumnSpecification(name: "text", type: .text), ColumnSpecification(name: "number"))
    let result = try TestTables.read(
      String(decoding: writer.bytes, as: UTF8.self), as: specification, pool: &pool)
    #expect(result.faults.isEmpty)
    #expect(result.table.columns[1].values == expected.map(\.number))
    let texts = result.table.columns[0].codes.map { Array(pool.text(of: $0).utf8) }
    #expect(texts == expected.map { Array($0.text.utf8) })
  }
}
