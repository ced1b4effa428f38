/// Remembers the codes of short texts that occur again and again in one column of a batch.
struct ShortTextCache {
  private struct Entry {
    var low: UInt64 = 0
    var high: UInt64 = 0
    /// The length, 0 for an empty entry, and the code above it.
    var lengthAndCode: UInt64 = 0
  }

  /// The longest text that is remembered.
  static let mostBytes = 16
  private static let count = 64
  private let entries: UnsafeMutablePointer<Entry>

  init() {
    entries = .allocate(capacity: Self.count)
    entries.initialize(repeating: Entry(), count: Self.count)
  }

  func free() { entries.deallocate() }

  func removeAll() { entries.update(repeating: Entry(), count: Self.count) }

  /// The code of the text of that length that begins at `text`, found by `find` when it is not
  /// remembered; 16 bytes are read. nil when `find` answers nil.
  @inline(__always)
  func code(
    of text: UnsafePointer<UInt8>, length: Int, orFind find: () -> Int32?
  ) -> Int32? {
    let raw = UnsafeRawPointer(text)
    var low = raw.loadUnaligned(as: UInt64.self)
    var high: UInt64 = 0
    if length < 8 {
      low &= (1 as UInt64) &<< UInt64(8 * length) &- 1
    } else if length < 16 {
      high =
        raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
        & ((1 as UInt64) &<< UInt64(8 * (length - 8)) &- 1)
    } else {
      high = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    }
    let mixed = (low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    let entry = entries + Int(mixed &>> 58)
    if entry.pointee.low == low, entry.pointee.high == high,
      entry.pointee.lengthAndCode & 0xFF == UInt64(length)
    {
      return Int32(truncatingIfNeeded: entry.pointee.lengthAndCode >> 8)
    }
    guard let code = find() else { return nil }
    entry.pointee = Entry(
      low: low, high: high, lengthAndCode: UInt64(length) | UInt64(UInt32(bitPattern: code)) << 8)
    return code
  }
}
