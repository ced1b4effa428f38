import Testing

@testable import DelimitedText
import SeededRandom

@Suite("Surveying texts")
struct TextSurveyTests {
  private static func survey(_ bytes: [UInt8], piece: Int) -> TextSurvey {
    var survey = TextSurvey()
    for start in stride(from: 0, to: bytes.count, by: piece) {
      bytes[start..<min(start + piece, bytes.count)].withUnsafeBytes { survey.take($0) }
    }
    survey.finish()
    return survey
  }

  /// Characters of every length, and the bytes at the edges of what UTF-8 allows.
  private static let parts: [[UInt8]] = [
    Array("a".utf8), Array("é".utf8), Array("额".utf8), Array("😀".utf8), Array("\"".utf8), [0x0A],
    [0x00], [0x80], [0xC0, 0x80], [0xC2], [0xE0, 0x9F, 0x80], [0xED, 0xA0, 0x80],
    [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80], [0xE9, 0xA2],
    Array(String(repeating: "0123456789", count: 7).utf8),
  ]

  @Test("however a text is cut, it is UTF-8 where the standard library says so", arguments: 0..<40)
  func validity(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<25 {
      // Mostly sound characters, so that some texts are.
      let bytes = (0..<Int.random(in: 0...12, using: &random)).flatMap { _ in
        let isSound = Int.random(in: 0...9, using: &random) > 0
        return (isSound ? Self.parts[..<6] : Self.parts[...]).randomElement(using: &random) ?? []
      }
      let whole = Self.survey(bytes, piece: max(1, bytes.count))
      #expect(whole.isUTF8 == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
      for piece in [1, 2, 3, 5, 33] {
        let cut = Self.survey(bytes, piece: piece)
        #expect(cut.firstFault == whole.firstFault, "\(bytes) in pieces of \(piece)")
        #expect(cut.faultLine == whole.faultLine, "\(bytes) in pieces of \(piece)")
        #expect(cut.looksDamaged == whole.looksDamaged, "\(bytes) in pieces of \(piece)")
        #expect(cut.byteCount == bytes.count)
      }
    }
  }

  @Test("quotes, zero bytes and line feeds are seen wherever they stand", arguments: 0..<80)
  func marks(place: Int) {
    var bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 80)
    #expect(!Self.survey(bytes, piece: 80).hasQuotes)
    bytes[place] = UInt8(ascii: "\"")
    #expect(Self.survey(bytes, piece: 80).hasQuotes)
    bytes[place] = 0
    #expect(Self.survey(bytes, piece: 37).hasZeroBytes)
    bytes[place] = UInt8(ascii: "\n")
    #expect(Self.survey(bytes, piece: 50).lineFeedCount == 1)
  }

  @Test("more line feeds than a byte counts are all counted")
  func manyLineFeeds() {
    let bytes = [UInt8](repeating: UInt8(ascii: "\n"), count: 32 * 255 * 2 + 77)
    #expect(Self.survey(bytes, piece: bytes.count).lineFeedCount == bytes.count)
  }
}
