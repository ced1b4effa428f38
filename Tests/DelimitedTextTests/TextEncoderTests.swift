import Testing

@testable import DelimitedText

@Suite("Encoding text")
struct TextEncoderTests {
  private static func encoded(_ text: String) throws -> ([UInt8], Unicode.Scalar?) {
    guard var encoder = TextEncoder(to: .gb18030) else {
      Issue.record("this system has no converter")
      return ([], nil)
    }
    var bytes: [UInt8] = []
    let refused = Array(text.utf8).withUnsafeBytes { encoder.encode($0, into: &bytes) }
    return (bytes, refused)
  }

  @Test("characters have the codes of the standard, of one, two and four bytes")
  func codes() throws {
    // GB 18030-2005: the two-byte table, and U+10000 to U+10FFFF in order from 90308130 to E3329A35.
    #expect(try Self.encoded("工号,1").0 == [0xB9, 0xA4, 0xBA, 0xC5, 0x2C, 0x31])
    #expect(try Self.encoded("\u{10000}").0 == [0x90, 0x30, 0x81, 0x30])
    #expect(try Self.encoded("\u{10FFFF}").0 == [0xE3, 0x32, 0x9A, 0x35])
  }

  @Test("every character but some for private use is written, and read back as itself")
  func roundTrip() throws {
    let scalars = (1...0x10FFFF).lazy.compactMap { Unicode.Scalar(UInt32($0)) }
      .filter { !(0xE000...0xF8FF).contains($0.value) }
    let text = String(String.UnicodeScalarView(scalars))
    let (bytes, refused) = try Self.encoded(text)
    #expect(refused == nil)
    #expect(TextEncoding.gb18030.text(bytes).utf8.elementsEqual(text.utf8))
  }

  @Test("a character without a place is named, and what stands before it is written")
  func refused() throws {
    let (bytes, refused) = try Self.encoded("ab\u{E78D}工")
    #expect(refused == "\u{E78D}")
    #expect(bytes == Array("ab".utf8))
  }

  @Test("bytes that are not of an encoding are marked")
  func undecodable() {
    #expect(TextEncoding.gb18030.text([0x41, 0xFF]) == "A\u{FFFD}")
    #expect(TextEncoding.utf8.text([0x41, 0xFF]) == "A\u{FFFD}")
  }
}
