/// Bytes that grow, written without a check for each.
final class ByteBuffer {
  private(set) var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// How many bytes are written.
  var count = 0

  init(capacity: Int) {
    self.capacity = max(16, capacity)
    start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  /// Makes sure that so many more bytes fit, and gives the place of the first.
  @inline(__always)
  func room(for more: Int) -> UnsafeMutablePointer<UInt8> {
    if count + more > capacity { grow(more) }
    return start + count
  }

  private func grow(_ more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: start, count: count)
    start.deallocate()
    start = larger
  }

  /// A copy of the bytes written.
  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }
}
