import Foundation

/// The bytes of a connection in their order, as requests are read from them.
struct StudioBytes: Sendable {
  /// What is no request.
  struct Malformed: Error {}

  /// A head that was read.
  enum Head: Sendable {
    case read(StudioHead)
    case malformed
    case tooLong
  }

  /// What became of a body.
  enum Body: Sendable {
    case whole(Data)
    /// Longer than it may be, and read away.
    case long
    /// Not read to its end.
    case endless
    /// Not written as bodies are.
    case malformed

    /// Whether the next request may come after it.
    var isOver: Bool {
      switch self {
      case .whole, .long: true
      case .endless, .malformed: false
      }
    }
  }

  /// Gives the next bytes, at least one; throws when there are no more.
  private let next: @Sendable () async throws -> [UInt8]
  /// What has come and is not read yet.
  private var ready: ArraySlice<UInt8> = []

  /// The bytes that a function gives one piece after another.
  init(_ next: @escaping @Sendable () async throws -> [UInt8]) { self.next = next }

  /// Reads a head.
  mutating func head(limits: StudioLimits) async throws -> Head {
    // How many bytes have no end before them.
    var looked = 0
    while true {
      if let end = endOfHead(from: ready.startIndex + looked) {
        let bytes = ready[..<end]
        ready = ready[(end + 4)...]
        guard bytes.count <= limits.head else { return .tooLong }
        return StudioHead(bytes).map { .read($0) } ?? .malformed
      }
      if ready.count > limits.head { return .tooLong }
      looked = max(0, ready.count - 3)
      try await fill()
    }
  }

  /// Where the empty line stands that ends a head.
  private func endOfHead(from start: Int) -> Int? {
    var place = start
    while place + 3 < ready.endIndex {
      if ready[place] == 13, ready[place + 1] == 10, ready[place + 2] == 13,
        ready[place + 3] == 10
      {
        return place
      }
      place += 1
    }
    return nil
  }

  /// Reads a body; what is too long is read away without being kept, up to a bound.
  mutating func body(_ framing: StudioHead.Framing, limits: StudioLimits) async throws -> Body {
    var body = Kept(limits: limits)
    switch framing {
    case .length(let length):
      try await take(length, to: &body)
    case .chunked:
      do {
        while !body.isEndless, case let size = try await chunkSize(), size > 0 {
          try await take(size, to: &body)
          if !body.isEndless, try await line() != [] { return .malformed }
        }
        // What may stand behind the last chunk is of no interest.
        while !body.isEndless, try await line() != [] {}
      } catch is Malformed {
        return .malformed
      }
    }
    return body.isEndless ? .endless : body.count > limits.body ? .long : .whole(body.bytes)
  }

  /// The part of a body that is kept.
  private struct Kept {
    let limits: StudioLimits
    var bytes = Data()
    var count = 0

    var isEndless: Bool { count > limits.readAway }

    mutating func add(_ piece: ArraySlice<UInt8>) {
      count += piece.count
      if count <= limits.body { bytes.append(contentsOf: piece) } else { bytes = Data() }
    }
  }

  private mutating func take(_ length: Int, to body: inout Kept) async throws {
    var missing = length
    while missing > 0, !body.isEndless {
      if ready.isEmpty { try await fill() }
      let piece = ready.prefix(missing)
      ready = ready.dropFirst(piece.count)
      missing -= piece.count
      body.add(piece)
    }
  }

  private mutating func chunkSize() async throws -> Int {
    let digits = try await line().prefix { $0 != UInt8(ascii: ";") }
    let text = String(decoding: digits, as: UTF8.self).trimmingCharacters(in: .whitespaces)
    guard !text.isEmpty, text.allSatisfy(\.isHexDigit), let size = Int(text, radix: 16) else {
      throw Malformed()
    }
    return size
  }

  /// A short line, without its end.
  private mutating func line() async throws -> [UInt8] {
    while true {
      if let end = ready.firstIndex(of: 10) {
        guard end > ready.startIndex, ready[end - 1] == 13 else { throw Malformed() }
        let line = Array(ready[..<(end - 1)])
        ready = ready[(end + 1)...]
        return line
      }
      guard ready.count < 1024 else { throw Malformed() }
      try await fill()
    }
  }

  private mutating func fill() async throws {
    let piece = try await next()
    ready = ready.isEmpty ? piece[...] : (Array(ready) + piece)[...]
  }
}
