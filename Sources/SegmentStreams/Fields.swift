import Glibc

/// The fields of a line, from left to right.
struct Fields {
  private let line: UnsafeBufferPointer<UInt8>
  private var place = 0

  init(_ line: UnsafeBufferPointer<UInt8>) { self.line = line }

  /// Whether there are no more.
  var isAtEnd: Bool { place > line.count }

  /// The next field; nil when there are no more.
  @inline(__always)
  mutating func next() -> UnsafeBufferPointer<UInt8>? {
    guard place <= line.count else { return nil }
    guard let base = line.baseAddress else {
      place += 1
      return line
    }
    let start = base + place
    let count =
      memchr(start, 0x09, line.count - place)
      .map { UnsafeRawPointer($0) - UnsafeRawPointer(start) } ?? line.count - place
    place += count + 1
    return UnsafeBufferPointer(start: start, count: count)
  }
}
