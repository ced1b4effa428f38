import DelimitedText
import Testing

@Suite("Records")
struct RecordReaderTests {
  private struct Row: Equatable {
    var line: Int
    var fields: [String]
    var fault: Record.QuotingFault?
  }

  private static func rows(_ text: String, separator: Character? = nil) -> [Row] {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      let chosen = separator?.asciiValue ?? RecordReader.separator(of: bytes)
      var reader = RecordReader(bytes, separator: chosen)
      var record = Record()
      var rows: [Row] = []
      while reader.next(&record) {
        let fields = record.fields.map { $0.text(in: bytes) }
        rows.append(Row(line: record.line, fields: fields, fault: record.fault))
      }
      return rows
    }
  }

  @Test(
    "line ends may be LF, CRLF or CR, and the last line may have none",
    arguments: ["a,b\n1,2\n3,4\n", "a,b\r\n1,2\r\n3,4\r\n", "a,b\r1,2\r3,4\r", "a,b\n1,2\r\n3,4"])
  func lineEnds(text: String) {
    #expect(
      Self.rows(text) == [
        Row(line: 1, fields: ["a", "b"]), Row(line: 2, fields: ["1", "2"]),
        Row(line: 3, fields: ["3", "4"]),
      ])
  }

  @Test("empty lines are passed over and counted")
  func emptyLines() {
    #expect(
      Self.rows("\n\r\na,b\n\n\r\n1,2\n\n") == [
        Row(line: 3, fields: ["a", "b"]), Row(line: 6, fields: ["1", "2"]),
      ])
    #expect(Self.rows("").isEmpty)
    #expect(Self.rows("\r\n\n").isEmpty)
  }

  @Test("fields may be empty, at the end of the text too")
  func emptyFields() {
    #expect(
      Self.rows("a,,\n,,c\n1,").map(\.fields) == [["a", "", ""], ["", "", "c"], ["1", ""]])
  }

  @Test("quotes hide separators, doubled quotes and line ends, which count as lines")
  func quotes() {
    let text = "a,b\n\"x,y\",\"say \"\"no\"\"\"\n\"1\r\n2\r3\n4\",\"\"\nz,\"\"\"\"\n"
    #expect(
      Self.rows(text) == [
        Row(line: 1, fields: ["a", "b"]), Row(line: 2, fields: ["x,y", "say \"no\""]),
        Row(line: 3, fields: ["1\r\n2\r3\n4", ""]), Row(line: 7, fields: ["z", "\""]),
      ])
  }

  @Test("a quote that does not open a field is an ordinary character")
  func innerQuotes() {
    #expect(Self.rows("a\"b, \"c\n").map(\.fields) == [["a\"b", " \"c"]])
  }

  @Test("text after a closing quote and a quote never closed are faults of their record")
  func quotingFaults() {
    let after = Self.rows("\"a\"x,b\n1,2\n")
    #expect(after.map(\.fault) == [.textAfterQuote, nil])
    #expect(after.map(\.line) == [1, 2])
    let open = Self.rows("a,b\n1,\"2\n3,4\n")
    #expect(open.map(\.fault) == [nil, .unclosed])
    #expect(open.map(\.line) == [1, 2])
    #expect(Self.rows("\"").map(\.fault) == [.unclosed])
  }

  @Test(
    "the separator is the most frequent in the first line outside quotes",
    arguments: [
      ("a,b;c,d\n", ","), ("a;b;c,d\n1,2,3,4\n", ";"), ("a\tb\n", "\t"), ("a\n1;2;3\n", ","),
      ("\n\r\na;b\n", ";"), ("\"a,b,c\";d\n", ";"), ("a,b;c\n", ","), ("", ","),
      ("5\" disk;b\n1,2\n", ";"), ("\"a;\n;;\",b,c,d,e\n", ","),
    ])
  func separator(text: String, expected: String) {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      #expect(RecordReader.separator(of: bytes) == expected.utf8.first)
    }
  }

  @Test("a record's range is the row as it stood, without its line's end")
  func ranges() {
    Array("a,b\r\n\"1\n2\",x\r\n\nlast".utf8).withUnsafeBufferPointer { bytes in
      var reader = RecordReader(bytes, separator: UInt8(ascii: ","))
      var record = Record()
      var found: [String] = []
      var starts: [Int] = []
      while reader.next(&record) {
        found.append(String(decoding: bytes[record.range], as: UTF8.self))
        starts.append(record.range.lowerBound)
      }
      #expect(found == ["a,b", "\"1\n2\",x", "last"])
      // Reading may begin again at any record.
      for (start, text) in zip(starts, found) {
        var again = RecordReader(bytes, separator: UInt8(ascii: ","), startingAt: start)
        let found = again.next(&record)
        #expect(found)
        #expect(String(decoding: bytes[record.range], as: UTF8.self) == text)
      }
    }
  }
}
