import FlyingFox
import FlyingSocks
import Foundation
import Glibc
import Synchronization

/// A server for browsers on the same machine, which gives every request that may be answered to one
/// function.
///
/// It listens on 127.0.0.1 only. Nothing of a request ever becomes the name of a file.
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
    let token = Self.randomToken()
    let door = StudioDoor(limits: limits, handler: handler)
    let first = door.server(onPort: port)
    let (outcomes, outcome) = AsyncStream.makeStream(of: Result<UInt16, any Error>.self)
    let listening = Task {
      do { try await first.run() } catch { outcome.yield(.failure(error)) }
    }
    let waiting = Task {
      try await first.waitUntilListening(timeout: 60)
      if case .ip4(_, let port) = await first.listeningAddress { outcome.yield(.success(port)) }
    }
    defer { waiting.cancel() }
    var iterator = outcomes.makeAsyncIterator()
    switch await iterator.next() {
    case .success(let port):
      door.open(StudioGuard(port: port, token: token), port: port)
      let lasting = Task { await Self.listen(door, on: port, after: listening) }
      return StudioServer(port: port, token: token, listening: lasting)
    case .failure(let error): throw Self.reason(error, port)
    case nil:
      listening.cancel()
      throw .failed(port, reason: "it was stopped")
    }
  }

  /// Waits until the server is stopped.
  public func wait() async { await listening.value }

  /// Stops listening and ends all connections.
  public func stop() async {
    listening.cancel()
    await listening.value
  }

  /// Listens again whenever the library gives up, as it does when the process has no descriptor left for
  /// one more connection.
  private static func listen(
    _ door: StudioDoor, on port: UInt16, after first: Task<Void, Never>
  ) async {
    await withTaskCancellationHandler {
      await first.value
    } onCancel: {
      first.cancel()
    }
    while !Task.isCancelled {
      try? await Task.sleep(for: .milliseconds(100))
      try? await door.server(onPort: port).run()
    }
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

/// Between the library and the function that answers.
private final class StudioDoor: HTTPHandler {
  private let limits: StudioLimits
  private let handler: StudioServer.Handler
  private let connections: StudioConnections
  private let guardian = Mutex<StudioGuard?>(nil)

  init(limits: StudioLimits, handler: @escaping StudioServer.Handler) {
    (self.limits, self.handler) = (limits, handler)
    connections = StudioConnections(limits: limits)
  }

  /// Lets requests in.
  func open(_ guardian: StudioGuard, port: UInt16) {
    connections.listen(on: port)
    self.guardian.withLock { $0 = guardian }
  }

  func server(onPort port: UInt16) -> HTTPServer {
    var address = sockaddr_in.inet(port: port)
    address.sin_addr = in_addr(s_addr: INADDR_LOOPBACK.bigEndian)
    return HTTPServer(
      config: HTTPServer.Configuration(
        address: address, timeout: limits.answer, sharedRequestReplaySize: 0,
        pool: WatchedPool(connections: connections), logger: .disabled), handler: self)
  }

  func handleRequest(_ request: HTTPRequest) async -> HTTPResponse {
    guard case .ip4(let host, let port) = request.remoteAddress else {
      return HTTPResponse(statusCode: .badRequest)
    }
    let peer = StudioConnections.Peer(host: host, port: port)
    connections.readBody(peer)
    let head = StudioRequest(
      method: request.method.rawValue, rawPath: request.target.path(),
      rawQuery: request.target.query(),
      headers: request.headers.reduce(into: [:]) { $0[$1.key.rawValue.lowercased()] = $1.value })
    let body = await read(request.bodySequence)
    connections.answer(peer)
    defer { connections.readHead(peer) }
    let answer = await answer(head, body).secured
    return response(answer, to: request, isLast: body.isOver ? nil : peer)
  }

  private func answer(_ head: StudioRequest?, _ body: Body) async -> StudioResponse {
    guard let head else { return StudioRefusal.malformed.response(toPath: "") }
    guard let guardian = guardian.withLock({ $0 }) else {
      return StudioRefusal.token.response(toPath: head.path)
    }
    if let answer = guardian.answer(to: head) { return answer }
    switch body {
    case .whole(let body): return await handler(head.with(body: body))
    case .broken: return StudioRefusal.malformed.response(toPath: head.path)
    case .long, .endless: return StudioRefusal.length.response(toPath: head.path)
    }
  }

  /// What became of the body of a request.
  private enum Body {
    case whole(Data)
    /// Longer than it may be, and read away.
    case long
    /// Not read to its end.
    case endless
    /// Without an end, or not written as bodies are.
    case broken

    /// Whether the next request may come after it.
    var isOver: Bool {
      switch self {
      case .whole, .long: true
      case .endless, .broken: false
      }
    }
  }

  private func read(_ pieces: HTTPBodySequence) async -> Body {
    var (body, count) = (Data(), 0)
    do {
      for try await piece in pieces {
        count += piece.count
        if count <= limits.body { body.append(piece) } else { body = Data() }
        if count > limits.readAway { return .endless }
      }
    } catch {
      return .broken
    }
    return count <= limits.body ? .whole(body) : .long
  }

  /// The answer as the library sends it; the connection to `isLast` is cut after it.
  private func response(
    _ answer: StudioResponse, to request: HTTPRequest, isLast: StudioConnections.Peer?
  ) -> HTTPResponse {
    var headers = HTTPHeaders()
    for (name, value) in answer.headers { headers[HTTPHeader(name)] = value }
    // Else the library repeats what the client sent.
    headers[.connection] = isLast == nil && Self.staysOpen(request) ? "keep-alive" : "close"
    let status = HTTPStatusCode(answer.status, phrase: Self.phrase(answer.status))
    let body = request.method == .HEAD ? Data() : answer.body
    guard let isLast else {
      // In one piece: the library would send it in many.
      let whole = HTTPBodySequence(data: body, suggestedBufferSize: max(body.count, 1))
      return HTTPResponse(statusCode: status, headers: headers, body: whole)
    }
    let last = LastBytes(bytes: Array(body)) { [connections] in connections.cut(isLast) }
    return HTTPResponse(
      statusCode: status, headers: headers,
      body: HTTPBodySequence(from: last, count: body.count))
  }

  /// Whether the library waits for another request after this one (RFC 9112, section 9.3).
  private static func staysOpen(_ request: HTTPRequest) -> Bool {
    let wish = request.headers[.connection]?.lowercased() ?? ""
    return request.version == .http11 ? !wish.contains("close") : wish.contains("keep-alive")
  }

  private static func phrase(_ status: Int) -> String {
    switch status {
    case 200: "OK"
    case 303: "See Other"
    case 400: "Bad Request"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 413: "Content Too Large"
    case 415: "Unsupported Media Type"
    case 422: "Unprocessable Content"
    default: "Status"
    }
  }
}

/// The library's way to wait for sockets, which tells when connections have come.
private struct WatchedPool: AsyncSocketPool {
  let connections: StudioConnections
  private let pool: any AsyncSocketPool = HTTPServer.defaultPool()

  init(connections: StudioConnections) { self.connections = connections }

  func prepare() async throws { try await pool.prepare() }

  func run() async throws { try await pool.run() }

  func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
    // The listening socket waits only when all who knocked have been let in.
    let isListening = try? socket.getValue(for: BoolSocketOption(name: SO_ACCEPTCONN))
    if isListening == true {
      // Connections inherit it. The library sends head and body apart, and the body must not wait until
      // the client has acknowledged the head.
      try? socket.setValue(
        true, for: BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY))
      connections.look()
    }
    try await pool.suspendSocket(socket, untilReadyFor: events)
  }
}

/// Bytes after which something is done.
private struct LastBytes: AsyncBufferedSequence {
  let bytes: [UInt8]
  let end: @Sendable () -> Void

  func makeAsyncIterator() -> Iterator { Iterator(bytes: bytes, end: end) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    var bytes: [UInt8]
    let end: @Sendable () -> Void

    mutating func next() async throws -> UInt8? { try await nextBuffer(suggested: 1)?.first }

    mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
      let piece = bytes.prefix(Swift.max(count, 1))
      bytes.removeFirst(piece.count)
      if piece.isEmpty { end() }
      return piece.isEmpty ? nil : Array(piece)
    }
  }
}
