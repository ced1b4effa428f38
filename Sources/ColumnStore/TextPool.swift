import Glibc

/// Gives each distinct text a small number, so that tables hold and compare numbers.
///
/// Codes count from 0 in the order of first appearance and depend on nothing else. Texts are equal
/// when their UTF-8 bytes are. Holds at most 2^31 - 1 texts. A value: copying it is O(1) until one
/// copy changes.
public struct TextPool: Sendable {
  private var bytes: [UInt8] = []
  /// Where text i begins; its end is where the next begins.
  private var starts: [Int] = [0]
  /// Open addressing: 0 for an empty slot, else the upper half of the hash and the code plus one.
  private var slots = [UInt64](repeating: 0, count: 64)

  /// An empty pool.
  public init() {}

  /// The number of distinct texts.
  public var count: Int { starts.count - 1 }

  /// Forgets all texts but the first ones; memory is kept. O(slots).
  mutating func truncate(to count: Int) {
    bytes.removeLast(bytes.count - starts[count])
    starts.removeLast(starts.count - 1 - count)
    for slot in slots.indices { slots[slot] = 0 }
    let mask = slots.count - 1
    for code in 0..<count {
      place(hash(of: Int32(code)) & Self.hashBits | UInt64(code + 1), mask)
    }
  }

  /// Makes room for that many texts, so that the pool need not grow while they are added.
  public mutating func reserveCapacity(_ count: Int) {
    starts.reserveCapacity(count + 1)
    while slots.count < count * 2 { grow() }
  }

  /// Adds a text without looking whether the pool has met it: it can be read by its code, and not be
  /// found. O(length).
  mutating func append(utf8 text: UnsafeBufferPointer<UInt8>) -> Int32 {
    bytes.append(contentsOf: text)
    starts.append(bytes.count)
    return Int32(count - 1)
  }

  /// The code of a text, which is added when new. O(length).
  public mutating func code(for text: String) -> Int32 {
    var text = text
    return text.withUTF8 { code(forUTF8: $0) }
  }

  /// The code of a text given as UTF-8 bytes, which is added when new. O(length).
  public mutating func code(forUTF8 text: UnsafeBufferPointer<UInt8>) -> Int32 {
    code(forUTF8: text, Self.hash(text))
  }

  private mutating func code(
    forUTF8 text: UnsafeBufferPointer<UInt8>, _ hash: UInt64
  ) -> Int32 {
    var slot = slot(for: text, hash)
    if slots[slot] != 0 { return Self.code(in: slots[slot]) }
    precondition(count < Int(Int32.max), "a text pool holds at most 2^31 - 1 texts")
    if count * 2 >= slots.count {
      grow()
      slot = self.slot(for: text, hash)
    }
    let code = append(utf8: text)
    slots[slot] = hash & Self.hashBits | UInt64(code + 1)
    return code
  }

  /// The codes of all texts of another pool, which are added when new.
  ///
  /// - Parameter hashes: those of the other pool's texts. That they are known beforehand lets the
  ///   memory of many texts be fetched at once.
  public mutating func codes(of other: TextPool, hashes: [UInt64]) -> [Int32] {
    while (count + other.count) * 2 >= slots.count { grow() }
    let mask = slots.count - 1
    // The reads do not depend on each other; what they fetch is near when it is needed.
    let entries = hashes.map { slots[Int(truncatingIfNeeded: $0 >> 32) & mask] }
    return other.withTexts { texts in
      zip(hashes, entries).enumerated().map { code, found in
        let (hash, entry) = found
        let text = texts[Int32(code)]
        if (entry ^ hash) >> 32 == 0, entry != 0, holds(text, as: Self.code(in: entry)) {
          return Self.code(in: entry)
        }
        return self.code(forUTF8: text, hash)
      }
    }
  }

  /// The hashes of all texts.
  public var hashes: [UInt64] {
    withTexts { texts in (0..<Int32(count)).map { Self.hash(texts[$0]) } }
  }

  /// The code of a text, or nil when the pool has not met it. O(length).
  public func find(_ text: String) -> Int32? {
    var text = text
    return text.withUTF8 { find(utf8: $0) }
  }

  /// The code of a text given as UTF-8 bytes, or nil when the pool has not met it. O(length).
  public func find(utf8 text: UnsafeBufferPointer<UInt8>) -> Int32? {
    let entry = slots[slot(for: text, Self.hash(text))]
    return entry == 0 ? nil : Self.code(in: entry)
  }

