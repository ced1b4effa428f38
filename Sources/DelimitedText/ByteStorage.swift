/// Bytes that can be read from any place, again and again, by several threads.
public indirect enum ByteStorage: Sendable {
  /// All bytes.
  case memory([UInt8])
  /// A file that is open.
  case file(OpenFile)
  /// Others with some replaced.
  case edited(EditedBytes)

  /// How many there are.
  public var count: Int {
    switch self {
    case .memory(let bytes): bytes.count
    case .file(let file): file.size
    case .edited(let bytes): bytes.count
    }
  }

  /// Fills a buffer with the bytes from `offset` on; how many there were.
  public func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(DelimitedTextError) -> Int {
    switch self {
    case .memory(let bytes):
      let count = max(0, min(buffer.count, bytes.count - offset))
      bytes.withUnsafeBytes { bytes in
        if count > 0 {
          buffer.copyMemory(
            from: UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + count)]))
        }
      }
      return count
    case .file(let file):
      return try file.read(into: buffer, at: offset)
    case .edited(let bytes):
      return try bytes.read(into: buffer, at: offset)
    }
  }

  /// Calls `body` with all bytes, piece by piece in order, until it answers false.
  func forEachPiece(
    from start: Int = 0,
    _ body: (UnsafeRawBufferPointer) throws(DelimitedTextError) -> Bool
  ) throws(DelimitedTextError) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 64)
    defer { buffer.deallocate() }
    var offset = start
    while true {
      let count = try read(into: buffer, at: offset)
      guard count > 0, try body(UnsafeRawBufferPointer(rebasing: buffer[..<count])) else { return }
      offset += count
    }
  }
}
