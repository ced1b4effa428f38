import Dispatch
import Foundation
import Glibc
import Synchronization

/// The open connections of a server: how far each has come with its request, and until when it must come
/// further.
///
/// The library that serves them bounds neither their number nor the time and the length of a request's head,
/// which it reads at a cost that grows with the square of the longest line. It does not show them
/// either: they are found among the descriptors of the process. A connection is cut by shutting its socket
/// down, which the library takes for the client's leaving.
final class StudioConnections: Sendable {
  /// The other end of a connection.
  struct Peer: Hashable {
    let host: String
    let port: UInt16
  }

  private enum Phase {
    /// The head of a request is waited for; `from` is how many bytes had come before it, once that was looked
    /// at.
    case head(until: ContinuousClock.Instant, from: Int?)
    /// The body is read.
    case body(until: ContinuousClock.Instant)
    /// The answer is made.
    case answer
  }

  private struct State {
    var port: UInt16 = 0
    var phases: [Peer: Phase] = [:]
    var isWatched = false
  }

  private let limits: StudioLimits
  private let state = Mutex(State())
  /// Not of Swift's concurrency: clients may keep all its threads busy.
  private let queue = DispatchQueue(label: "connections")

  init(limits: StudioLimits) { self.limits = limits }

  /// Says on which port the server listens.
  func listen(on port: UInt16) { state.withLock { $0.port = port } }

  /// Takes up connections that are new, forgets those that are gone, and cuts those that are late, too long or
  /// too many; goes on to do so as long as there are any. To be called when connections may have come.
  func look() {
    let mustWatch = state.withLock { state in
      update(&state)
      let isFirst = !state.isWatched && !state.phases.isEmpty
      if isFirst { state.isWatched = true }
      return isFirst
    }
    if mustWatch { watchLater() }
  }

  /// The head of a request is here.
  func readBody(_ peer: Peer) { set(.body(until: .now + limits.patience), of: peer) }

  /// The whole request is here: there is no hurry.
  func answer(_ peer: Peer) { set(.answer, of: peer) }

  /// The answer is there; another request may come.
  func readHead(_ peer: Peer) { set(.head(until: .now + limits.patience, from: nil), of: peer) }

  /// Ends a connection, after what was already given to it to send.
  func cut(_ peer: Peer) {
    state.withLock { state in
      guard let descriptor = Self.found(onPort: state.port)[peer] else { return }
      shutdown(descriptor, Int32(SHUT_RDWR))
      state.phases[peer] = nil
    }
  }

  private func set(_ phase: Phase, of peer: Peer) { state.withLock { $0.phases[peer] = phase } }

  private func watchLater() {
    queue.asyncAfter(deadline: .now() + .milliseconds(200)) {
      let goesOn = self.state.withLock { state in
        self.update(&state)
        state.isWatched = !state.phases.isEmpty
        return state.isWatched
      }
      if goesOn { self.watchLater() }
    }
  }

  private func update(_ state: inout State) {
    let now = ContinuousClock.now
    var phases: [Peer: Phase] = [:]
    var waiting: [(peer: Peer, descriptor: Int32, until: ContinuousClock.Instant)] = []
    for (peer, descriptor) in Self.found(onPort: state.port) {
      switch state.phases[peer] ?? .head(until: now + limits.patience, from: 0) {
      case .answer: phases[peer] = .answer
      case .body(let until):
        phases[peer] = .body(until: until)
        waiting.append((peer, descriptor, until))
      case .head(let until, let from):
        let read = Self.read(descriptor)
        let first = from ?? read
        phases[peer] = .head(until: until, from: first)
        let isTooLong = read > first + limits.head
        waiting.append((peer, descriptor, isTooLong ? now - .seconds(1) : until))
      }
    }
    let surplus = phases.count - limits.connections
    waiting.sort { $0.until < $1.until }
    for (index, one) in waiting.enumerated() where index < surplus || one.until < now {
      Self.drop(one.descriptor)
      phases[one.peer] = nil
    }
    state.phases = phases
  }

  /// Cuts a connection from which nothing more is wanted.
  ///
  /// The library would first read what has come; it is read away here. What comes later is answered by a
  /// reset.
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

  /// How many bytes of a connection the library has read: those that have come but for those that lie ready.
  private static func read(_ descriptor: Int32) -> Int {
    // `tcpi_bytes_received` of Linux's `tcp_info`, which the C library's header lacks.
    let place = 128
    var info = [UInt8](repeating: 0, count: 256)
    var length = socklen_t(info.count)
    let answer = getsockopt(descriptor, Int32(IPPROTO_TCP), TCP_INFO, &info, &length)
    guard answer == 0, Int(length) >= place + 8 else { return 0 }
    let come = info.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: UInt64.self) }
    var ready: Int32 = 0
    guard ioctl(descriptor, UInt(FIONREAD), &ready) == 0 else { return 0 }
    return Int(come) - Int(ready)
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
