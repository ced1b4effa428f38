import Foundation
import TestSupport
import Testing

@testable import ResultRecords
import SeededRandom

@Suite("Content hashes")
struct ContentHasherTests {
  /// NIST, Cryptographic Standards and Guidelines, examples with intermediate values, SHA-256
  /// (https://csrc.nist.gov/projects/cryptographic-standards-and-guidelines/example-values); the
  /// empty message and the million letters are of FIPS 180-2, appendix B, and NIST's SHAVS.
  static let published: [(message: String, hash: String)] = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ]

  @Test("are the published ones, and count the bytes", arguments: published)
  func known(message: String, hash: String) {
    let digest = ContentDigest(of: Array(message.utf8))
    #expect(digest.sha256.description == hash)
    #expect(digest.size == message.utf8.count)
  }

  @Test("do not depend on the pieces in which the bytes come")
  func pieces() {
    var generator = SplitMix64(seed: 7)
    let bytes = (0..<10_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    for _ in 0..<20 {
      var hasher = ContentHasher()
      var rest = bytes[...]
      while !rest.isEmpty {
        let piece = rest.prefix(Int.random(in: 0...700, using: &generator))
        hasher.update(Array(piece))
        rest = rest.dropFirst(piece.count)
      }
      #expect(hasher.finish() == ContentDigest(of: bytes))
    }
  }

  @Test(
    "of files are those of their bytes, also above the size of a piece", arguments: [0, 1, 3 << 20])
  func files(size: Int) throws {
    let folder = try TemporaryDirectory()
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let file = try folder.write(bytes, to: "data.csv").path
    #expect(try ContentDigest(ofFile: file) == ContentDigest(of: bytes))
  }

  @Test("are refused for what cannot be read twice", arguments: ["/dev/zero", "/dev", "/dev/none"])
  func notFiles(file: String) {
    #expect(throws: RecordError.self) { try ContentDigest(ofFile: file) }
  }

  @Test("are read from exactly 64 lower-case digits")
  func reading() {
    let text = Self.published[1].hash
    #expect(ContentHash(text)?.description == text)
    for wrong in [
      "", text.uppercased(), String(text.dropLast()), text + "0", "g" + text.dropFirst(),
    ] {
      #expect(ContentHash(wrong) == nil, "\(wrong)")
    }
  }
}
