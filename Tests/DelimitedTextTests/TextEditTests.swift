import SeededRandom
import Testing

@testable import DelimitedText

@Suite("Texts with replaced bytes")
struct TextEditTests {
  private static func source(_ text: String) throws -> TextSource {
    TextSource(try DecodedText(Array(text.utf8), file: "f"))
  }

  /// The text of a source, read in buffers of that size.
  private static func text(_ source: TextSource, buffer size: Int) throws -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: size)
    while true {
      let count = try buffer.withUnsafeMutableBytes {
        try source.read(into: $0, at: source.start + bytes.count)
      }
      bytes += buffer[..<count]
      if count < size { break }
    }
    #expect(source.end - source.start == bytes.count)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("longer, shorter and empty texts stand in place of others, also at both ends")
  func edits() throws {
    let source = try Self.source("0123456789")
    for (edits, text) in [
      ([], "0123456789"),
      ([TextEdit(0..<2, Array("abc".utf8)), TextEdit(9..<10, [])], "abc2345678"),
      ([TextEdit(3..<4, []), TextEdit(4..<4, Array("xy".utf8))], "012xy456789"),
      ([TextEdit(0..<10, Array("z".utf8))], "z"),
      ([TextEdit(0..<10, [])], ""),
    ] {
      for size in [1, 3, 64] {
        #expect(try Self.text(TextSource(source, replacing: edits), buffer: size) == text)
      }
    }
  }

  @Test("any edits give what a copy of the text with them gives")
  func random() throws {
    var generator = SplitMix64(seed: 11)
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0...200, using: &generator)).map { _ in
        UInt8.random(in: 32...126, using: &generator)
      }
      var (edits, place): ([TextEdit], Int) = ([], 0)
      while place < bytes.count {
        let start = min(bytes.count, place + Int.random(in: 0...20, using: &generator))
        let end = min(bytes.count, start + Int.random(in: 0...5, using: &generator))
        let count = Int.random(in: 0...6, using: &generator)
        edits.append(TextEdit(start..<end, [UInt8](repeating: UInt8(ascii: "#"), count: count)))
        place = end + 1
      }
      var copy: [UInt8] = []
      var taken = 0
      for edit in edits {
        copy += bytes[taken..<edit.range.lowerBound] + edit.bytes
        taken = edit.range.upperBound
      }
      copy += bytes[taken...]
      let source = TextSource(try DecodedText(bytes, file: "f"))
      let size = Int.random(in: 1...40, using: &generator)
      #expect(
        try Self.text(TextSource(source, replacing: edits), buffer: size)
          == String(decoding: copy, as: UTF8.self))
    }
  }

  @Test("a quote that an edit brings in is known of")
  func quotes() throws {
    let source = try Self.source("a,b\n1,2\n")
    #expect(!source.survey.hasQuotes)
    #expect(!TextSource(source, replacing: [TextEdit(4..<5, [0x33])]).survey.hasQuotes)
    #expect(TextSource(source, replacing: [TextEdit(4..<5, Array("\"x\"".utf8))]).survey.hasQuotes)
  }
}
