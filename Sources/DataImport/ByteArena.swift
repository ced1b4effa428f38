/// Memory for many short texts that live as long as a piece of a file is worked on.
final class ByteArena {
  private static let pageSize = 1 << 16
  private var pages: [UnsafeMutableBufferPointer<UInt8>] = []
  private var page = 0
  private var used = 0

  deinit { pages.forEach { $0.deallocate() } }

  /// Forgets all texts; what was handed out must no longer be used.
  func removeAll() {
    for large in pages where large.count > Self.pageSize { large.deallocate() }
    pages.removeAll { $0.count > Self.pageSize }
    (page, used) = (0, 0)
  }

  /// Memory for so many bytes.
  func room(_ count: Int) -> UnsafeMutableBufferPointer<UInt8> {
    while page < pages.count, pages[page].count - used < count {
      (page, used) = (page + 1, 0)
    }
    if page == pages.count { pages.append(.allocate(capacity: max(count, Self.pageSize))) }
    defer { used += count }
    return UnsafeMutableBufferPointer(rebasing: pages[page][used..<(used + count)])
  }

  /// A copy of a text.
  func copy(_ text: String) -> UnsafeBufferPointer<UInt8> {
    var text = text
    return text.withUTF8 { copy($0) }
  }

  /// A copy of bytes.
  func copy(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let room = room(bytes.count)
    _ = room.update(fromContentsOf: bytes)
    return UnsafeBufferPointer(room)
  }
}
