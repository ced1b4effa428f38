import Testing

@testable import DelimitedText
import SeededRandom

@Suite("Cutting texts into chunks")
struct TextChunksTests {
  private static func source(_ text: String) throws -> TextSource {
    TextSource(try DecodedText(Array(text.utf8), file: "t.csv"))
  }

  /// The records of a text, each as it stands.
  private static func records(_ bytes: UnsafeBufferPointer<UInt8>) -> [String] {
    var reader = RecordReader(bytes, separator: UInt8(ascii: ","))
    var record = Record()
    var records: [String] = []
    while reader.next(&record) {
      records.append(String(decoding: bytes[record.range], as: UTF8.self))
    }
    return records
  }

  private static func chunks(_ text: String, size: Int) throws -> [[String]] {
    let chunks = TextChunks(
      try source(text), separator: UInt8(ascii: ","), from: 0, size: size)
    let chunk = TextChunk()
    var found: [[String]] = []
    while try chunks.next(chunk) {
      #expect(chunk.index == found.count)
      found.append(records(chunk.bytes))
    }
    return found
  }

  @Test(
    "whatever the size, the records are those of the whole text",
    arguments: [
      "a,b\nc,d\n", "a,b\r\nc,d\r\n", "a,b\rc,d\r", "a,b\nc,d", "\n\n\na\n\n\nb\n\n", "",
      "\"a\nb\",c\nd,\"e\"\"\n\"\nf,g\n", "a\"b\nc,d\"\ne\n", "\"never closed\na,b\nc\n",
      "x,\"\r\n\",y\r\nz,,\r\n", "\"\"\"\"\n\"\"\n", "额,度\n\"额\n\",1\n",
    ])
  func sizes(text: String) throws {
    let whole = Array(text.utf8).withUnsafeBufferPointer { Self.records($0) }
    for size in 1...20 {
      #expect(try Self.chunks(text, size: size).joined().elementsEqual(whole), "size \(size)")
    }
  }

  @Test("so they are for texts made at random", arguments: 0..<60)
  func random(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let alphabet = ["a", "bc", ",", "\n", "\r\n", "\r", "\"", "\"\"", "额", " "]
    for _ in 0..<20 {
      let text = (0..<40).map { _ in alphabet.randomElement(using: &random) ?? "" }.joined()
      let whole = Array(text.utf8).withUnsafeBufferPointer { Self.records($0) }
      for size in [1, 3, 8, 21] {
        let found = try Self.chunks(text, size: size)
        #expect(found.joined().elementsEqual(whole), "\(text.debugDescription), size \(size)")
      }
    }
  }

  @Test("a chunk ends with a record, and the next begins where it ends")
  func borders() throws {
    let text = (0..<500).map { "key \($0),\($0)\n" }.joined()
    let chunks = TextChunks(
      try Self.source(text), separator: UInt8(ascii: ","), from: 0, size: 100)
    let chunk = TextChunk()
    var place = 0
    while try chunks.next(chunk) {
      #expect(chunk.offset == place)
      #expect(chunk.count <= 100 && chunk.bytes.last == UInt8(ascii: "\n"))
      place += chunk.count
    }
    #expect(place == text.utf8.count)
  }
}
