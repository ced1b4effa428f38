import Glibc

/// The lines of a stream of bytes, one after another. Memory for a piece of the stream and the longest
/// line.
final class LineReader {
  /// The number of the line read last, from 1.
  private(set) var number = 0
  private let input: ByteInput
  private let mayLackEnd: Bool
  private var memory: UnsafeMutableRawBufferPointer
  /// The bytes that were not handed out yet.
  private var rest = 0..<0
  private var isAtEnd = false

  /// The most bytes that one line may have.
  private static let longestLine = 512 << 20

  /// - Parameter mayLackEnd: whether the last line may lack its line feed, as in files; elsewhere a line
  ///   without it was cut short.
  init(_ input: @escaping ByteInput, mayLackEnd: Bool) {
    (self.input, self.mayLackEnd) = (input, mayLackEnd)
    memory = .allocate(byteCount: 1 << 18, alignment: 16)
  }

  deinit { memory.deallocate() }

  /// The next line without its line feed, valid until the next call; nil at the end of the stream.
  func next() throws -> UnsafeBufferPointer<UInt8>? {
    var searched = 0
    while true {
      if let end = lineFeed(from: rest.lowerBound + searched) {
        defer { rest = (end + 1)..<rest.upperBound }
        return line(rest.lowerBound..<end)
      }
      searched = rest.count
      if isAtEnd { return try lastLine() }
      try fill()
    }
  }

  private func lineFeed(from start: Int) -> Int? {
    guard start < rest.upperBound, let base = memory.baseAddress,
      let found = memchr(base + start, 0x0A, rest.upperBound - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private func line(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    number += 1
    return UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(memory)[range])
      .assumingMemoryBound(to: UInt8.self)
  }

  private func lastLine() throws -> UnsafeBufferPointer<UInt8>? {
    if rest.isEmpty { return nil }
    guard mayLackEnd else {
      throw StreamFault("it is cut short: no line feed ends it", line: number + 1)
    }
    defer { rest = rest.upperBound..<rest.upperBound }
    return line(rest)
  }

  /// Reads more, moving what is left to the beginning.
  private func fill() throws {
    guard let base = memory.baseAddress else { return }
    memmove(base, base + rest.lowerBound, rest.count)
    rest = 0..<rest.count
    if rest.count == memory.count { try grow() }
    let count = try input(UnsafeMutableRawBufferPointer(rebasing: memory[rest.upperBound...]))
    isAtEnd = count == 0
    rest = 0..<(rest.count + count)
  }

  private func grow() throws {
    guard memory.count < Self.longestLine else {
      throw StreamFault("it is longer than \(Self.longestLine >> 20) MB", line: number + 1)
    }
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: memory.count * 2, alignment: 16)
    larger.copyMemory(from: UnsafeRawBufferPointer(memory))
    memory.deallocate()
    memory = larger
  }
}
