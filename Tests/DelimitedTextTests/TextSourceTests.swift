import Foundation
import Testing

@testable import DelimitedText

@Suite("Sources of text")
struct TextSourceTests {
  private static func text(_ source: TextSource) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: source.end - source.start)
    let count = try bytes.withUnsafeMutableBytes { try source.read(into: $0, at: source.start) }
    #expect(count == bytes.count)
    return bytes
  }

  private static let sample = "工号,支行,存款\nE1,北京路支行,1.5\n"
  /// The sample again and again, so that characters are cut by the pieces in which a file is read.
  private static let long = String(repeating: sample, count: 20_000)

  /// The GB18030 of the characters of the sample, by the standard's tables.
  private static let codes: [Unicode.Scalar: [UInt8]] = [
    "工": [0xB9, 0xA4], "号": [0xBA, 0xC5], "支": [0xD6, 0xA7], "行": [0xD0, 0xD0],
    "存": [0xB4, 0xE6], "款": [0xBF, 0xEE], "北": [0xB1, 0xB1], "京": [0xBE, 0xA9],
    "路": [0xC2, 0xB7],
  ]

  private static func bytes(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
    switch encoding {
    case .utf8: return Array(text.utf8)
    case .utf16LittleEndian:
      return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    case .gb18030: return text.unicodeScalars.flatMap { codes[$0] ?? [UInt8($0.value)] }
    }
  }

  @Test(
    "a file is read as what it is encoded in, and all its bytes are seen once",
    arguments: [TextEncoding.utf8, .utf16LittleEndian, .gb18030])
  func encodings(encoding: TextEncoding) throws {
    for text in [Self.sample, Self.long] {
      let raw = Self.bytes(text, encoding)
      let file = try TemporaryFile(raw)
      defer { file.remove() }
      var seen: [UInt8] = []
      let source = try TextSource(file.path) { seen += Array($0) }
      #expect(source.encoding == encoding)
      #expect(seen == raw)
      #expect(try Self.text(source) == Array(text.utf8))
      #expect(source.survey.lineFeedCount == text.utf8.count { $0 == 10 })
    }
  }

  @Test("a byte-order mark is passed over")
  func mark() throws {
    let file = try TemporaryFile([0xEF, 0xBB, 0xBF] + Array(Self.sample.utf8))
    defer { file.remove() }
    let source = try TextSource(file.path)
    #expect(source.start == 3)
    #expect(try Self.text(source) == Array(Self.sample.utf8))
  }

  @Test("damage far from the beginning is found, with its line")
  func damage() throws {
    let file = try TemporaryFile(Array(Self.long.utf8) + [0xE9, 0xA2])
    defer { file.remove() }
    #expect(
      throws: DelimitedTextError.damaged(
        file: "t.csv", line: 40_001, offset: Self.long.utf8.count)
    ) { try TextSource(file.path, name: "t.csv") }
  }

  @Test("a file that is written to while it is read is noticed")
  func changed() throws {
    let file = try TemporaryFile(Array(Self.long.utf8))
    defer { file.remove() }
    let source = try TextSource(file.path)
    try source.checkUnchanged()
    try Data("x".utf8).write(to: URL(fileURLWithPath: file.path))
    #expect(throws: DelimitedTextError.changed(file: file.path)) {
      try source.checkUnchanged()
    }
    var bytes = [UInt8](repeating: 0, count: 100)
    #expect(throws: DelimitedTextError.changed(file: file.path)) {
      try bytes.withUnsafeMutableBytes { _ = try source.read(into: $0, at: 1000) }
    }
  }

  @Test(
    "the line of a place is told whatever ends lines",
    arguments: [("a\nb\nc", 4, 3), ("a\r\nb\r\nc", 6, 3), ("a\rb\rc", 4, 3), ("a\r\r\nb", 4, 3)])
  func lines(text: String, offset: Int, line: Int) throws {
    let source = TextSource(try DecodedText(Array(text.utf8), file: "t.csv"))
    #expect(try source.line(at: offset) == line)
    #expect(try source.line(at: 0) == 1)
  }
}
