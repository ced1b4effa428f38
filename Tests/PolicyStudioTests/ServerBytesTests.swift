import Foundation
import Synchronization
import Testing

@testable import PolicyStudio

@Suite("The bytes of a request")
struct ServerBytesTests {
  private struct End: Error {}

  /// Bytes that come in pieces of a size, and then no more.
  private func bytes(_ text: String, by size: Int) -> StudioBytes {
    let rest = SharedBytes(Array(text.utf8))
    return StudioBytes { try rest.next(size) }
  }

  private final class SharedBytes: Sendable {
    private let bytes: Mutex<ArraySlice<UInt8>>

    init(_ bytes: [UInt8]) { self.bytes = Mutex(bytes[...]) }

    func next(_ size: Int) throws -> [UInt8] {
      try bytes.withLock { bytes in
        if bytes.isEmpty { throw End() }
        let piece = Array(bytes.prefix(size))
        bytes = bytes.dropFirst(size)
        return piece
      }
    }
  }

  @Test("say the same however they are cut into pieces", arguments: [1, 2, 3, 5, 7, 64, 4096])
  func pieces(_ size: Int) async throws {
    var bytes = bytes(
      "POST /a?b=c HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello"
        + "POST /d HTTP/1.1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
        + "3;e=f\r\nabc\r\n00A\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\nGET / HTTP/1.0\r\n\r\n",
      by: size)
    let limits = StudioLimits()
    var read: [(String, String, Bool)] = []
    for _ in 0..<3 {
      guard case .read(let head) = try await bytes.head(limits: limits),
        case .whole(let body) = try await bytes.body(head.framing, limits: limits)
      else {
        Issue.record("no request")
        return
      }
      read.append((head.request.path, String(decoding: body, as: UTF8.self), head.staysOpen))
    }
    #expect(read.map(\.0) == ["/a", "/d", "/"] && read.map(\.2) == [true, false, false])
    #expect(read.map(\.1) == ["hello", "abc0123456789", ""])
    await #expect(throws: End.self) { _ = try await bytes.head(limits: limits) }
  }

  @Test(
    "are no head where there are two ways to read them",
    arguments: [
      "GET  / HTTP/1.1", " GET / HTTP/1.1", "GET / HTTP/1.1 ", "GET / HTTP/2", "GET /", "GET", "",
      "G(T / HTTP/1.1", "GET / HTTP/1.1\r\nA : b", "GET / HTTP/1.1\r\nA", "GET / HTTP/1.1\r\n: b",
      "GET / HTTP/1.1\r\nA: b\r\n c", "GET / HTTP/1.1\r\nHost: a\r\nhost: b",
      "GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 1", "GET / HTTP/1.1\nHost: a",
      "GET / HTTP/1.1\r\nContent-Length: +1", "GET / HTTP/1.1\r\nContent-Length: 1, 1",
      "GET / HTTP/1.1\r\nContent-Length: ٣", "GET / HTTP/1.1\r\nTransfer-Encoding: gzip, chunked",
      "GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 1",
      "GET / HTTP/1.1\r\nA: b\rc", "GET / HTTP/1.1\r\nA: b\0", "GET /\t HTTP/1.1",
    ])
  func strict(_ head: String) {
    #expect(StudioHead(Array(head.utf8)[...]) == nil)
  }

  @Test("are no body where a chunk is not one")
  func chunks() async throws {
    for text in [
      "\r\n", "x\r\n", "-1\r\n", "+1\r\nx\r\n0\r\n\r\n", "3\r\nabcd\r\n0\r\n\r\n",
      "3\nabc\r\n0\r\n\r\n",
      "ffffffffffffffffff\r\n", "1 1\r\n", String(repeating: "0", count: 5000),
    ] {
      var bytes = bytes(text, by: 4096)
      guard case .malformed = try await bytes.body(.chunked, limits: StudioLimits()) else {
        Issue.record("\(text) is taken for a body")
        continue
      }
    }
  }

  @Test("are read away without being kept where there are too many, and then no more")
  func long() async throws {
    var limits = StudioLimits()
    (limits.body, limits.readAway) = (10, 100)
    for (length, wanted) in [(10, "whole"), (11, "long"), (100, "long"), (101, "endless")] {
      let text = String(repeating: "x", count: length)
      var whole = bytes(text, by: 7)
      var cut = bytes(String(length, radix: 16) + "\r\n\(text)\r\n0\r\n\r\n", by: 7)
      for body in [
        try await whole.body(.length(length), limits: limits),
        try await cut.body(.chunked, limits: limits),
      ] {
        #expect("\(body)".hasPrefix(wanted), "\(length): \(body)")
      }
    }
  }
}
