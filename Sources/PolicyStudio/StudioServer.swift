import FlyingSocks
import Foundation
import Glibc

/// A server for browsers on the same machine, which gives every request that may be answered to one
/// function.
///
/// It listens on 127.0.0.1 only. Nothing of a request ever becomes the name of a file. Sockets are those of
/// FlyingFox. Its HTTP server is not used: it bounds neither the length of a head nor the time that a
/// client takes, and it links libcurl.
public final class StudioServer: Sendable {
  /// What answers the requests that the guard lets through.
  public typealias Handler = @Sendable (StudioRequest) async -> StudioResponse

  /// The port that it listens on.
  public let port: UInt16
  /// What a browser must know to be answered: 128 random bits, in hexadecimal digits.
  public let token: String

  private let listening: Task<Void, Never>

  /// The address that a browser opens the studio with.
  public var address: String { "http://127.0.0.1:\(port)/?token=\(token)" }

  private init(port: UInt16, token: String, listening: Task<Void, Never>) {
    (self.port, self.token, self.listening) = (port, token, listening)
  }

  /// A server that listens.
  ///
  /// - Parameters:
  ///   - port: the port; 0 for any that is free
  ///   - limits: what clients may take
  ///   - handler: what answers; many requests may be answered at once
  /// - Throws: `StudioServerError` when the port cannot be had.
  public static func start(
    port: UInt16 = 0, limits: StudioLimits = StudioLimits(), handler: @escaping Handler
  ) async throws(StudioServerError) -> StudioServer {
    let pool: SocketPool<ePoll> = .ePoll()
    let (socket, own): (AsyncSocket, UInt16)
    do {
      try await pool.prepare()
      (socket, own) = try listener(onPort: port, pool)
    } catch {
      throw reason(error, port)
    }
    let token = randomToken()
    let host = StudioHost(
      limits: limits, guardian: StudioGuard(port: own, token: token), handler: handler)
    let listening = Task {
      await withDiscardingTaskGroup { group in
        group.addTask { try? await pool.run() }
        await accept(socket, host)
        group.cancelAll()
      }
    }
    return StudioServer(port: own, token: token, listening: listening)
  }

  /// Waits until the server is stopped.
  public func wait() async { await listening.value }

  /// Stops listening and ends all connections.
  public func stop() async {
    listening.cancel()
    await listening.value
  }

  private static func listener(
    onPort port: UInt16, _ pool: SocketPool<ePoll>
  ) throws -> (AsyncSocket, UInt16) {
    let socket = try Socket(domain: AF_INET)
    do {
      try socket.setValue(true, for: .localAddressReuse)
      // Connections inherit it: the end of an answer must not wait for the client's acknowledgement.
      try socket.setValue(true, for: BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY))
      var address = sockaddr_in.inet(port: port)
      address.sin_addr = in_addr(s_addr: INADDR_LOOPBACK.bigEndian)
      try socket.bind(to: address)
      guard case .ip4(_, let own) = try socket.sockname() else {
        throw SocketError.unsupportedAddress
      }
      let listener = try AsyncSocket(socket: socket, pool: pool)
      try socket.listen()
      return (listener, own)
    } catch {
      try? socket.close()
      throw error
    }
  }

  private static func accept(_ listener: AsyncSocket, _ host: StudioHost) async {
    let crowd = StudioCrowd(most: host.limits.connections)
    while !Task.isCancelled {
      do {
        let socket = try await listener.accept()
        crowd.admit { number in
          await StudioVisit(socket: socket, host: host) {
            crowd.set(number, isWaiting: $0)
          }.serve()
          try? socket.close()
        }
      } catch {
        // The process has no descriptor left for one more connection, or the client has left again.
        try? await Task.sleep(for: .milliseconds(100))
      }
    }
    try? listener.close()
    crowd.disperse()
  }

  private static func randomToken() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<2).map { _ in
      let digits = String(generator.next() as UInt64, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  private static func reason(_ error: any Error, _ port: UInt16) -> StudioServerError {
    guard case SocketError.failed(_, let number, let message) = error else {
      return .failed(port, reason: "\(error)")
    }
    switch number {
    case EADDRINUSE: return .portTaken(port)
    case EACCES: return .portForbidden(port)
    default: return .failed(port, reason: message)
    }
  }
}

/// One connection.
private struct StudioVisit: Sendable {
  let socket: AsyncSocket
  let host: StudioHost
  /// Told whether a request is waited for.
  let waits: @Sendable (Bool) -> Void

  /// Answers request after request until one side has enough.
  func serve() async {
    var bytes = StudioBytes { [socket] in try await socket.read(atMost: 4096) }
    while let (head, rest) = await within({ [bytes] in try await Self.head(bytes, host) }) {
      guard case .read(let head) = head else {
        await send(host.refuse(head).message(staysOpen: false))
        return await leave()
      }
      if head.waitsForContinue { await send(Data("HTTP/1.1 100 Continue\r\n\r\n".utf8)) }
      guard let (body, after) = await within({ try await Self.body(rest, head, host) }) else {
        return
      }
      bytes = after
      waits(false)
      let answer = await host.answer(head.request, body)
      waits(true)
      let staysOpen = head.staysOpen && body.isOver && !Task.isCancelled
      let message = answer.message(staysOpen: staysOpen, hasBody: head.request.method != "HEAD")
      guard await send(message) else { return }
      if !staysOpen { return await leave() }
    }
  }

  private static func head(
    _ bytes: StudioBytes, _ host: StudioHost
  ) async throws -> (StudioBytes.Head, StudioBytes) {
    var bytes = bytes
    return (try await bytes.head(limits: host.limits), bytes)
  }

  private static func body(
    _ bytes: StudioBytes, _ head: StudioHead, _ host: StudioHost
  ) async throws -> (StudioBytes.Body, StudioBytes) {
    var bytes = bytes
    return (try await bytes.body(head.framing, limits: host.limits), bytes)
  }

  @discardableResult
  private func send(_ message: Data) async -> Bool {
    await within { [socket] in
      try await socket.write(message)
      return true
    } ?? false
  }

  /// Says that nothing more comes and reads what is still sent for a while: closing at once would take the
  /// answer back from a client that still sends.
  private func leave() async {
    shutdown(socket.socket.file.rawValue, Int32(SHUT_WR))
    _ = await within(most: .seconds(1)) { [socket] in
      var left = 1 << 20
      while left > 0 { left -= try await socket.read(atMost: 4096).count }
      return true
    }
  }

  /// Does what gives up when it is cancelled; nil when it fails or takes longer than clients may.
  private func within<Answer: Sendable>(
    most: Duration? = nil, _ work: @escaping @Sendable () async throws -> Answer
  ) async -> Answer? {
    await withTaskGroup(of: Answer?.self) { group in
      group.addTask { try? await work() }
      group.addTask {
        try? await Task.sleep(for: min(most ?? host.limits.patience, host.limits.patience))
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      return first
    }
  }
}
