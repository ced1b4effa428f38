import Foundation
import Glibc

/// A connection to a server of the test, byte by byte.
final class ServerClient {
  struct Failure: Error { let reason: String }

  private let descriptor: Int32

  /// Connects to a port of this machine, by one of its addresses.
  init(port: UInt16, address: UInt32 = INADDR_LOOPBACK) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var time = timeval(tv_sec: 900, tv_usec: 0)
    let length = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, length)
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &time, length)
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_port = port.bigEndian
    place.sin_addr.s_addr = address.bigEndian
    let answer = withUnsafePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    if answer != 0 { throw Failure(reason: "connect: \(errno)") }
  }

  deinit { close(descriptor) }

  /// Sends bytes; false when the server has left.
  @discardableResult
  func send(_ bytes: [UInt8]) -> Bool {
    var bytes = bytes[...]
    while !bytes.isEmpty {
      let sent = bytes.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if sent <= 0 { return false }
      bytes = bytes.dropFirst(sent)
    }
    return true
  }

  /// Sends a text; false when the server has left.
  @discardableResult
  func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  /// Says that nothing more comes.
  func finish() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// Everything that comes until the server closes the connection; nil when it does not.
  func receiveAll() -> String? {
    var (all, piece) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
    while true {
      let count = recv(descriptor, &piece, piece.count, 0)
      if count < 0, errno == EAGAIN { return nil }
      if count <= 0 { return String(decoding: all, as: UTF8.self) }
      all += piece[..<count]
    }
  }

  /// Does something that blocks, on a thread of its own: the server under test needs those of Swift's
  /// concurrency.
  static func apart<Answer: Sendable>(
    _ body: @escaping @Sendable () throws -> Answer
  ) async throws -> Answer {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
    }
  }

  /// Sends bytes and gives everything that comes back until the connection is closed.
  static func answer(port: UInt16, to bytes: [UInt8]) async throws -> String {
    try await apart {
      let client = try ServerClient(port: port)
      client.send(bytes)
      return client.receiveAll() ?? "nothing"
    }
  }
}
