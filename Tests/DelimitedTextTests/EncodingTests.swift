import DelimitedText
import Testing

/// What the encodings look like in bytes is from `iconv` of glibc 2.36, checked by hand for 存 and 款:
/// GB18030 B4E6 BFEE, UTF-16 5B58 6B3E.
@Suite("Encodings")
struct EncodingTests {
  private static let text = "工号,存款\nE1,1.5\n"

  static func utf16(_ text: String) -> [UInt8] {
    text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
  }

  static func utf16BigEndian(_ text: String) -> [UInt8] {
    text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
  }

  /// 工号,存款 LF 张三,1.5 LF
  private static let gb: [UInt8] =
    [0xB9, 0xA4, 0xBA, 0xC5, 0x2C, 0xB4, 0xE6, 0xBF, 0xEE, 0x0A, 0xD5, 0xC5, 0xC8, 0xFD]
    + Array(",1.5\n".utf8)

  private static func string(_ text: DecodedText) -> String {
    String(decoding: text.bytes, as: UTF8.self)
  }

  @Test("UTF-8 is kept, and its byte-order mark taken off")
  func utf8() throws {
    let plain = try DecodedText(Array(Self.text.utf8), file: "f")
    #expect(Self.string(plain) == Self.text)
    #expect(plain.encoding == .utf8)
    #expect(plain.file == "f")
    let marked = try DecodedText([0xEF, 0xBB, 0xBF] + Array(Self.text.utf8), file: "f")
    #expect(marked.bytes == plain.bytes)
    #expect(marked.encoding == .utf8)
  }

  @Test("GB18030 is recognised")
  func gb18030() throws {
    let decoded = try DecodedText(Self.gb, file: "f")
    #expect(decoded.encoding == .gb18030)
    #expect(Self.string(decoded) == "工号,存款\n张三,1.5\n")
  }

  @Test("four-byte GB18030 is read too: 𠀀 is 95 32 82 36, which is four bytes in UTF-8")
  func fourByteGB18030() throws {
    // The first characters are short so that the text is not UTF-8 from the start.
    let decoded = try DecodedText(Self.gb + [0x95, 0x32, 0x82, 0x36], file: "f")
    #expect(Self.string(decoded) == "工号,存款\n张三,1.5\n𠀀")
  }

  @Test("text longer than one piece of conversion is whole")
  func longConversions() throws {
    let row = "张三丰,1.5\n"
    let rows = String(repeating: row, count: 50_000)
    let little = try DecodedText([0xFF, 0xFE] + Self.utf16(rows), file: "f")
    #expect(little.bytes == Array(rows.utf8))
    let gbRow: [UInt8] = [0xD5, 0xC5, 0xC8, 0xFD, 0xB7, 0xE1] + Array(",1.5\n".utf8)
    let gb = try DecodedText(Array(repeatElement(gbRow, count: 50_000).joined()), file: "f")
    #expect(gb.encoding == .gb18030)
    #expect(gb.bytes == Array(rows.utf8))
  }

  @Test(
    "UTF-16LE is recognised with and without a mark",
    arguments: [
      text, "staff_id,deposit\r\nE1,1\r\n", "工号,客户满意度评分结果\n张三丰,优秀\n", "a,b",
      "一,二\n三,四\n",  // 一 is 4E00: a zero byte on the other side
    ])
  func utf16(text: String) throws {
    for mark in [[0xFF, 0xFE], []] as [[UInt8]] {
      let decoded = try DecodedText(mark + Self.utf16(text), file: "f")
      #expect(decoded.encoding == .utf16LittleEndian)
      #expect(Self.string(decoded) == text)
    }
  }

  @Test("UTF-16BE is refused by name, with and without a mark")
  func bigEndian() {
    for mark in [[0xFE, 0xFF], []] as [[UInt8]] {
      let raw = mark + Self.utf16BigEndian(Self.text)
      #expect(throws: DelimitedTextError.bigEndian(file: "f")) {
        try DecodedText(raw, file: "f")
      }
    }
    #expect(DelimitedTextError.bigEndian(file: "f").description.contains("UTF-16BE"))
  }

  @Test("a zero byte in other text does not make it UTF-16")
  func zeroByte() throws {
    let raw = Array("staff_id,deposit\nE1,1\0\nE2,2\n".utf8)
    let decoded = try DecodedText(raw, file: "f")
    #expect(decoded.encoding == .utf8)
    #expect(decoded.bytes == raw)
    #expect(try DecodedText(Self.gb + [0x31, 0x00], file: "f").encoding == .gb18030)
  }

  @Test("UTF-8 that is cut off or damaged is not taken for GB18030; the line is named")
  func damagedUTF8() {
    let raw = Array("工号,存款\nE1,甲".utf8).dropLast()
    #expect(throws: DelimitedTextError.damaged(file: "f", line: 2, offset: 17)) {
      try DecodedText(Array(raw), file: "f")
    }
    #expect(throws: DelimitedTextError.damaged(file: "f", line: 1, offset: 4)) {
      try DecodedText([0xEF, 0xBB, 0xBF, 0x61, 0xFF, 0x62], file: "f")
    }
  }

  @Test(
    "ill-formed UTF-8 is found wherever it stands (Unicode 15, table 3-7)",
    arguments: [
      [0x80], [0xC0, 0xAF], [0xC1, 0xBF], [0xE0, 0x9F, 0x80], [0xED, 0xA0, 0x80],
      [0xF0, 0x8F, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE4, 0xB8],
      [0xE4, 0xB8, 0x41], [0xFF],
    ] as [[UInt8]])
  func illFormed(bytes: [UInt8]) {
    let head = Array("工号".utf8)
    for padding in 0..<9 {
      let ascii = [UInt8](repeating: 0x61, count: padding)
      #expect(
        throws: DelimitedTextError.damaged(file: "f", line: 1, offset: head.count + padding)
      ) { try DecodedText(head + ascii + bytes, file: "f") }
    }
  }

  @Test("every well-formed boundary character is accepted")
  func wellFormed() throws {
    let text =
      "\u{7F}\u{80}\u{7FF}\u{800}\u{FFF}\u{CFFF}\u{D7FF}\u{E000}\u{FFFF}\u{10000}\u{10FFFF}"
    let decoded = try DecodedText(Array(text.utf8), file: "f")
    #expect(decoded.encoding == .utf8)
    #expect(decoded.bytes == Array(text.utf8))
  }

  @Test("bytes of no known encoding are refused")
  func unknown() {
    #expect(throws: DelimitedTextError.unknownEncoding(file: "f", offset: 1)) {
      try DecodedText([0x61, 0xFF, 0xFF, 0x62], file: "f")
    }
    // UTF-16 with half a character at its end.
    #expect(throws: DelimitedTextError.unknownEncoding(file: "f", offset: 8)) {
      try DecodedText([0xFF, 0xFE] + Self.utf16("a,b") + [0x0A], file: "f")
    }
  }

  @Test("nothing is UTF-8")
  func empty() throws {
    #expect(try DecodedText([], file: "f").bytes.isEmpty)
    #expect(try DecodedText([0xEF, 0xBB, 0xBF], file: "f").bytes.isEmpty)
    #expect(try DecodedText([0xFF, 0xFE], file: "f").bytes.isEmpty)
  }
}
