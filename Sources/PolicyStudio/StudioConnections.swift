import Foundation
import Glibc
import Synchronization

/// The open connections of a server, each with the time until which it must have sent its request.
///
/// The library that serves them has no bound for the time or the number of connections. It does not show them
/// either: they are found among the descriptors of the process. A connection is cut by shutting its
/// socket down, which the library takes for the client's leaving.
final class StudioConnections: Sendable {
  /// The other end of a connection.
  struct Peer: Hashable {
    let host: String
    let port: UInt16
  }

  private struct Connection {
    var descriptor: Int32
    /// Until when the next part of a request must be here; nil while it is answered.
    var deadline: ContinuousClock.Instant?
  }

  private struct State {
    var port: UInt16 = 0
    var connections: [Peer: Connection] = [:]
    var isWatched = false
  }

  private let limits: StudioLimits
  private let state = Mutex(State())

  init(limits: StudioLimits) { self.limits = limits }

  /// Says on which port the server listens.
  func listen(on port: UInt16) { state.withLock { $0.port = port } }

  /// Takes up connections that are new, forgets those that are gone, and cuts those that are late or too
  /// many; goes on to do so as long as there are any. To be called when connections may have come.
  func look() {
    let mustWatch = state.withLock { state in
      Self.update(&state, limits)
      guard !state.isWatched, !state.connections.isEmpty else { return false }
      state.isWatched = true
      return true
    }
    if mustWatch { Task { await watch() } }
  }

  /// A part of a request is here: there is new time for the next.
  func extend(_ peer: Peer) { set(.now + limits.patience, of: peer) }

  /// A request is here as a whole: there is no hurry until `extend`.
  func begin(_ peer: Peer) { set(nil, of: peer) }

  /// Ends a connection, after what was already given to it to send.
  func cut(_ peer: Peer) {
    if Self.found(onPort: state.withLock(\.port))[peer].map({ shutdown($0, Int32(SHUT_RDWR)) })
      != nil
    {
      state.withLock { $0.connections[peer] = nil }
    }
  }

  private func set(_ deadline: ContinuousClock.Instant?, of peer: Peer) {
    state.withLock { state in
      // It may not have been seen yet.
      state.connections[peer, default: Connection(descriptor: -1)].deadline = deadline
    }
  }

  private func watch() async {
    var isWatched = true
    while isWatched {
      try? await Task.sleep(for: min(limits.patience / 4, .seconds(1)))
      isWatched = state.withLock { state in
        Self.update(&state, limits)
        state.isWatched = !state.connections.isEmpty
        return state.isWatched
      }
    }
  }

  private static func update(_ state: inout State, _ limits: StudioLimits) {
    let now = ContinuousClock.now
    var connections: [Peer: Connection] = [:]
    for (peer, descriptor) in found(onPort: state.port) {
      var connection =
        state.connections[peer]
        ?? Connection(descriptor: descriptor, deadline: now + limits.patience)
      connection.descriptor = descriptor
      connections[peer] = connection
    }
    let waiting = connections.compactMap { peer, connection in
      connection.deadline.map { (peer, $0) }
    }.sorted { $0.1 < $1.1 }
    let surplus = connections.count - limits.connections
    for (index, (peer, deadline)) in waiting.enumerated() where index < surplus || deadline < now {
      if let late = connections.removeValue(forKey: peer) { drop(late.descriptor) }
    }
    state.connections = connections
  }

  /// Cuts a connection from which nothing more is wanted.
  ///
  /// The library would first read what has come, byte by byte; it is read away here. What comes later is
  /// answered by a reset.
  private static func drop(_ descriptor: Int32) {
    var abruptly = linger(l_onoff: 1, l_linger: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_LINGER, &abruptly, socklen_t(MemoryLayout<linger>.size))
    shutdown(descriptor, Int32(SHUT_RDWR))
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    for _ in 0..<256 where recv(descriptor, &piece, piece.count, Int32(MSG_DONTWAIT)) <= 0 {
      return
    }
  }

  /// The descriptors of the connections to a port of this process.
  private static func found(onPort port: UInt16) -> [Peer: Int32] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
    var found: [Peer: Int32] = [:]
    for descriptor in names.compactMap({ Int32($0) }) {
      guard end(descriptor, getsockname)?.port == port else { continue }
      if let peer = end(descriptor, getpeername) { found[peer] = descriptor }
    }
    return found
  }

  /// One end of a connection; nil where there is none.
  private static func end(
    _ descriptor: Int32,
    _ ask: (Int32, UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32
  ) -> Peer? {
    var address = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let answer = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { ask(descriptor, $0, &length) }
    }
    guard answer == 0, address.sin_family == sa_family_t(AF_INET) else { return nil }
    let number = UInt32(bigEndian: address.sin_addr.s_addr)
    let host = [24, 16, 8, 0].map { String(number >> $0 & 255) }.joined(separator: ".")
    return Peer(host: host, port: UInt16(bigEndian: address.sin_port))
  }
}