  /// The code of a text, or nil when the pool has not met it; fast when it is the one tried.
  public func find(utf8 text: UnsafeBufferPointer<UInt8>, trying code: Int32) -> Int32? {
    code < count && holds(text, as: code) ? code : find(utf8: text)
  }

  /// The text of a code. O(length).
  public func text(of code: Int32) -> String {
    withUTF8(of: code) { String(decoding: $0, as: UTF8.self) }
  }

  /// Calls `body` with the bytes of a code's text, which are valid only within the call.
  public func withUTF8<Result>(
    of code: Int32, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let range = range(of: code)
    return try bytes.withUnsafeBufferPointer {
      try body(UnsafeBufferPointer(rebasing: $0[range]))
    }
  }

  /// Calls `body` with a view of all texts, which is valid only within the call.
  public func withTexts<Result, Failure: Error>(
    _ body: (TextView) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try bytes.withUnsafeBufferPointer { bytes throws(Failure) in
      try starts.withUnsafeBufferPointer { starts throws(Failure) in
        // There is at least one start.
        guard let first = starts.baseAddress else { preconditionFailure("a pool has a start") }
        return try body(TextView(bytes: bytes.baseAddress, starts: first))
      }
    }
  }

  /// Whether the first code's text comes before the second's by their bytes; a text comes after its
  /// own beginning. O(length).
  public func isOrderedBefore(_ first: Int32, _ second: Int32) -> Bool {
    let (one, other) = (range(of: first), range(of: second))
    let order = bytes.withUnsafeBytes { buffer in
      let base = buffer.baseAddress
      guard let base else { return Int32(0) }
      return memcmp(
        base + one.lowerBound, base + other.lowerBound, min(one.count, other.count))
    }
    return order == 0 ? one.count < other.count : order < 0
  }

  /// A number that depends on nothing but a code's text, and differs for most others. O(length).
  private func hash(of code: Int32) -> UInt64 { withUTF8(of: code) { Self.hash($0) } }

  private func range(of code: Int32) -> Range<Int> {
    starts[Int(code)]..<starts[Int(code) + 1]
  }

  private static func code(in entry: UInt64) -> Int32 {
    Int32(truncatingIfNeeded: entry) - 1
  }

  /// The slot that holds the text, or the empty one where it belongs.
  private func slot(for text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    while slots[slot] != 0 {
      let entry = slots[slot]
      if (entry ^ hash) >> 32 == 0, holds(text, as: Self.code(in: entry)) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  /// Whether a code stands for this text. Faster than finding the text.
  func holds(_ text: UnsafeBufferPointer<UInt8>, as code: Int32) -> Bool {
    let start = starts[Int(code)]
    guard starts[Int(code) + 1] - start == text.count else { return false }
    guard let base = text.baseAddress else { return true }
    return bytes.withUnsafeBytes { memcmp($0.baseAddress! + start, base, text.count) == 0 }
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    let mask = slots.count - 1
    for entry in old where entry != 0 { place(entry, mask) }
  }

  /// Puts an entry whose text is in no slot into the first free one from its place on.
  private mutating func place(_ entry: UInt64, _ mask: Int) {
    var slot = Int(truncatingIfNeeded: entry >> 32) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = entry
  }

  /// The bits of a hash that a slot holds, which also say where the slot is.
  private static let hashBits: UInt64 = 0xFFFF_FFFF_0000_0000

  /// Eight bytes at a time, each folded in by a full 64 by 64 bit product (as wyhash does).
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(text)
    var hash = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: raw.count)
    if raw.count < 8 { return fold(fold(hash ^ shortWord(raw))) }
    var index = 0
    while index + 8 < raw.count {
      hash = fold(hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian)
      index += 8
    }
    let last = raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self).littleEndian
    return fold(fold(hash ^ last))
  }

  /// Fewer than eight bytes as one number.
  private static func shortWord(_ raw: UnsafeRawBufferPointer) -> UInt64 {
    if raw.count >= 4 {
      let low = raw.loadUnaligned(as: UInt32.self).littleEndian
      let high = raw.loadUnaligned(fromByteOffset: raw.count - 4, as: UInt32.self).littleEndian
      return UInt64(low) | UInt64(high) << 32
    }
    guard raw.count > 0 else { return 0 }
    let (first, middle) = (UInt64(raw[0]), UInt64(raw[raw.count / 2]))
    return first | middle << 8 | UInt64(raw[raw.count - 1]) << 16
  }

  private static func fold(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
